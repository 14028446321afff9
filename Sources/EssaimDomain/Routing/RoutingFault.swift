/// What is amiss in how a network routes: none of it stops a demand, each has its outcome in `RoutingAnswer`, and whoever
/// edits the network is told.
public enum RoutingFault: Sendable, Hashable {
    /// Neither places nor zones that it unites: nobody's place, though neighbours may overflow to it.
    case emptyZone(Identifier<Zone>)
    /// Two zones claim the same places at the same level: the first has them.
    case overlap(Identifier<Zone>, Identifier<Zone>, departements: [String], communes: Int)
    case lineWithoutPool(Identifier<Offer>)
    /// The line names a zone or a pool that the network does not have.
    case lineNamesUnknownZone(Identifier<Offer>, Identifier<Zone>)
    case lineNamesUnknownPool(Identifier<Offer>, Identifier<Pool>)
    /// Its neighbour is itself, or no zone of the network.
    case wrongNeighbour(Identifier<Zone>, Identifier<Zone>)
    case planNamesUnknownLine(Identifier<Offer>)
}

extension Network {
    /// Everything amiss, in the network's order.
    public func routingFaults(_ plan: RoutingPlan) -> [RoutingFault] {
        let known = Set(zones.map(\.id))
        let pools = Set(pools.map(\.id))
        var faults: [RoutingFault] = zones.filter(\.isEmpty)
            .map { .emptyZone($0.id) }
        faults += overlaps()
        for offer in offers {
            if offer.pools.isEmpty { faults.append(.lineWithoutPool(offer.id)) }
            for (zone, pool) in offer.pools.sorted(by: { $0.key < $1.key }) {
                if !known.contains(zone) { faults.append(.lineNamesUnknownZone(offer.id, zone)) }
                if !pools.contains(pool) { faults.append(.lineNamesUnknownPool(offer.id, pool)) }
            }
        }
        faults += Self.wrongNeighbours(plan.neighbours, known)
        for (offer, line) in plan.lines.sorted(by: { $0.key < $1.key }) {
            if self.offer(offer) == nil { faults.append(.planNamesUnknownLine(offer)) }
            faults += Self.wrongNeighbours(line.overflow, known)
        }
        return faults
    }

    private static func wrongNeighbours(
        _ neighbours: [Identifier<Zone>: [Identifier<Zone>]], _ known: Set<Identifier<Zone>>
    ) -> [RoutingFault] {
        neighbours.sorted { $0.key < $1.key }.flatMap { zone, others in
            others.filter { $0 == zone || !known.contains($0) || !known.contains(zone) }
                .map { .wrongNeighbour(zone, $0) }
        }
    }

    /// By pairs, through the places rather than through all pairs of zones.
    private func overlaps() -> [RoutingFault] {
        struct Pair: Hashable {
            let first: Int
            let second: Int
        }
        var departements: [Pair: [String]] = [:]
        var communes: [Pair: Int] = [:]
        var firstByDepartement: [String: Int] = [:]
        var firstByCommune: [INSEECommune: Int] = [:]
        for (position, zone) in zones.enumerated() {
            for departement in Set(zone.departements) {
                if let first = firstByDepartement[departement] {
                    departements[Pair(first: first, second: position), default: []].append(departement)
                } else {
                    firstByDepartement[departement] = position
                }
            }
            for commune in Set(zone.communes) {
                if let first = firstByCommune[commune] {
                    communes[Pair(first: first, second: position), default: 0] += 1
                } else {
                    firstByCommune[commune] = position
                }
            }
        }
        return Set(departements.keys).union(communes.keys)
            .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
            .map {
                .overlap(
                    zones[$0.first].id, zones[$0.second].id, departements: (departements[$0] ?? []).sorted(),
                    communes: communes[$0] ?? 0)
            }
    }
}

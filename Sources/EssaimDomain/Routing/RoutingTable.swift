/// A network made ready for routing, once for each version of it. With p places named by zones in all, it is made in O(p); a
/// demand is routed in O(z + e), z being the zones reached (those of the place and where they overflow) and e the experts of
/// their pools, whatever else the network holds.
public struct RoutingTable: Sendable {
    let offers: [Identifier<Offer>: Offer]
    let plan: RoutingPlan
    /// In the network's order, which settles overlaps.
    let zones: [Identifier<Zone>]
    private let offsets: OffsetRules
    private let byCommune: [INSEECommune: [Int]]
    private let byDepartement: [String: [Int]]
    /// By zone, those that unite it, and those that unite these, the nearest first.
    private let unions: [Int: [Int]]

    /// - Parameters:
    ///   - plan: nil for the network's own.
    ///   - communes: what the postal codes of zones stand for.
    public init(_ network: Network, _ plan: RoutingPlan? = nil, communes table: some CommuneTable = NoCommunes()) {
        var byCommune: [INSEECommune: [Int]] = [:]
        var byDepartement: [String: [Int]] = [:]
        for (position, zone) in network.zones.enumerated() {
            let ofCodes = zone.postalCodes.flatMap { table.communes(withPostalCode: $0.rawValue) }
            for commune in Set(zone.communes + ofCodes) { byCommune[commune, default: []].append(position) }
            for departement in Set(zone.departements) { byDepartement[departement, default: []].append(position) }
        }
        offers = Dictionary(network.offers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.plan = plan ?? network.routingPlan
        zones = network.zones.map(\.id)
        offsets = OffsetRules(named: network.timeZone) ?? .centralEuropean
        self.byCommune = byCommune
        self.byDepartement = byDepartement
        unions = Self.unions(network.zones)
    }

    /// The pools whose people routing will look at: what `RoutingHour` must hold.
    public func pools(for demand: RoutingDemand) -> [Identifier<Pool>] {
        var pools = demand.named?.pools ?? []
        if let offer = offers[demand.offer], let place = demand.place {
            pools += reaches(of: offer, from: claims(of: place).claims).map(\.route.pool)
        }
        var seen: Set<Identifier<Pool>> = []
        return pools.filter { seen.insert($0).inserted }
    }

    /// Where a line's demands from a place go, whoever is there: the pool of the place first, then those to which it
    /// overflows; or why they go nowhere. Known before anything is typed.
    public func ways(
        of line: Identifier<Offer>, from place: Locality?, at now: Instant
    ) -> Result<[Route], RoutingObstacle> {
        survey(line, place, at: now).map { $0.reaches.map(\.route) }
    }

    public func route(_ demand: RoutingDemand, at hour: RoutingHour) -> RoutingAnswer {
        let doubts: [RoutingRemark] = demand.place?.doubt.map { [.place($0)] } ?? []
        switch survey(demand.offer, demand.place, at: hour.now) {
        case .failure(let obstacle): return .obstacle(obstacle, doubts)
        case .success(let survey):
            var choice = RoutingChoice(
                demand, survey.offer, plan.line(demand.offer), hour, doubts + survey.remarks)
            choice.choose(among: survey.reaches, zones: zones)
            return choice.answer
        }
    }

    private struct Survey {
        let offer: Offer
        let reaches: [Reach]
        let remarks: [RoutingRemark]
    }

    private func survey(
        _ line: Identifier<Offer>, _ place: Locality?, at now: Instant
    ) -> Result<Survey, RoutingObstacle> {
        guard let offer = offers[line] else { return .failure(.unknownLine) }
        let state = offer.state(on: offsets.civil(at: now).date)
        guard state == .open else { return .failure(.lineNotOpen(state)) }
        guard !offer.pools.isEmpty else { return .failure(.lineWithoutPool) }
        guard let place else { return .failure(.placeUnknown) }
        let (claims, rivals) = claims(of: place)
        guard let home = claims.first else { return .failure(.outsideTerritory) }
        var remarks: [RoutingRemark] = rivals.count > 1 ? [.postalCodeInSeveralZones(rivals)] : []
        let own = claims.filter { $0.basis != .union }
        if own.count > 1 { remarks.append(.zonesOverlap(own.map(\.zone))) }
        let isUnited = claims.contains { $0.basis == .union && offer.pools[$0.zone] != nil }
        if !isUnited {
            remarks += own.filter { offer.pools[$0.zone] == nil }.map { .zoneWithoutPool($0.zone) }
        }
        let reaches = reaches(of: offer, from: claims)
        guard !reaches.isEmpty else { return .failure(.zoneWithoutPool(home.zone)) }
        return .success(Survey(offer: offer, reaches: reaches, remarks: remarks))
    }
}

extension RoutingTable {
    struct Claim {
        let zone: Identifier<Zone>
        let basis: RoutingReason.Basis
        /// In the network's order.
        let position: Int
    }

    /// A pool that a demand may come to, and what leads there.
    struct Reach {
        let route: Route
        let lead: Lead

        enum Lead {
            case home(RoutingReason.Basis)
            case overflow(from: Identifier<Zone>)
        }
    }

    /// The zones that have a place, the one that decides first: those that name its commune; if none does, those that hold
    /// its département; then those that unite them. `rivals`: where the communes of one postal code lie, when that is not one zone.
    func claims(of place: Locality) -> (claims: [Claim], rivals: [Identifier<Zone>]) {
        let all = place.spots.map { claims(of: $0) }.filter { !$0.isEmpty }
        guard all.count > 1 else { return (all.first ?? [], []) }
        var counts: [Int: Int] = [:]
        for claims in all { counts[claims[0].position, default: 0] += 1 }
        let rivals = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let chosen = all.first { $0[0].position == rivals.first } ?? []
        return (chosen, rivals.count > 1 ? rivals.map { zones[$0] } : [])
    }

    /// The pools that answer the line for these zones, then those to which the first one overflows; each pool once.
    func reaches(of offer: Offer, from claims: [Claim]) -> [Reach] {
        var seen: Set<Identifier<Pool>> = []
        var reaches: [Reach] = []
        func add(_ zone: Identifier<Zone>, _ lead: Reach.Lead) {
            guard let pool = offer.pools[zone], seen.insert(pool).inserted else { return }
            reaches.append(Reach(route: Route(offer: offer.id, zone: zone, pool: pool), lead: lead))
        }
        for claim in claims { add(claim.zone, .home(claim.basis)) }
        guard let home = claims.first?.zone else { return reaches }
        // A zone that a team left out of a line stays out of it, unless the line itself says where its people go.
        let own = plan.lines[offer.id]?.overflow[home]
        for zone in own ?? (reaches.isEmpty ? [] : plan.neighbours[home] ?? []) { add(zone, .overflow(from: home)) }
        return reaches
    }

    private func claims(of spot: Locality.Spot) -> [Claim] {
        let named = spot.communes.lazy.compactMap { byCommune[$0] }.first
        let basis: RoutingReason.Basis = named == nil ? .departement : .commune
        let claiming = named ?? byDepartement[spot.departement] ?? []
        guard !unions.isEmpty else { return claiming.map { claim($0, basis) } }
        // What unites a zone of the place comes after it, though it may hold the place by itself too.
        let united = Set(claiming.flatMap { unions[$0] ?? [] })
        let own = claiming.filter { !united.contains($0) }
        let uniting = own.flatMap { unions[$0] ?? [] }
        var seen = Set(own)
        // Zones that unite each other in a ring are all of one rank: each is its own.
        if own.isEmpty { return claiming.map { claim($0, basis) } }
        return own.map { claim($0, basis) }
            + uniting.filter { seen.insert($0).inserted }.map { claim($0, .union) }
    }

    private func claim(_ position: Int, _ basis: RoutingReason.Basis) -> Claim {
        Claim(zone: zones[position], basis: basis, position: position)
    }

    private static func unions(_ zones: [Zone]) -> [Int: [Int]] {
        let positions = Dictionary(
            zones.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var direct: [Int: [Int]] = [:]
        for (position, zone) in zones.enumerated() {
            for united in zone.unites {
                guard let other = positions[united], other != position else { continue }
                direct[other, default: []].append(position)
            }
        }
        var unions: [Int: [Int]] = [:]
        for zone in direct.keys {
            var (found, seen): ([Int], Set<Int>) = (direct[zone] ?? [], [zone])
            found = found.filter { seen.insert($0).inserted }
            var next = 0
            while next < found.count {
                found += (direct[found[next]] ?? []).filter { seen.insert($0).inserted }
                next += 1
            }
            unions[zone] = found
        }
        return unions
    }
}

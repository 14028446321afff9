/// How far lines are from one place; each département is measured once, however many lines it has.
struct LineRuler {
    let territory: Territory
    let from: INSEECommune?
    private let here: Position?
    private var byDepartement: [String: Double?] = [:]
    private var byZone: [Identifier<Zone>: Double?] = [:]

    init(territory: Territory, from: INSEECommune?) {
        self.territory = territory
        self.from = from
        here = from.flatMap { territory.whereabouts(of: $0)?.position }
    }

    mutating func kilometres(to offer: Offer, in network: Network) -> Double? {
        guard let from else { return nil }
        if let commune = offer.owner.flatMap({ network.partner($0)?.commune }) {
            return territory.distance(from: from, to: commune)
        }
        return network.zones.filter { offer.pools[$0.id] != nil }.compactMap { kilometres(to: $0) }.min()
    }

    /// To the nearest of its places; none when one stands in it.
    private mutating func kilometres(to zone: Zone) -> Double? {
        if let known = byZone[zone.id] { return known }
        let distance = measured(zone)
        byZone[zone.id] = .some(distance)
        return distance
    }

    private mutating func measured(_ zone: Zone) -> Double? {
        guard let from, let here else { return nil }
        if zone.communes.contains(from) || zone.departements.contains(from.departement) { return 0 }
        let named = zone.communes.compactMap { territory.whereabouts(of: $0)?.position.distance(to: here) }
        return (named + zone.departements.compactMap { nearest(inDepartement: $0) }).min()
    }

    private mutating func nearest(inDepartement code: String) -> Double? {
        if let known = byDepartement[code] { return known }
        guard let here else { return nil }
        let distance = territory.places(ofDepartement: code)
            .compactMap { territory.communes[$0].position?.distance(to: here) }.min()
        byDepartement[code] = .some(distance)
        return distance
    }
}

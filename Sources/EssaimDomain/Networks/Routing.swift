/// Where a demand goes: the line, the zone and the pool that answers there.
public struct Route: Sendable, Equatable, Codable {
    public let offer: Identifier<Offer>
    public let zone: Identifier<Zone>
    public let pool: Identifier<Pool>

    public init(offer: Identifier<Offer>, zone: Identifier<Zone>, pool: Identifier<Pool>) {
        self.offer = offer
        self.zone = zone
        self.pool = pool
    }
}

/// What routing finds for a place and a line.
public enum Routing: Sendable, Equatable {
    case routed(Route)
    /// The place is in no zone of the network.
    case outsideTerritory
    /// The zone is known, but no pool answers this line there.
    case zoneWithoutPool(Identifier<Zone>)
}

extension Network {
    /// The zone of a commune: the one that names it, else the one that holds its département.
    public func zone(of commune: INSEECommune) -> Zone? {
        zones.first { $0.communes.contains(commune) } ?? zones.first { $0.departements.contains(commune.departement) }
    }

    /// Who answers `offer` for a demand from `commune`.
    public func route(_ offer: Offer, from commune: INSEECommune) -> Routing {
        guard let zone = zone(of: commune) else { return .outsideTerritory }
        guard let pool = offer.pools[zone.id] else { return .zoneWithoutPool(zone.id) }
        return .routed(Route(offer: offer.id, zone: zone.id, pool: pool))
    }
}

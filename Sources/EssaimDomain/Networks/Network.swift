/// A team and its territory, as declared in a file of `networks/`.
public struct Network: Sendable, Equatable {
    public let id: Identifier<Network>
    public var name: String
    /// IANA name: pages, opening hours and holidays follow it.
    public var timeZone: String
    /// Shown where a demand must not wait.
    public var phone: String
    public var zones: [Zone]
    public var pools: [Pool]
    public var offers: [Offer]

    public init(
        id: Identifier<Network>, name: String, timeZone: String = "Europe/Paris", phone: String = "", zones: [Zone],
        pools: [Pool], offers: [Offer]
    ) {
        self.id = id
        self.name = name
        self.timeZone = timeZone
        self.phone = phone
        self.zones = zones
        self.pools = pools
        self.offers = offers
    }

    public func offer(_ id: Identifier<Offer>) -> Offer? { offers.first { $0.id == id } }
    public func pool(_ id: Identifier<Pool>) -> Pool? { pools.first { $0.id == id } }
    public func zone(_ id: Identifier<Zone>) -> Zone? { zones.first { $0.id == id } }
}

/// A part of the territory: départements, and communes that belong to it whatever their département.
public struct Zone: Sendable, Equatable {
    public let id: Identifier<Zone>
    public var name: String
    public var departements: [String]
    public var communes: [INSEECommune]

    public init(id: Identifier<Zone>, name: String, departements: [String], communes: [INSEECommune] = []) {
        self.id = id
        self.name = name
        self.departements = departements
        self.communes = communes
    }
}

/// Experts who answer together: a demand routed to the pool is for whoever takes it first.
public struct Pool: Sendable, Equatable {
    public let id: Identifier<Pool>
    public var name: String

    public init(id: Identifier<Pool>, name: String) {
        self.id = id
        self.name = name
    }
}

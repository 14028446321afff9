/// Where a demand goes: the line, the zone and the pool that answers there.
public struct Route: Sendable, Hashable, Codable {
    public let offer: Identifier<Offer>
    public let zone: Identifier<Zone>
    public let pool: Identifier<Pool>

    public init(offer: Identifier<Offer>, zone: Identifier<Zone>, pool: Identifier<Pool>) {
        self.offer = offer
        self.zone = zone
        self.pool = pool
    }
}

/// A demand as routing sees it: nothing clinical, nothing of the patient but the place.
public struct RoutingDemand: Sendable, Equatable {
    /// An expert whom the requester asks for by name.
    public struct Named: Sendable, Equatable {
        public let expert: Identifier<Person>
        /// Where they answer today; none for someone who left.
        public let pools: [Identifier<Pool>]

        public init(_ expert: Identifier<Person>, pools: [Identifier<Pool>]) {
            self.expert = expert
            self.pools = pools
        }
    }

    public var offer: Identifier<Offer>
    public var urgency: Urgency
    /// Nil when nobody said where.
    public var place: Locality?
    public var named: Named?
    public var subSpecialty: Identifier<SubSpecialty>?
    /// Who can answer only after that is as good as away: as a rule the hour at which the plan widens. A pool that is back
    /// before loses nothing by waiting.
    public var wantedBy: Instant
    /// They set it aside: they are not asked again.
    public var declinedBy: Set<Identifier<Person>>

    public init(
        offer: Identifier<Offer>, urgency: Urgency, place: Locality?, named: Named? = nil,
        subSpecialty: Identifier<SubSpecialty>? = nil, wantedBy: Instant, declinedBy: Set<Identifier<Person>> = []
    ) {
        self.offer = offer
        self.urgency = urgency
        self.place = place
        self.named = named
        self.subSpecialty = subSpecialty
        self.wantedBy = wantedBy
        self.declinedBy = declinedBy
    }
}

/// A team and its territory, as declared in a file of `networks/` or on its own pages.
public struct Network: Sendable, Equatable {
    /// Who reads what the network offers.
    public enum Catalogue: String, Sendable, Codable, CaseIterable {
        /// Anyone, without signing in: lines and delays, nobody's name.
        case anyone
        case members
    }

    public let id: Identifier<Network>
    public var name: String
    /// IANA name: pages, opening hours and holidays follow it.
    public var timeZone: String
    /// Shown where a demand must not wait.
    public var phone: String
    /// The network that frames it: a region's, over several teams. Its coordinators and heads read the figures of this one.
    public var frame: Identifier<Network>?
    public var catalogue: Catalogue
    public var partners: [Partner]
    public var zones: [Zone]
    public var pools: [Pool]
    public var subSpecialties: [SubSpecialty]
    public var offers: [Offer]
    /// What is done when nobody answers; a line may have its own.
    public var guarantee: GuaranteePlan
    public var letterhead: Letterhead
    /// Texts that its experts may take up, beside their own.
    public var phrases: [Phrase.Content]
    public var goals: [IndicatorGoal]

    public init(
        id: Identifier<Network>, name: String, timeZone: String = "Europe/Paris", phone: String = "",
        frame: Identifier<Network>? = nil, catalogue: Catalogue = .members, partners: [Partner] = [], zones: [Zone],
        pools: [Pool], subSpecialties: [SubSpecialty] = [], offers: [Offer], guarantee: GuaranteePlan = .standard,
        letterhead: Letterhead = Letterhead(), phrases: [Phrase.Content] = [], goals: [IndicatorGoal] = []
    ) {
        self.id = id
        self.name = name
        self.timeZone = timeZone
        self.phone = phone
        self.frame = frame
        self.catalogue = catalogue
        self.partners = partners
        self.zones = zones
        self.pools = pools
        self.subSpecialties = subSpecialties
        self.offers = offers
        self.guarantee = guarantee
        self.letterhead = letterhead
        self.phrases = phrases
        self.goals = goals
    }

    public func offer(_ id: Identifier<Offer>) -> Offer? { offers.first { $0.id == id } }
    public func pool(_ id: Identifier<Pool>) -> Pool? { pools.first { $0.id == id } }
    public func zone(_ id: Identifier<Zone>) -> Zone? { zones.first { $0.id == id } }
    public func partner(_ id: Identifier<Partner>) -> Partner? { partners.first { $0.id == id } }

    /// What is done when nobody answers a line.
    public func guarantee(of offer: Offer) -> GuaranteePlan { offer.guarantee ?? guarantee }

    /// How it routes, in one value.
    public var routingPlan: RoutingPlan {
        RoutingPlan(
            neighbours: Dictionary(
                zones.filter { !$0.overflow.isEmpty }.map { ($0.id, $0.overflow) }, uniquingKeysWith: { $1 }),
            lines: Dictionary(offers.map { ($0.id, $0.routing) }, uniquingKeysWith: { $1 }))
    }
}

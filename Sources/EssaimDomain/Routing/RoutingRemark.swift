/// What went otherwise than the network's rules say, and did not stop the demand.
public enum RoutingRemark: Sendable, Hashable, Codable {
    /// Why a pool is not asked now.
    public enum Hindrance: Sendable, Hashable, Codable {
        case noExpert
        /// When the first one is back, nil when nobody said.
        case allAway(backAt: Instant?)
        case allDeclined
        /// Nobody who may validate a junior's answer is there.
        case onlyJuniors
    }

    case place(Locality.Doubt)
    /// The communes of the postal code lie in several zones: the one with most of them has it.
    case postalCodeInSeveralZones([Identifier<Zone>])
    /// The zones overlap there: the network's first has it, or the first that answers this line.
    case zonesOverlap([Identifier<Zone>])
    case zoneWithoutPool(Identifier<Zone>)
    case poolNotAsked(Identifier<Pool>, Hindrance)
    /// They answer this line no more.
    case namedExpertGone(Identifier<Person>)
    case namedExpertAway(Identifier<Person>, backAt: Instant?)
    case namedExpertDeclined(Identifier<Person>)
    case noSubSpecialist(Identifier<SubSpecialty>)
    case nobodyOnDuty(Identifier<Pool>, nextAt: Instant?)
    /// On the rota and not in the pool: not asked.
    case strangerOnDuty(Identifier<Pool>, Identifier<Person>)
    /// On the rota, away or having set this demand aside: not asked.
    case dutyExpertNotAsked(Identifier<Pool>, Identifier<Person>)
    /// The door is regulated and nobody regulates: experts are asked at once.
    case noRegulator
    /// Somebody must be told today: the demand waits before an empty room.
    case nobodyCanAnswer
}

/// Why a demand goes nowhere. Said before anything is typed.
public enum RoutingObstacle: Error, Hashable, Codable {
    case unknownLine
    case lineNotOpen(Offer.State)
    case lineWithoutPool
    case placeUnknown
    /// In no zone of the network.
    case outsideTerritory
    case zoneWithoutPool(Identifier<Zone>)
    /// The pools that answer there have no member.
    case noExpert
}

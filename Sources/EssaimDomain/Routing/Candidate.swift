/// Someone who may be asked, and why they are. Asking makes nobody responsible: who answers takes it by their own act.
public struct Candidate: Sendable, Equatable, Codable {
    public enum Party: Sendable, Hashable, Codable {
        /// Whoever regulates the network.
        case regulator
        case expert(Identifier<Person>)
        /// Every expert of the route's pool.
        case pool
    }

    /// From 0; those of one rank are asked together.
    public let rank: Int
    public let party: Party
    public let route: Route
    /// The one that decided first.
    public let reasons: [RoutingReason]

    public init(rank: Int, party: Party, route: Route, reasons: [RoutingReason]) {
        self.rank = rank
        self.party = party
        self.route = route
        self.reasons = reasons
    }
}

public enum RoutingReason: Sendable, Hashable, Codable {
    /// Why a zone has a place.
    public enum Basis: String, Sendable, Codable, CaseIterable {
        /// The zone names the commune.
        case commune
        /// The zone holds its département.
        case departement
        /// The zone unites one that has the place.
        case union
    }

    public enum Overflow: String, Sendable, Codable, CaseIterable {
        /// Asked if the pools before do not answer.
        case inTurn
        /// Nobody of the place's own pool can answer in time.
        case nobodyThere
    }

    case regulated
    case named
    case subSpecialty(Identifier<SubSpecialty>)
    case onDuty(until: Instant)
    case lightestLoad(held: Int)
    /// So many are asked at once.
    case oneOf(Int)
    case zone(Identifier<Zone>, by: Basis)
    case overflow(from: Identifier<Zone>, to: Identifier<Zone>, Overflow)
    /// Nobody anywhere can answer in time: it waits where it belongs, and the coordinator knows.
    case waitsThere
}

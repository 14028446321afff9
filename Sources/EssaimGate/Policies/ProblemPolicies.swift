import EssaimDomain
import EssaimWorkflow

/// May tell of a problem met on the demand: its circle, once it is sent. Not who opened it in an emergency.
public enum TellProblem: Policy {
    public static let name = "tell problem"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader), found.request.state != .draft else {
            return nil
        }
        return found
    }
}

/// Reads the problems told in a network and says what became of them: its coordination.
public enum FollowProblems: Policy {
    public static let name = "follow problems"

    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        public let networks: [Identifier<Network>]
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor else { return nil }
        let networks = caller.networks(as: .coordinator)
        return networks.isEmpty ? nil : Fact(caller: caller, session: session, networks: networks)
    }
}

import EssaimDomain
import EssaimWorkflow

/// Follows a network's figures: its coordination and its head. Counts alone: no demand and no name lies behind.
public enum FollowNetwork: Policy {
    public static let name = "follow network"

    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        public let networks: [Identifier<Network>]
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor, !caller.follows.isEmpty else { return nil }
        return Fact(caller: caller, session: session, networks: caller.follows)
    }
}

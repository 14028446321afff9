import EssaimDomain
import EssaimWorkflow

/// A policy that asks one thing of someone signed in, and nothing of the path. Nobody is let in who is not signed in.
public protocol CallerPolicy: Policy where Fact == SignedIn.Fact {
    static func admits(_ caller: Caller) -> Bool
}

extension CallerPolicy {
    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> SignedIn.Fact? {
        guard case .signedIn(let caller, let session) = visitor, admits(caller) else { return nil }
        return SignedIn.Fact(caller: caller, session: session)
    }
}

/// A policy that lets someone signed in into some of their networks: into none, they are refused.
public protocol NetworkPolicy: Policy where Fact == InNetworks {
    static func networks(of caller: Caller) -> [Identifier<Network>]
}

/// What a policy on networks establishes: who, and in which.
public struct InNetworks: Sendable {
    public let caller: Caller
    public let session: Session
    /// Never empty.
    public let networks: [Identifier<Network>]
}

extension NetworkPolicy {
    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> InNetworks? {
        guard case .signedIn(let caller, let session) = visitor else { return nil }
        let networks = networks(of: caller)
        return networks.isEmpty ? nil : InNetworks(caller: caller, session: session, networks: networks)
    }
}

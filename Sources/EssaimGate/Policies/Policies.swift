import EssaimDomain
import EssaimWorkflow

/// Anyone at all: what says nothing of anybody.
public enum Anyone: OpenPolicy {
    public static let name = "anyone"
    public struct Fact: Sendable { public let caller: Caller? }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        Fact(caller: visitor.caller)
    }
}

/// Anyone, in a folder made by `essaim demo` that holds nobody real, on a server that only this machine reaches.
public enum DemonstrationVisitor: OpenPolicy {
    public static let name = "demonstration visitor"
    public struct Fact: Sendable {}

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        try house.isLoopback && reader.isDemonstration() ? Fact() : nil
    }
}

/// Someone signed in, for what is their own.
public enum SignedIn: Policy {
    public static let name = "signed in"
    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor else { return nil }
        return Fact(caller: caller, session: session)
    }
}

/// Someone who may ask in the name of a structure.
public enum MayAsk: CallerPolicy {
    public static let name = "may ask"
    public static func admits(_ caller: Caller) -> Bool { caller.mayAsk }
}

/// Who answers in some pool, for what helps them answer: their phrases, their days.
public enum Answers: CallerPolicy {
    public static let name = "answers"
    public static func admits(_ caller: Caller) -> Bool { caller.answers }
}

/// An expert of some network, who may open a demand there in an emergency.
public enum MayBreakGlass: CallerPolicy {
    public static let name = "may break glass"
    public static func admits(_ caller: Caller) -> Bool { !caller.emergencyNetworks.isEmpty }
}

/// A security referent: reads the journal and the alarms of their networks, and no demand.
public enum KeepJournal: NetworkPolicy {
    public static let name = "keep journal"
    public static func networks(of caller: Caller) -> [Identifier<Network>] { caller.networks(as: .securityReferent) }
}

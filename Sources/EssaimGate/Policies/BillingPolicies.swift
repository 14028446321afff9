import EssaimDomain
import EssaimWorkflow

/// A professional whose profession bills: their own acts, and nobody else's.
public enum SeeOwnActs: Policy {
    public static let name = "see own acts"
    public typealias Fact = SignedIn.Fact

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor, caller.mayHaveActs else { return nil }
        // An act that the path names is their own, or it does not exist.
        let act = input.parameter("act")
        if !act.isEmpty, try reader.act(Identifier(act), of: caller.person.id) == nil { return nil }
        return Fact(caller: caller, session: session)
    }
}

/// A member of an establishment's billing office: its acts to claim, its batches, no demand. What the path names is of one
/// of their establishments, or does not exist.
public enum KeepBilling: Policy {
    public static let name = "keep billing"
    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        /// Never empty.
        public let establishments: [Structure]
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor, !caller.billsFor.isEmpty else { return nil }
        let (mine, act, batch) = (
            Set(caller.billsFor.map(\.id)), input.parameter("act"), input.parameter("batch")
        )
        if !act.isEmpty, try reader.claim(Identifier(act), ofAny: mine) == nil { return nil }
        if !batch.isEmpty, try reader.batch(Identifier(batch), ofAny: mine) == nil { return nil }
        return Fact(caller: caller, session: session, establishments: caller.billsFor)
    }
}

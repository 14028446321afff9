import EssaimDomain
import EssaimWorkflow

/// One of one's own sessions, which the path names: of another's, nobody is told whether there is one.
public enum OwnSession: Policy {
    public static let name = "own session"
    public struct Fact: Sendable {
        public let session: Session
        public let named: Identifier<Session>
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        let named = Identifier<Session>(input.parameter("session"))
        guard let session = visitor.session,
            try reader.sessions(of: session.person, limit: AccountDesk.mostSessions).contains(where: { $0.id == named })
        else { return nil }
        return Fact(session: session, named: named)
    }
}

/// One of one's own keys, which the path names.
public enum OwnPasskey: Policy {
    public static let name = "own passkey"
    public struct Fact: Sendable {
        public let session: Session
        public let named: Identifier<Passkey>
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        let named = Identifier<Passkey>(input.parameter("cle"))
        guard let session = visitor.session,
            try reader.factors(of: session.person).passkeys.contains(where: { $0.id == named })
        else { return nil }
        return Fact(session: session, named: named)
    }
}

/// The application that gives one's codes, of who has one.
public enum OwnTimeCode: Policy {
    public static let name = "own time code"
    public struct Fact: Sendable { public let session: Session }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard let session = visitor.session, try reader.factors(of: session.person).timeCode != nil else { return nil }
        return Fact(session: session)
    }
}

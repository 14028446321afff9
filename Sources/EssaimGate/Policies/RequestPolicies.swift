import EssaimDomain
import EssaimWorkflow

/// What a policy on one demand establishes: who, which, and what they are to it. Commands decide it again in their own
/// transaction.
public struct OnRequest: Sendable {
    public let caller: Caller
    public let session: Session
    public let request: AdviceRequest
    public let actions: Set<Action>
    /// Opened for an hour, for a reason: to read, and nothing else.
    public let isEmergency: Bool

    /// The demand of the path's `{id}`, if this visitor may see it by what they are to it.
    static func find(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard case .signedIn(let caller, let session) = visitor,
            let request = try reader.request(Identifier(input.parameter("id")), visibleTo: caller.person.id),
            !caller.relations(to: request).isEmpty
        else { return nil }
        return OnRequest(
            caller: caller, session: session, request: request,
            actions: RequestDesk.actions(on: request, for: caller, at: house.now), isEmergency: false)
    }

    /// The same, or the demand that this visitor has opened in an emergency.
    static func findToRead(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        if let found = try find(visitor, input, in: house, reader) { return found }
        guard case .signedIn(let caller, let session) = visitor,
            let request = try reader.request(
                Identifier(input.parameter("id")), openedInEmergencyBy: caller.person.id, at: house.now)
        else { return nil }
        return OnRequest(caller: caller, session: session, request: request, actions: [], isEmergency: true)
    }
}

/// May read the demand: the asking structure; once sent, the pool, its experts, those who watch; and who opened it in an
/// emergency, while that lasts.
public enum SeeRequest: Policy {
    public static let name = "see request"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.findToRead(visitor, input, in: house, reader), found.request.state != .draft
        else { return nil }
        return found
    }
}

/// May read who saw the demand: its circle. Not who opened it in an emergency.
public enum SeeTrail: Policy {
    public static let name = "see trail"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader), found.request.state != .draft else {
            return nil
        }
        return found
    }
}

/// May write the draft: a member of the asking structure, until it is sent.
public enum EditDraft: Policy {
    public static let name = "edit draft"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader), found.actions.contains(.edit) else {
            return nil
        }
        return found
    }
}

/// May send the draft: a member of the asking structure. Sent already, the second click on the same form is answered as
/// the first was; anything else is refused by the desk.
public enum SendDraft: Policy {
    public static let name = "send draft"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader),
            found.caller.relations(to: found.request).contains(.asker)
        else { return nil }
        return found
    }
}

/// May join files: a member of the asking structure, to a draft or until the answer.
public enum JoinFiles: Policy {
    public static let name = "join files"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader), found.actions.contains(.attach) else {
            return nil
        }
        return found
    }
}

/// May see the photographs: whoever may see the demand, drafts included.
public enum SeePhotos: Policy {
    public static let name = "see photographs"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        try OnRequest.findToRead(visitor, input, in: house, reader)
    }
}

/// May write the answer: the expert who took the demand.
public enum WriteAnswer: Policy {
    public static let name = "write answer"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader),
            found.actions.contains(.draftAnswer) || found.actions.contains(.validate)
        else { return nil }
        return found
    }
}

/// May see the demand and send it a command; the desk decides whether that command is theirs.
public enum ActOnRequest: Policy {
    public static let name = "act on request"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        try OnRequest.find(visitor, input, in: house, reader)
    }
}

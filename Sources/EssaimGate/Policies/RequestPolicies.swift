import EssaimDomain
import EssaimWorkflow

/// May read the demand: the asking structure; once sent, the pool, its experts, those who watch; and who opened it in an
/// emergency, while that lasts.
public enum SeeRequest: Policy {
    public static let name = "see request"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.findToRead(visitor, input, in: house, reader), found.isSent else { return nil }
        return found
    }
}

/// May read who saw the demand: its circle. Not who opened it in an emergency.
public enum SeeTrail: RequestPolicy {
    public static let name = "see trail"
    public static func admits(_ found: OnRequest) -> Bool { found.isSent }
}

/// May write the draft: a member of the asking structure, until it is sent.
public enum EditDraft: RequestPolicy {
    public static let name = "edit draft"
    public static func admits(_ found: OnRequest) -> Bool { found.actions.contains(.edit) }
}

/// May send the draft: a member of the asking structure. Sent already, the second click on the same form is answered as
/// the first was; anything else is refused by the desk.
public enum SendDraft: RequestPolicy {
    public static let name = "send draft"
    public static func admits(_ found: OnRequest) -> Bool { found.isAskers }
}

/// May join files: a member of the asking structure, to a draft or until the answer.
public enum JoinFiles: RequestPolicy {
    public static let name = "join files"
    public static func admits(_ found: OnRequest) -> Bool { found.actions.contains(.attach) }
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
public enum WriteAnswer: RequestPolicy {
    public static let name = "write answer"

    public static func admits(_ found: OnRequest) -> Bool {
        found.actions.contains(.draftAnswer) || found.actions.contains(.validate)
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

/// One expert's part in a demand. The demand's state follows the lead's; invited experts answer beside.
public struct Assignment: Sendable, Equatable {
    public enum Role: String, Sendable, Codable, CaseIterable { case lead, invited }

    /// `proposed`: named by a regulator or coordinator, not yet taken: nobody is made responsible without their own act.
    public enum State: String, Sendable, Codable, CaseIterable {
        case proposed, taken, awaitingValidation, answered, declined, released
    }

    public let id: Identifier<Assignment>
    public let expert: Identifier<Person>
    public let role: Role
    public let isJunior: Bool
    public var state: State
    public var since: Instant
    /// The opinion being written; kept when the demand changes hands.
    public var draft: AnswerContent?

    public init(
        id: Identifier<Assignment>, expert: Identifier<Person>, role: Role = .lead, isJunior: Bool = false,
        state: State,
        since: Instant, draft: AnswerContent? = nil
    ) {
        self.id = id
        self.expert = expert
        self.role = role
        self.isJunior = isJunior
        self.state = state
        self.since = since
        self.draft = draft
    }

    /// Still carries the demand, as opposed to having given it up.
    public var isCurrent: Bool {
        state == .taken || state == .awaitingValidation || state == .answered || state == .declined
    }
}

/// What the expert writes: an opinion in words and one coded orientation are compulsory, nothing else.
public struct AnswerContent: Sendable, Equatable, Codable {
    public var text: String
    public var orientation: Orientation?
    /// What limits the opinion: quality of the photographs, missing data.
    public var limits: String
    /// When the patient must be seen, the day before which.
    public var seeBefore: CivilDate?
    /// How serious it is; nil when the expert did not say.
    public var gravity: Gravity?
    /// The line of the network asked to receive the patient; nil for none, and as answers were kept before there was one.
    public var receiving: Route?

    public init(
        text: String, orientation: Orientation?, limits: String = "", seeBefore: CivilDate? = nil,
        gravity: Gravity? = nil, receiving: Route? = nil
    ) {
        self.text = text
        self.orientation = orientation
        self.limits = limits
        self.seeBefore = seeBefore
        self.gravity = gravity
        self.receiving = receiving
    }

    /// Limit of each free text, in characters, said before sending.
    public static let longestText = 8000
}

/// An answer as sent. Amending makes a new version; the old one is kept.
public struct Answer: Sendable, Equatable {
    /// Counts from 1 in a demand.
    public let version: Int
    public let content: AnswerContent
    public let expert: Identifier<Person>
    /// The senior who validated a junior's answer: the act is theirs.
    public let validatedBy: Identifier<Person>?
    public let sentAt: Instant
    /// Why this version amends the one before; for an erratum, what it corrects.
    public let reason: String

    public init(
        version: Int, content: AnswerContent, expert: Identifier<Person>, validatedBy: Identifier<Person>? = nil,
        sentAt: Instant, reason: String = ""
    ) {
        self.version = version
        self.content = content
        self.expert = expert
        self.validatedBy = validatedBy
        self.sentAt = sentAt
        self.reason = reason
    }

    /// Whose act it is.
    public var responsible: Identifier<Person> { validatedBy ?? expert }
}

/// Where a demand stands when a message about it is made: as much as the message may say, and what makes it needless.
public struct TellingMatter: Sendable, Equatable {
    public let request: Identifier<AdviceRequest>
    public let number: RequestNumber
    /// The line's title.
    public let line: String
    public let urgency: Urgency
    public let state: RequestState
    public let dueAt: Instant?
    public let isUnread: Bool
    public let holder: Identifier<Person>?
    public let offsets: OffsetRules
    /// News of the visit that the asking structure has not looked at.
    public let hasNews: Bool
    /// To be seen before a day, without an appointment.
    public let isUnbooked: Bool
    /// Someone still has to see the patient.
    public let isToBeSeen: Bool

    public init(
        request: Identifier<AdviceRequest>, number: RequestNumber, line: String, urgency: Urgency, state: RequestState,
        dueAt: Instant?, isUnread: Bool, holder: Identifier<Person>?, offsets: OffsetRules,
        hasNews: Bool = false, isUnbooked: Bool = false, isToBeSeen: Bool = false
    ) {
        self.request = request
        self.number = number
        self.line = line
        self.urgency = urgency
        self.state = state
        self.dueAt = dueAt
        self.isUnread = isUnread
        self.holder = holder
        self.offsets = offsets
        self.hasNews = hasNews
        self.isUnbooked = isUnbooked
        self.isToBeSeen = isToBeSeen
    }

    /// Whether there is still something to be told: what was read, answered or done since is told to nobody.
    public func awaits(_ event: TellingEvent, telling person: Identifier<Person>, at now: Instant) -> Bool {
        switch event {
        case .inYourName: state == .draft || state == .submitted
        case .taken: state == .taken || state == .awaitingInformation
        case .informationAsked: state == .awaitingInformation
        case .answered, .patientToBeSeen, .corrected, .declined, .unread: isUnread
        case .visitNews: hasNews
        case .unbooked: isUnbooked
        case .unseen: isToBeSeen
        case .newUrgent, .proposed: state == .submitted
        case .informationGiven where holder == nil: state == .submitted
        case .informationGiven, .followUpAsked: state == .taken && holder == person
        // Also after the answer: it was given on what has changed.
        case .identityCorrected, .fileWithdrawn: state != .cancelled && holder == person
        case .overdue: (state == .submitted || state == .taken) && dueAt.map { now >= $0 } == true
        case .reminded, .alerted: state == .submitted || state == .taken
        case .widened, .handedBack: state == .submitted
        case .informationAwaited: state == .awaitingInformation
        case .unacknowledged: state == .answered
        }
    }
}

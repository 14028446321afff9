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

    public init(
        request: Identifier<AdviceRequest>, number: RequestNumber, line: String, urgency: Urgency, state: RequestState,
        dueAt: Instant?, isUnread: Bool, holder: Identifier<Person>?, offsets: OffsetRules
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
    }

    /// Whether there is still something to be told: what was read, answered or done since is told to nobody.
    public func awaits(_ event: TellingEvent, telling person: Identifier<Person>, at now: Instant) -> Bool {
        switch event {
        case .taken: state == .taken || state == .awaitingInformation
        case .informationAsked: state == .awaitingInformation
        case .answered, .patientToBeSeen, .corrected, .declined: isUnread
        case .newUrgent, .proposed: state == .submitted
        case .informationGiven, .followUpAsked: state == .taken && holder == person
        case .overdue: (state == .submitted || state == .taken) && dueAt.map { now > $0 } == true
        }
    }
}

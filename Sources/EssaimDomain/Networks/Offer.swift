/// A line of a network (*ligne*): what may be asked, of whom, within which delay.
public struct Offer: Sendable, Equatable {
    public enum State: String, Sendable, Codable, CaseIterable { case open, paused, coming }

    public let id: Identifier<Offer>
    public var title: String
    /// When to use this line, in one sentence.
    public var summary: String
    public var kind: RequestKind
    public var state: State
    /// The form, by the name of its file in `protocols/`; none for a free question.
    public var form: Identifier<ClinicalProtocol>?
    /// Who may ask; empty: any professional.
    public var professions: [Profession]
    public var targets: [Urgency: AnswerTarget]
    public var hours: OpeningHours?
    /// Which pool answers in which zone.
    public var pools: [Identifier<Zone>: Identifier<Pool>]

    public init(
        id: Identifier<Offer>, title: String, summary: String = "", kind: RequestKind = .teleexpertise,
        state: State = .open,
        form: Identifier<ClinicalProtocol>? = nil, professions: [Profession] = [], targets: [Urgency: AnswerTarget],
        hours: OpeningHours? = nil, pools: [Identifier<Zone>: Identifier<Pool>]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.kind = kind
        self.state = state
        self.form = form
        self.professions = professions
        self.targets = targets
        self.hours = hours
        self.pools = pools
    }

    public func admits(_ profession: Profession) -> Bool {
        guard kind == .orientation || profession.isHealthProfessional else { return false }
        return professions.isEmpty || professions.contains(profession)
    }

    /// The delay promised for an urgency: the line's own, else the standard one.
    public func target(for urgency: Urgency) -> AnswerTarget { targets[urgency] ?? .standard(for: urgency) }

    /// What may be promised for a demand sent now.
    public func promise(for urgency: Urgency, at now: Instant, in local: LocalTime) -> Promise {
        target(for: urgency).promise(for: urgency, at: now, in: local)
    }
}

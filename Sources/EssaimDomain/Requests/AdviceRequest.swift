/// A demand: the question of a requérant about a patient, and what becomes of it. The aggregate: it is loaded whole,
/// decided on by `decide(_:by:in:)`, and saved whole under its version.
public struct AdviceRequest: Sendable, Equatable {
    public let id: Identifier<AdviceRequest>
    /// What people say on the telephone, `7K3M-QX2P`.
    public let number: RequestNumber
    public let kind: RequestKind
    public let network: Identifier<Network>
    /// The asking structure: owner of the demand.
    public let structure: Identifier<Structure>
    /// Counts the changes; every command names the version it read.
    public var version: Int
    public internal(set) var state: RequestState
    /// In whose name it is asked.
    public var requester: Identifier<Person>
    /// Who typed it: the requester, or a delegate.
    public var author: Identifier<Person>
    public internal(set) var route: Route
    /// Pools that see it too, since nobody of its own answered: whoever takes it first, there or here.
    public internal(set) var reached: Set<Identifier<Pool>>
    /// Known once submitted.
    public internal(set) var patient: Identifier<Patient>?
    public internal(set) var content: RequestContent
    public internal(set) var consent: Consent?
    public let createdAt: Instant
    /// The first sending; a follow-up question starts another clock, not another demand.
    public internal(set) var submittedAt: Instant?
    public internal(set) var clock: AnswerClock?
    public internal(set) var takenAt: Instant?
    public internal(set) var answeredAt: Instant?
    public internal(set) var assignments: [Assignment]
    public internal(set) var answers: [Answer]
    /// Experts of the pool who declined for themselves.
    public internal(set) var setAsideBy: Set<Identifier<Person>>
    /// The asking structure has not yet read the last answer, decline or erratum.
    public internal(set) var isUnread: Bool
    public internal(set) var loop: Loop
    /// Once an answer says that the patient is to be seen.
    public internal(set) var visit: Visit?
    /// Of a demand that came by a regulated door.
    public internal(set) var triage: Triage?
    /// The demands it is triaged with.
    public internal(set) var group: Identifier<DemandGroup>?
    /// The line that the last answer asks to receive the patient.
    public internal(set) var reception: Reception?
    /// It was asked and answered on the telephone.
    public let phone: PhoneOpinion?

    public init(
        id: Identifier<AdviceRequest>, number: RequestNumber, kind: RequestKind, network: Identifier<Network>,
        structure: Identifier<Structure>, version: Int = 1, state: RequestState = .draft, requester: Identifier<Person>,
        author: Identifier<Person>, route: Route, patient: Identifier<Patient>? = nil, content: RequestContent,
        consent: Consent? = nil, createdAt: Instant, submittedAt: Instant? = nil, clock: AnswerClock? = nil,
        takenAt: Instant? = nil,
        answeredAt: Instant? = nil, assignments: [Assignment] = [], answers: [Answer] = [],
        setAsideBy: Set<Identifier<Person>> = [], isUnread: Bool = false, loop: Loop = Loop(),
        visit: Visit? = nil, reached: Set<Identifier<Pool>> = [], triage: Triage? = nil,
        group: Identifier<DemandGroup>? = nil, reception: Reception? = nil, phone: PhoneOpinion? = nil
    ) {
        self.id = id
        self.number = number
        self.kind = kind
        self.network = network
        self.structure = structure
        self.version = version
        self.state = state
        self.requester = requester
        self.author = author
        self.route = route
        self.patient = patient
        self.content = content
        self.consent = consent
        self.createdAt = createdAt
        self.submittedAt = submittedAt
        self.clock = clock
        self.takenAt = takenAt
        self.answeredAt = answeredAt
        self.assignments = assignments
        self.answers = answers
        self.setAsideBy = setAsideBy
        self.isUnread = isUnread
        self.loop = loop
        self.visit = visit
        self.reached = reached
        self.triage = triage
        self.group = group
        self.reception = reception
        self.phone = phone
    }

    /// Every pool whose experts may take it: its own, and those that it reached.
    public var pools: Set<Identifier<Pool>> { reached.union([route.pool]) }

    /// The assignment that carries the demand now.
    public var lead: Assignment? { assignments.last { $0.role == .lead && $0.isCurrent } }

    /// The expert who holds it.
    public var holder: Identifier<Person>? { lead?.expert }

    /// An opinion begun and not sent, by whoever held the demand last.
    public var draft: AnswerContent? { lead?.draft ?? assignments.last { $0.draft != nil }?.draft }

    public var lastAnswer: Answer? { answers.last }

    /// Open, its clock running, and the promised hour is past.
    public func isOverdue(at now: Instant) -> Bool {
        (state == .submitted || state == .taken) && clock?.isOverdue(at: now) == true
    }
}

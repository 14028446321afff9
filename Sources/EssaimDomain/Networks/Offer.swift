/// A line of a network (*ligne*): what may be asked, of whom, within which delay.
public struct Offer: Sendable, Equatable {
    public enum State: String, Sendable, Codable, CaseIterable { case open, paused, coming }

    /// What the line gives.
    public enum Service: String, Sendable, Codable, CaseIterable {
        case opinion, examination, consultation, dayHospital, admission
    }

    /// How the line meets the demand.
    public enum Modality: String, Sendable, Codable, CaseIterable {
        /// In writing, each in their own time.
        case deferred
        case telephone, video, onSite
    }

    public let id: Identifier<Offer>
    public var title: String
    /// When to use this line, in one sentence.
    public var summary: String
    /// Words of a requester that should lead here: « mélanome », « grain de beauté ».
    public var keywords: [String]
    /// In words: « Dermatologie et vénéréologie »; empty for none.
    public var specialty: String
    public var kind: RequestKind
    public var service: Service
    public var modality: Modality
    /// The establishment that answers for it and administers it; nil for the network itself.
    public var owner: Identifier<Partner>?
    public var state: State
    /// Of a line that is coming, when it is expected; of a paused one, the first day on which it is open again.
    public var stateUntil: CivilDate?
    /// The form, by the name of its file in `protocols/`; none for a free question.
    public var form: Identifier<ClinicalProtocol>?
    /// Who may ask; empty: any professional.
    public var professions: [Profession]
    public var admission: Admission
    public var targets: [Urgency: AnswerTarget]
    public var hours: OpeningHours?
    /// How it is reached beside the demand itself.
    public var channels: [Channel]
    /// Which pool answers in which zone.
    public var pools: [Identifier<Zone>: Identifier<Pool>]
    public var routing: LineRouting
    /// What is done when nobody answers; nil: as the network does.
    public var guarantee: GuaranteePlan?

    public init(
        id: Identifier<Offer>, title: String, summary: String = "", keywords: [String] = [], specialty: String = "",
        kind: RequestKind = .teleexpertise, service: Service = .opinion, modality: Modality = .deferred,
        owner: Identifier<Partner>? = nil, state: State = .open, stateUntil: CivilDate? = nil,
        form: Identifier<ClinicalProtocol>? = nil, professions: [Profession] = [], admission: Admission = Admission(),
        targets: [Urgency: AnswerTarget], hours: OpeningHours? = nil, channels: [Channel] = [],
        pools: [Identifier<Zone>: Identifier<Pool>], routing: LineRouting = LineRouting(),
        guarantee: GuaranteePlan? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.keywords = keywords
        self.specialty = specialty
        self.kind = kind
        self.service = service
        self.modality = modality
        self.owner = owner
        self.state = state
        self.stateUntil = stateUntil
        self.form = form
        self.professions = professions
        self.admission = admission
        self.targets = targets
        self.hours = hours
        self.channels = channels
        self.pools = pools
        self.routing = routing
        self.guarantee = guarantee
    }

    public func admits(_ profession: Profession) -> Bool {
        guard kind == .orientation || profession.isHealthProfessional else { return false }
        return professions.isEmpty || professions.contains(profession)
    }

    /// As it stands on a day: a pause ends by itself on its day; a line that is coming is open only once its team says so,
    /// for announced days slip.
    public func state(on day: CivilDate) -> State {
        if state == .paused, let stateUntil, day >= stateUntil { return .open }
        return state
    }

    public func isOpen(on day: CivilDate) -> Bool { state(on: day) == .open }

    /// The delay promised for an urgency: the line's own, else the standard one.
    public func target(for urgency: Urgency) -> AnswerTarget { targets[urgency] ?? .standard(for: urgency) }

    /// What may be promised for a demand sent now.
    public func promise(for urgency: Urgency, at now: Instant, in local: LocalTime) -> Promise {
        target(for: urgency).promise(for: urgency, at: now, in: local)
    }
}

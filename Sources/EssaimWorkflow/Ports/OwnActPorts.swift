import EssaimDomain

/// Where one act stands, for whoever moves it.
public struct ActStanding: Sendable, Equatable {
    public let id: Identifier<RecordedAct>
    public let state: ActState
    public let version: Int
    /// An establishment claims it.
    public let isClaimed: Bool
    public let correctedAt: Instant?

    public init(id: Identifier<RecordedAct>, state: ActState, version: Int, isClaimed: Bool, correctedAt: Instant?) {
        self.id = id
        self.state = state
        self.version = version
        self.isClaimed = isClaimed
        self.correctedAt = correctedAt
    }

    /// The step of a move; nil when it is not the time.
    public func step(_ move: ActMove) -> ActStep? { isClaimed ? state.claimed(move) : state.own(move) }
}

/// An act as its professional bills it: all that billing software asks, and no clinical word.
public struct OwnAct: Sendable {
    public let standing: ActStanding
    public let act: Act
    public let amountCents: Int
    public let performedAt: Instant
    public let note: String
    /// When it was marked, and why when it is not to be billed.
    public let stateAt: Instant?
    public let reason: String
    public let request: Identifier<AdviceRequest>
    public let number: RequestNumber
    public let patient: Patient
    public let counterpart: Person?
    public let counterpartStructure: Structure?

    public init(
        standing: ActStanding, act: Act, amountCents: Int, performedAt: Instant, note: String, stateAt: Instant?,
        reason: String, request: Identifier<AdviceRequest>, number: RequestNumber, patient: Patient,
        counterpart: Person?, counterpartStructure: Structure?
    ) {
        self.standing = standing
        self.act = act
        self.amountCents = amountCents
        self.performedAt = performedAt
        self.note = note
        self.stateAt = stateAt
        self.reason = reason
        self.request = request
        self.number = number
        self.patient = patient
        self.counterpart = counterpart
        self.counterpartStructure = counterpartStructure
    }
}

/// Where the next page begins: after this act.
public struct ActKey: Sendable, Equatable {
    public let at: Instant
    public let id: Identifier<RecordedAct>

    public init(at: Instant, id: Identifier<RecordedAct>) {
        self.at = at
        self.id = id
    }
}

/// What each side knows of its own acts: one professional's, never what another structure asked.
public protocol OwnActReading {
    /// Acts of that professional that nobody billed yet, oldest first.
    func openActs(of person: Identifier<Person>, after key: ActKey?, limit: Int) throws -> [OwnAct]
    /// Those that were marked, the last marked first.
    func markedActs(of person: Identifier<Person>, before key: ActKey?, limit: Int) throws -> [OwnAct]
    /// All of a span of time, in order.
    func acts(of person: Identifier<Person>, from start: Instant, until end: Instant, limit: Int) throws -> [OwnAct]
    func act(_ id: Identifier<RecordedAct>, of person: Identifier<Person>) throws -> OwnAct?
    /// That professional's acts for these patients, those that are not to be billed left out. A TE2 counts for a patient
    /// whom another structure knows by the same INS or the same strict traits; an RQD for the structure's own patient.
    func knownActs(
        of person: Identifier<Person>, for patients: Set<Identifier<Patient>>
    ) throws -> [Identifier<Patient>: Set<KnownAct>]
}

public protocol ActMarking {
    func standings(of request: Identifier<AdviceRequest>) throws -> [ActStanding]
    /// Takes the step over the version that was read; false when another came first.
    @discardableResult
    func move(
        _ standing: ActStanding, to step: ActStep, reason: String, correctedAt: Instant?, at now: Instant
    ) throws -> Bool
    /// The acts of a demand are those of the patient that it names now.
    func moveActs(of request: Identifier<AdviceRequest>, to patient: Identifier<Patient>) throws
}

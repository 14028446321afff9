/// The people of the pools that a demand may reach, as they stand at one moment. `RoutingTable.pools(for:)` says which pools
/// are looked at: the others need not be there.
public struct RoutingHour: Sendable, Equatable {
    public let now: Instant
    /// Active members; a pool left out has none.
    public var experts: [Identifier<Pool>: [ExpertStanding]]
    /// A pool left out has no rota.
    public var duties: [Identifier<Pool>: DutyAnswer]
    public var hasRegulator: Bool

    public init(
        now: Instant, experts: [Identifier<Pool>: [ExpertStanding]], duties: [Identifier<Pool>: DutyAnswer] = [:],
        hasRegulator: Bool = true
    ) {
        self.now = now
        self.experts = experts
        self.duties = duties
        self.hasRegulator = hasRegulator
    }
}

/// One member of a pool: may they be asked, and how much they carry.
public struct ExpertStanding: Sendable, Equatable {
    public let expert: Identifier<Person>
    public let grade: PoolGrade
    public let subSpecialties: Set<Identifier<SubSpecialty>>
    /// From when on they can answer: now, later, or nil when they said no hour within ten years.
    public let availableFrom: Instant?
    /// Open demands that they hold, in all their pools.
    public let held: Int
    /// When a demand was last given to them in turn.
    public let lastGivenAt: Instant?

    public init(
        _ expert: Identifier<Person>, grade: PoolGrade = .senior, subSpecialties: Set<Identifier<SubSpecialty>> = [],
        availableFrom: Instant?, held: Int = 0, lastGivenAt: Instant? = nil
    ) {
        self.expert = expert
        self.grade = grade
        self.subSpecialties = subSpecialties
        self.availableFrom = availableFrom
        self.held = held
        self.lastGivenAt = lastGivenAt
    }

    /// As they said of themselves: their hours, their daily limit, their absences.
    /// - Parameters:
    ///   - busy: what their own calendar says besides.
    ///   - taken: demands that they took since midnight.
    public init(
        _ expert: Identifier<Person>, grade: PoolGrade = .senior, subSpecialties: Set<Identifier<SubSpecialty>> = [],
        _ availability: Availability, busy: Stretches = .none, taken: Int, held: Int, lastGivenAt: Instant? = nil,
        at now: Instant, in local: LocalTime
    ) {
        var free = availability.next(after: now, taken: taken, in: local)
        while let start = free, let away = busy.stretch(at: start) {
            free = availability.next(after: away.upperBound, taken: taken, in: local)
        }
        self.init(
            expert, grade: grade, subSpecialties: subSpecialties,
            availableFrom: free, held: held, lastGivenAt: lastGivenAt)
    }

    public func isAvailable(by instant: Instant) -> Bool { availableFrom.map { $0 <= instant } ?? false }

    /// Whose turn comes first: who is there now, then who holds less, then who was given one longest ago.
    func comesBefore(_ other: Self, at now: Instant) -> Bool {
        let (here, there) = (isAvailable(by: now), other.isAvailable(by: now))
        if here != there { return here }
        if held != other.held { return held < other.held }
        if lastGivenAt != other.lastGivenAt {
            guard let given = lastGivenAt, let otherGiven = other.lastGivenAt else { return lastGivenAt == nil }
            return given < otherGiven
        }
        return expert < other.expert
    }
}

/// Who is on duty for a pool, as its rota says.
public enum DutyAnswer: Sendable, Equatable {
    public struct Turn: Sendable, Hashable {
        public let expert: Identifier<Person>
        public let until: Instant

        public init(_ expert: Identifier<Person>, until: Instant) {
            self.expert = expert
            self.until = until
        }
    }

    case noRota
    /// A rota without anyone on it now; when the next turn begins, nil when none is known.
    case nobody(nextAt: Instant?)
    /// In the order in which they are asked.
    case onDuty([Turn])
}

extension DutyAnswer {
    /// What routing asks of a rota's standing.
    /// - Parameter nextAt: when the next turn begins, for a rota that has nobody now.
    public init(_ standing: DutyStanding, nextAt: Instant? = nil) {
        self =
            switch standing {
            case .noRota: .noRota
            case .nobody: .nobody(nextAt: nextAt)
            case .onDuty(let turns): .onDuty(turns.map { Turn($0.person, until: $0.until) })
            }
    }
}

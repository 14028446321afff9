import EssaimDomain

/// An active member of a pool, as much as routing looks at.
public struct RoutedMember: Sendable, Equatable {
    public let pool: Identifier<Pool>
    public let person: Identifier<Person>
    public let grade: PoolGrade
    public let subSpecialties: Set<Identifier<SubSpecialty>>
    public var availability: Availability
    /// What their own calendar says besides.
    public let busy: Stretches
    /// Demands that they took since midnight.
    public let taken: Int
    /// Open demands that they hold.
    public let held: Int
    public let lastGivenAt: Instant?

    public init(
        pool: Identifier<Pool>, person: Identifier<Person>, grade: PoolGrade,
        subSpecialties: Set<Identifier<SubSpecialty>> = [], availability: Availability, busy: Stretches = .none,
        taken: Int,
        held: Int, lastGivenAt: Instant?
    ) {
        self.pool = pool
        self.person = person
        self.grade = grade
        self.subSpecialties = subSpecialties
        self.availability = availability
        self.busy = busy
        self.taken = taken
        self.held = held
        self.lastGivenAt = lastGivenAt
    }
}

public protocol RoutingReading {
    /// The active members of these pools whose accounts are open, with the absences that are not over on `day`; in a number
    /// of queries that does not grow with them.
    /// - Parameter midnight: of that day.
    func members(
        routedIn pools: Set<Identifier<Pool>>, on day: CivilDate, since midnight: Instant
    ) throws -> [RoutedMember]
    func hasRegulator(_ network: Identifier<Network>) throws -> Bool
    /// Who was asked for that demand at its sending, and why; nil before.
    func routing(of request: Identifier<AdviceRequest>) throws -> RoutingAnswer?
}

public protocol RoutingWriting {
    func keep(_ routing: RoutingAnswer, of request: Identifier<AdviceRequest>) throws
}

import EssaimDomain

/// What an expert said of their days, and how many demands they took since a moment.
public struct ExpertDay: Sendable, Equatable {
    public let availability: Availability
    public let taken: Int

    public init(availability: Availability, taken: Int) {
        self.availability = availability
        self.taken = taken
    }
}

public protocol AvailabilityReading {
    /// With the absences that are not over on `day`, and its version: 0 when nothing was ever said.
    func availability(of person: Identifier<Person>, on day: CivilDate) throws -> (Availability, version: Int)
    /// Demands that this person carries, or carried to their end, taken since.
    func taken(by person: Identifier<Person>, since: Instant) throws -> Int
    /// Everyone of a pool who said something or took something, in one query; the absence of that day alone.
    func days(ofPool pool: Identifier<Pool>, on day: CivilDate, since midnight: Instant) throws
        -> [Identifier<Person>: ExpertDay]
}

public protocol AvailabilityWriting {
    /// The week and the daily limit, over that version; absences apart. False when another was saved since.
    func save(_ availability: Availability, of person: Identifier<Person>, over version: Int) throws -> Bool
    func insert(_ absence: Absence, of person: Identifier<Person>) throws
    /// False when it is not theirs.
    func remove(_ absence: Identifier<Absence>, of person: Identifier<Person>) throws -> Bool
}

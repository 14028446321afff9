/// What became of one turn of a duty. It is emptied rather than deleted, so that its version only grows; of a turn that its
/// rule no longer makes it says nothing.
public struct ShiftException: Sendable, Equatable {
    public struct Place: Hashable, Sendable {
        public let day: CivilDate
        public let time: DutyTime

        public init(day: CivilDate, time: DutyTime) {
            self.day = day
            self.time = time
        }
    }

    public let key: Shift.Key
    public var isRemoved: Bool
    /// Where it was moved; nil where the rule puts it.
    public var place: Place?
    /// Who keeps it instead; nil for the duty's own person.
    public var person: Identifier<Person>?
    public var version: Int

    public init(
        key: Shift.Key, isRemoved: Bool = false, place: Place? = nil, person: Identifier<Person>? = nil,
        version: Int = 0
    ) {
        self.key = key
        self.isRemoved = isRemoved
        self.place = place
        self.person = person
        self.version = version
    }
}

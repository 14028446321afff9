/// One turn of duty (*tour*): who, for what, from when to when.
public struct Shift: Sendable, Equatable {
    /// Its name for ever: the duty, and the day on which the rule puts it, wherever it was moved.
    public struct Key: Hashable, Sendable {
        public let duty: Identifier<Duty>
        public let day: CivilDate

        public init(duty: Identifier<Duty>, day: CivilDate) {
            self.duty = duty
            self.day = day
        }
    }

    /// A turn as someone read it: what they then do is refused if it changed since.
    public struct Seen: Hashable, Sendable {
        public let key: Key
        public let version: Int

        public init(key: Key, version: Int) {
            self.key = key
            self.version = version
        }
    }

    public let key: Key
    public let post: DutyPost
    public let person: Identifier<Person>
    /// The day on which it begins.
    public let day: CivilDate
    public let span: Range<Instant>
    /// The duty's and the exception's together: it only grows, as neither ever falls.
    public let version: Int

    public var seen: Seen { Seen(key: key, version: version) }
}

extension Shift: Comparable {
    /// By beginning, then by person and by duty.
    public static func < (a: Self, b: Self) -> Bool {
        (a.span.lowerBound, a.person, a.key.duty, a.key.day) < (b.span.lowerBound, b.person, b.key.duty, b.key.day)
    }
}

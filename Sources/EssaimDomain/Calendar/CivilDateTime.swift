/// A day and a time of day as a clock on the wall shows them, without a place: `2026-11-16T18:55`.
public struct CivilDateTime: Hashable, Sendable {
    public let date: CivilDate
    /// Milliseconds shown by the clock since 00:00, below 86 400 000. Not the time that passed on a day of clock
    /// change.
    public let millisecondOfDay: Int

    /// Nil unless the time exists: hour 0…23, minute and second 0…59, millisecond 0…999.
    public init?(_ date: CivilDate, hour: Int, minute: Int = 0, second: Int = 0, millisecond: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999).contains(millisecond)
        else { return nil }
        self.init(date, millisecondOfDay: ((hour * 60 + minute) * 60 + second) * 1000 + millisecond)
    }

    /// The time at which the clock shows 00:00.
    public init(startOf date: CivilDate) { self.init(date, millisecondOfDay: 0) }

    init(_ date: CivilDate, millisecondOfDay: Int) {
        self.date = date
        self.millisecondOfDay = millisecondOfDay
    }

    public var hour: Int { millisecondOfDay / 3_600_000 }
    public var minute: Int { millisecondOfDay / 60_000 % 60 }
    public var second: Int { millisecondOfDay / 1000 % 60 }
    public var millisecond: Int { millisecondOfDay % 1000 }
    /// Minutes since 00:00, 0…1439.
    public var minuteOfDay: Int { millisecondOfDay / 60_000 }
}

extension CivilDateTime: Comparable {
    public static func < (a: Self, b: Self) -> Bool {
        (a.date, a.millisecondOfDay) < (b.date, b.millisecondOfDay)
    }
}

extension CivilDateTime: CustomStringConvertible {
    /// `2026-11-16T18:55:00`; milliseconds are left out. The value of a `datetime-local` field with seconds.
    public var description: String { "\(date)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }

    /// Reads `2026-11-16T18:55` and `2026-11-16T18:55:30`, as a `datetime-local` field sends them.
    public static func parse(_ text: String) -> Self? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let date = CivilDate(String(halves[0])) else { return nil }
        let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.compactMap(plainNumber)
        guard parts.allSatisfy({ $0.utf8.count == 2 }), numbers.count == parts.count, (2...3).contains(parts.count)
        else { return nil }
        return Self(date, hour: numbers[0], minute: numbers[1], second: parts.count == 3 ? numbers[2] : 0)
    }
}

/// A month of the calendar, without a time or a place. Text is `2026-11`.
public struct CivilMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let firstDay: CivilDate

    public init(of date: CivilDate) { firstDay = CivilDate(year: date.year, month: date.month, day: 1) ?? .first }

    /// Exactly `yyyy-mm`.
    public init?(_ text: String) {
        guard text.utf8.count == 7, let date = CivilDate(text + "-01") else { return nil }
        self.init(of: date)
    }

    public var year: Int { firstDay.year }
    public var month: Int { firstDay.month }
    public var description: String { String(firstDay.description.prefix(7)) }

    /// So many months later, or earlier when negative; stops at the ends of the calendar.
    public func adding(months: Int) -> Self { Self(of: firstDay.adding(months: months)) }

    public static func < (a: Self, b: Self) -> Bool { a.firstDay < b.firstDay }
}

import EssaimDomain
import Testing

/// From Thursday 26 November 2026; Christmas is a Friday that year.
struct DutyPatternTests {
    @Test(arguments: [
        // Every week.
        (1, DutyPattern.OnHolidays.dropped, "2026-11-23", false), (1, .dropped, "2026-11-26", false),
        (1, .dropped, "2026-11-27", true), (1, .dropped, "2026-11-30", true), (1, .dropped, "2026-12-04", true),
        (1, .dropped, "2026-12-25", false), (1, .kept, "2026-12-25", true), (1, .only, "2026-12-25", true),
        (1, .only, "2026-12-18", false), (1, .dropped, "2027-01-01", false), (1, .kept, "2027-03-26", true),
        // The last day is one of them, and nothing after it.
        (1, .kept, "2027-04-02", true), (1, .kept, "2027-04-05", false),
        // Every second week, counted from the week of the first day: its Monday has passed, its Friday comes.
        (2, .dropped, "2026-11-27", true), (2, .dropped, "2026-11-30", false), (2, .dropped, "2026-12-04", false),
        (2, .dropped, "2026-12-07", true), (2, .dropped, "2026-12-11", true), (2, .dropped, "2026-12-14", false),
        // 2026 has 53 weeks: weeks are counted, not numbered.
        (2, .kept, "2027-01-04", true), (2, .kept, "2027-01-11", false), (3, .kept, "2026-12-18", true),
        (3, .kept, "2027-01-08", true), (4, .kept, "2026-12-25", true), (4, .kept, "2027-01-22", true),
    ])
    func `a duty comes back on its days`(
        weeks: Int, onHolidays: DutyPattern.OnHolidays, day: String, comes: Bool
    ) throws {
        let pattern = try #require(
            DutyPattern(
                weekdays: [.monday, .friday], everyWeeks: weeks, from: try Wall.day("2026-11-26"),
                through: try Wall.day("2027-04-02"), onHolidays: onHolidays))
        let day = try Wall.day(day)
        #expect(pattern.contains(day, isHoliday: FrenchHolidays().contains(day)) == comes)
    }

    @Test func `a day that is added comes once, on a holiday too`() throws {
        let pattern = DutyPattern.once(on: try Wall.day("2026-12-25"))
        let days = try (-800...800).map { try Wall.day("2026-12-25").adding(days: $0) }
        #expect(days.filter { pattern.contains($0, isHoliday: true) } == [try Wall.day("2026-12-25")])
    }

    @Test func `a pattern has a day of the week, an interval that is one, and an end after its beginning`() throws {
        let day = try Wall.day("2026-11-26")
        #expect(DutyPattern(weekdays: [], from: day) == nil)
        for weeks in [Int.min, -1, 0, 53, Int.max] {
            #expect(DutyPattern(weekdays: [.monday], everyWeeks: weeks, from: day) == nil)
        }
        #expect(DutyPattern(weekdays: [.monday], from: day, through: day.adding(days: -1)) == nil)
        #expect(DutyPattern(weekdays: [.monday], from: day, through: day) != nil)
    }
}

import EssaimDomain
import Testing

struct DutyHoursTests {
    @Test(arguments: [
        ("20:00-08:00", "20:00-08:00", 1200, 1920), ("9h - 13h30", "09:00-13:30", 540, 810),
        ("18:00-00:00", "18:00-00:00", 1080, 1440), ("18:00-24:00", "18:00-00:00", 1080, 1440),
        ("8:00-8:00", "08:00-08:00", 480, 1920), ("00:00-24h", "00:00-00:00", 0, 1440),
        ("23:59-0:00", "23:59-00:00", 1439, 1440),
    ])
    func `hours are read as they are typed, into the next day`(typed: String, text: String, from: Int, to: Int) throws {
        let hours = try #require(DutyHours(rawValue: typed))
        #expect((hours.from, hours.to, hours.rawValue) == (from, to, text))
        #expect(DutyHours(rawValue: hours.rawValue) == hours)
    }

    @Test(
        arguments: hostileTexts + ["8-13", "24:00-08:00", "08:00", "08:00-13:00-14:00", "25:00-26:00", "-08:00-09:00"])
    func `what is no time is none`(text: String) {
        #expect(DutyHours(rawValue: text) == nil)
        #expect(DutyTime(rawValue: text) == nil)
    }

    @Test(arguments: [(-1, 5), (5, 5), (1440, 1441), (0, 1441), (600, 2041), (Int.min, Int.max)])
    func `a duty lasts a day at most`(from: Int, to: Int) { #expect(DutyHours(from: from, to: to) == nil) }

    /// Clocks go forward in the night to 29 March 2026, and back in the one to 25 October.
    @Test(arguments: [
        ("20:00-08:00", "2026-11-23", 12.0), ("20:00-08:00", "2026-03-28", 11), ("20:00-08:00", "2026-10-24", 13),
        ("00:00-24:00", "2026-03-29", 23), ("00:00-24:00", "2026-10-25", 25), ("02:00-04:00", "2026-03-29", 1),
        ("01:00-02:30", "2026-03-29", 1), ("01:00-02:30", "2026-10-25", 1.5), ("02:30-08:00", "2026-10-25", 6.5),
    ])
    func `a duty over a change of clocks is an hour shorter or longer`(text: String, day: String, hours: Double) throws
    {
        let span = try #require(DutyHours(rawValue: text)?.span(on: try Wall.day(day), in: .centralEuropean))
        #expect((span.upperBound - span.lowerBound).milliseconds == Int64(hours * 3_600_000))
    }

    @Test func `nothing is left of a duty in the hour that spring skips`() throws {
        for text in ["02:00-03:00", "02:10-02:50"] {
            #expect(DutyHours(rawValue: text)?.span(on: try Wall.day("2026-03-29"), in: .centralEuropean) == nil)
        }
    }

    /// One hands over to the other at 02:30, a time that shows twice.
    @Test func `who hands over in the hour that autumn repeats leaves nothing between`() throws {
        let day = try Wall.day("2026-10-25")
        let spans = ["22:00-02:30", "02:30-08:00"].enumerated().compactMap { place, text in
            DutyHours(rawValue: text)?.span(on: day.adding(days: place - 1), in: .centralEuropean)
        }
        #expect(spans.count == 2 && spans[0].upperBound == spans[1].lowerBound)
    }

    @Test(arguments: ["morning", "afternoon", "day", "20:00-08:00"])
    func `a time is kept as text`(text: String) { #expect(DutyTime(rawValue: text)?.rawValue == text) }

    @Test func `two half-days are the day`() throws {
        let (morning, afternoon) = (DutyTime.half(.morning).hours, DutyTime.half(.afternoon).hours)
        #expect((morning.from, afternoon.to) == (DutyTime.day.hours.from, DutyTime.day.hours.to))
        #expect(morning.to == afternoon.from)
    }
}

import EssaimDomain
import Testing

struct CountedTimeTests {
    /// A line open Monday to Friday, 9 to 19 h, in Paris.
    @Test(arguments: [
        // Within a day; to closing; over a night.
        ("2026-11-17T10:00:00", 4, "2026-11-17T14:00:00"), ("2026-11-17T15:00:00", 4, "2026-11-17T19:00:00"),
        ("2026-11-17T17:00:00", 4, "2026-11-18T11:00:00"), ("2026-11-17T06:00:00", 1, "2026-11-17T10:00:00"),
        // Over the weekend of Whit Monday 2026: 2 h on Friday, nothing till Tuesday.
        ("2026-05-22T17:00:00", 4, "2026-05-26T11:00:00"), ("2026-05-22T17:00:00", 48, "2026-06-01T15:00:00"),
        // Over Ascension Thursday 2026, and over Christmas.
        ("2026-05-13T18:00:00", 4, "2026-05-15T12:00:00"), ("2026-12-24T18:00:00", 2, "2026-12-28T10:00:00"),
        // From a Sunday; over the weekend when clocks change.
        ("2026-11-22T12:00:00", 10, "2026-11-23T19:00:00"), ("2026-03-27T18:00:00", 2, "2026-03-30T10:00:00"),
    ])
    func `opening hours are counted over nights, weekends and holidays`(from: String, hours: Int, due: String) throws {
        let local = try Wall.weekdays()
        let start = try Wall.paris(from)
        #expect(local.advance(from: start, by: .hours(hours)) == (try Wall.paris(due)))
        #expect(local.counted(from: start, to: try Wall.paris(due)) == .hours(hours))
    }

    @Test(arguments: [("2026-03-29", 5), ("2026-10-25", 7), ("2026-11-22", 6)])
    func `a night from midnight to six has five hours in spring and seven in autumn`(day: String, hours: Int) throws {
        let night = try #require(MinuteRange(rawValue: "00:00-06:00"))
        let local = LocalTime(hours: OpeningHours(weekly: [.sunday: [night]]))
        let midnight = try Wall.paris(day + "T00:00")
        #expect(local.counted(from: midnight, to: midnight + .hours(20)) == .hours(hours))
    }

    @Test(arguments: [("02:00-03:00", 0), ("01:00-02:30", 60), ("02:30-04:00", 60), ("01:30-02:10,02:20-03:30", 60)])
    func `a range that spring skips in part counts only what passed`(ranges: String, minutes: Int) throws {
        let open = try ranges.split(separator: ",").map { try #require(MinuteRange(rawValue: String($0))) }
        let local = LocalTime(hours: OpeningHours(weekly: [.sunday: open]))
        let midnight = try Wall.paris("2026-03-29T00:00")
        #expect(local.counted(from: midnight, to: midnight + .hours(12)) == .minutes(minutes))
    }

    @Test func `nothing is counted backwards, and no delay ends where it starts`() throws {
        let local = try Wall.weekdays()
        let noon = try Wall.paris("2026-11-17T12:00")
        #expect(local.counted(from: noon, to: noon - .hours(1)) == .zero)
        #expect(local.advance(from: noon, by: .zero) == noon)
        #expect(local.advance(from: noon, by: .hours(-3)) == noon)
        #expect(local.advance(from: noon, by: .days(100_000)) == nil)
    }

    @Test func `counting agrees with a minute by minute count, whatever the hours, over a year with its clock changes`()
        throws
    {
        var random = SeededRandom(7)
        for _ in 0..<12 {
            // Opening from four o'clock on: clocks change at night.
            var weekly: [Weekday: [MinuteRange]] = [:]
            for weekday in Weekday.allCases where Bool.random(using: &random) {
                weekly[weekday] = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
                    let from = Int.random(in: 240...1400, using: &random)
                    return MinuteRange(from: from, to: Int.random(in: from + 1...1440, using: &random))
                }
            }
            let local = LocalTime(hours: OpeningHours(weekly: weekly, opensOnHolidays: Bool.random(using: &random)))
            let first = try Wall.utc("2026-01-01T00:00")
            let start = first + .minutes(Int.random(in: 0..<500_000, using: &random))
            let end = start + .minutes(Int.random(in: 0..<20_000, using: &random))
            var minutes = 0
            var instant = start
            while instant < end {
                let civil = local.civil(at: instant)
                let isHoliday = local.holidays.contains(civil.date) && !local.hours.opensOnHolidays
                let ranges = isHoliday ? [] : weekly[civil.date.weekday] ?? []
                if ranges.contains(where: { $0.from <= civil.minuteOfDay && civil.minuteOfDay < $0.to }) {
                    minutes += 1
                }
                instant = instant + .minutes(1)
            }
            #expect(local.counted(from: start, to: end) == .minutes(minutes))
        }
    }

    @Test func `advancing by a duration leaves exactly that duration counted`() throws {
        var random = SeededRandom(8)
        let local = try Wall.weekdays()
        for _ in 0..<500 {
            let start = try Wall.paris("2026-01-01T00:00") + .minutes(Int.random(in: 0..<800_000, using: &random))
            let duration = Duration.seconds(Int.random(in: 1..<400_000, using: &random))
            let due = try #require(local.advance(from: start, by: duration))
            #expect(local.counted(from: start, to: due) == duration)
            #expect(local.counted(from: start, to: due - .milliseconds(1)) == duration - .milliseconds(1))
        }
    }
}

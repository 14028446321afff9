import EssaimDomain
import Testing

/// 2026: Monday 23 November; Sunday 29 November; clocks go back on Sunday 25 October at 3 h, forward on Sunday 29 March at 2 h.
@Suite struct TellingHoursTests {
    static let usual = TellingHours.usual
    static let everyDay = TellingHours(digests: [750, 1110], quietFrom: 1200, quietTo: 450, quietSundays: false)
    /// At 2 h 30 and 3 h 30, never quiet.
    static let night = TellingHours(digests: [150, 210], quietFrom: 0, quietTo: 0, quietSundays: false)

    @Test(arguments: [
        (usual, "2026-11-23T09:30", "2026-11-23T12:30"), (usual, "2026-11-23T12:30", "2026-11-23T12:30"),
        (usual, "2026-11-23T12:31", "2026-11-23T18:30"), (usual, "2026-11-23T18:31", "2026-11-24T12:30"),
        (usual, "2026-11-23T23:50", "2026-11-24T12:30"), (usual, "2026-11-24T03:00", "2026-11-24T12:30"),
        // Nothing on Sundays.
        (usual, "2026-11-28T19:00", "2026-11-30T12:30"), (usual, "2026-11-29T10:00", "2026-11-30T12:30"),
        (everyDay, "2026-11-28T19:00", "2026-11-29T12:30"),
        // A digest in the quiet hours is none; all of them are: the end of the quiet hours.
        (
            TellingHours(digests: [1260, 750], quietFrom: 1200, quietTo: 450, quietSundays: false), "2026-11-23T13:00",
            "2026-11-24T12:30"
        ),
        (
            TellingHours(digests: [1260], quietFrom: 1200, quietTo: 450, quietSundays: false), "2026-11-23T21:00",
            "2026-11-24T07:30"
        ),
        (
            TellingHours(digests: [1260], quietFrom: 1200, quietTo: 450, quietSundays: false), "2026-11-23T13:00",
            "2026-11-23T13:00"
        ),
        // No digest: each by itself, outside of the quiet hours.
        (
            TellingHours(digests: [], quietFrom: 1200, quietTo: 450, quietSundays: true), "2026-11-23T13:07",
            "2026-11-23T13:07"
        ),
        (
            TellingHours(digests: [], quietFrom: 1200, quietTo: 450, quietSundays: true), "2026-11-23T20:00",
            "2026-11-24T07:30"
        ),
        (
            TellingHours(digests: [], quietFrom: 1200, quietTo: 450, quietSundays: true), "2026-11-28T21:00",
            "2026-11-30T07:30"
        ),
        (
            TellingHours(digests: [], quietFrom: 720, quietTo: 840, quietSundays: true), "2026-11-29T10:00",
            "2026-11-30T00:00"
        ),
        (
            TellingHours(digests: [], quietFrom: 720, quietTo: 840, quietSundays: false), "2026-11-23T12:00",
            "2026-11-23T14:00"
        ),
        (
            TellingHours(digests: [], quietFrom: 720, quietTo: 840, quietSundays: false), "2026-11-23T14:00",
            "2026-11-23T14:00"
        ),
        // 2 h 30 does not exist on the 29th of March: the moment of the change, 3 h. Then 3 h 30.
        (night, "2026-03-29T01:00", "2026-03-29T03:00"), (night, "2026-03-29T03:10", "2026-03-29T03:30"),
    ])
    func `what does not press waits for its hour`(hours: TellingHours, now: String, departure: String) throws {
        let found = hours.departure(isPressing: false, at: try Wall.paris(now), in: .centralEuropean)
        #expect(found == (try Wall.paris(departure)), "\(OffsetRules.centralEuropean.civil(at: found))")
    }

    @Test func `the hour that comes twice in autumn tells once`() throws {
        // 2 h 30 in summer time is 0 h 30 UTC; in winter time 1 h 30 UTC.
        let first = try Wall.utc("2026-10-25T00:30")
        let after = Self.night.departure(
            isPressing: false, at: try Wall.utc("2026-10-25T00:31"), in: .centralEuropean)
        #expect(Self.night.departure(isPressing: false, at: first - .minutes(5), in: .centralEuropean) == first)
        // Not at the second 2 h 30: at 3 h 30, winter time.
        #expect(after == (try Wall.utc("2026-10-25T02:30")))
    }

    @Test func `what presses leaves at once, at night and on a Sunday too`() throws {
        for now in ["2026-11-23T03:00", "2026-11-29T10:00", "2026-11-23T12:00"] {
            let now = try Wall.paris(now)
            #expect(Self.usual.departure(isPressing: true, at: now, in: .centralEuropean) == now)
        }
    }

    @Test func `a clock set back gives the same hour again, and never an earlier one`() throws {
        let noon = try Wall.paris("2026-11-23T12:29")
        let planned = Self.usual.departure(isPressing: false, at: noon, in: .centralEuropean)
        let back = Self.usual.departure(isPressing: false, at: noon - .hours(1), in: .centralEuropean)
        #expect(planned == back && back >= noon - .hours(1))
    }

    @Test func `nobody waits for ever, and never into the past, whatever the hours`() throws {
        var random = SeededRandom(4711)
        for _ in 0..<2000 {
            let digests = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                Int.random(in: -9...1500, using: &random)
            }
            let hours = TellingHours(
                digests: digests, quietFrom: Int.random(in: -9...1500, using: &random),
                quietTo: Int.random(in: -9...1500, using: &random), quietSundays: Bool.random(using: &random))
            let now = Instant(milliseconds: Int64.random(in: 1_700_000_000_000...1_900_000_000_000, using: &random))
            let departure = hours.departure(isPressing: false, at: now, in: .centralEuropean)
            #expect(departure >= now && departure - now <= .days(3), "\(hours) \(now)")
            let civil = OffsetRules.centralEuropean.civil(at: departure)
            let changes = civil.date.month == 3 || civil.date.month == 10
            if !changes { #expect(!hours.isQuiet(civil), "\(hours) \(civil)") }
        }
    }

    @Test(arguments: [
        ("12:30", 750), ("12h30", 750), ("12 h 30", 750), ("8h", 480), ("00:00", 0), ("23:59", 1439), ("24:00", nil),
        ("12", nil), ("midi", nil), ("12:60", nil), ("-1:00", nil), ("", nil), ("1:2:3", nil), ("١٢:٣٠", nil),
    ])
    func `a time is read as people write it`(typed: String, minute: Int?) {
        #expect(MinuteOfDay.parse(typed) == minute)
    }
}

import EssaimDomain
import Foundation
import Testing

struct OffsetRulesTests {
    @Test(arguments: [
        ("2026-03-29T00:59:59", 3600), ("2026-03-29T01:00:00", 7200), ("2026-10-25T00:59:59", 7200),
        ("2026-10-25T01:00:00", 3600), ("2024-03-31T01:00:00", 7200), ("2025-10-26T00:59:59", 7200),
        ("2026-07-14T12:00:00", 7200), ("2026-12-31T23:59:59", 3600),
    ])
    func `Paris changes its clocks at 01:00 UTC on the last Sundays of March and October`(utc: String, seconds: Int)
        throws
    {
        #expect(OffsetRules.centralEuropean.offsetSeconds(at: try Wall.utc(utc)) == seconds)
    }

    @Test(arguments: [
        ("2026-03-08T04:59:59", -3), ("2026-03-08T05:00:00", -2), ("2026-11-01T03:59:59", -2),
        ("2026-11-01T04:00:00", -3),
    ])
    func `Saint-Pierre-et-Miquelon changes them with North America`(utc: String, hours: Int) throws {
        let rules = try #require(OffsetRules(named: "America/Miquelon"))
        #expect(rules.offsetSeconds(at: try Wall.utc(utc)) == hours * 3600)
    }

    @Test(arguments: [
        // Wall time in Paris, the instant, the wall time that this instant shows.
        ("2026-03-29T01:59:59", "2026-03-29T00:59:59", "2026-03-29T01:59:59"),
        ("2026-03-29T02:00:00", "2026-03-29T01:00:00", "2026-03-29T03:00:00"),
        ("2026-03-29T02:30:00", "2026-03-29T01:00:00", "2026-03-29T03:00:00"),
        ("2026-03-29T03:00:00", "2026-03-29T01:00:00", "2026-03-29T03:00:00"),
        ("2026-10-25T01:59:59", "2026-10-24T23:59:59", "2026-10-25T01:59:59"),
        ("2026-10-25T02:30:00", "2026-10-25T00:30:00", "2026-10-25T02:30:00"),
        ("2026-10-25T03:00:00", "2026-10-25T02:00:00", "2026-10-25T03:00:00"),
    ])
    func `a wall time that spring skips is the change itself, one that autumn repeats is the first`(
        wall: String, utc: String, shown: String
    ) throws {
        let instant = try Wall.paris(wall)
        #expect(instant == (try Wall.utc(utc)))
        #expect(OffsetRules.centralEuropean.civil(at: instant).description == shown)
    }

    @Test(arguments: OffsetRules.names) func `every zone agrees with the tz database for random instants`(name: String)
        throws
    {
        let rules = try #require(OffsetRules(named: name))
        let zone = try #require(TimeZone(identifier: name))
        var random = SeededRandom(41)
        let range = try Wall.utc("2008-01-01T00:00").milliseconds...Wall.utc("2037-12-31T23:59").milliseconds
        for _ in 0..<2000 {
            let instant = Instant(milliseconds: Int64.random(in: range, using: &random))
            let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
            #expect(rules.offsetSeconds(at: instant) == zone.secondsFromGMT(for: date), "\(date)")
        }
    }

    @Test(arguments: OffsetRules.names) func `a wall time shown is an hour earlier or the same instant when read back`(
        name: String
    ) throws {
        let rules = try #require(OffsetRules(named: name))
        var random = SeededRandom(42)
        let range = try Wall.utc("1997-01-01T00:00").milliseconds...Wall.utc("2099-12-31T23:59").milliseconds
        for _ in 0..<2000 {
            let instant = Instant(milliseconds: Int64.random(in: range, using: &random))
            let back = rules.instant(of: rules.civil(at: instant))
            #expect(back == instant || back == instant - .hours(1))
            #expect(rules.civil(at: back) == rules.civil(at: instant))
        }
    }

    @Test(arguments: [OffsetRules.centralEuropean, .northAmerican(standardSeconds: -3 * 3600)])
    func `as the wall time advances over a change, the instant never goes back`(rules: OffsetRules) throws {
        for day in try ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"].map(Wall.day) {
            var last = rules.instant(of: CivilDateTime(startOf: day))
            for minute in 1..<1440 {
                let wall = try #require(CivilDateTime(day, hour: minute / 60, minute: minute % 60))
                let instant = rules.instant(of: wall)
                #expect(instant >= last)
                last = instant
            }
        }
    }

    @Test(arguments: [Int64.min, -62_135_596_800_001, 253_402_300_800_000, Int64.max])
    func `instants beyond the calendar show its ends, without a trap`(milliseconds: Int64) {
        for rules in OffsetRules.names.compactMap(OffsetRules.init(named:)) {
            let civil = rules.civil(at: Instant(milliseconds: milliseconds))
            #expect(civil.date.year == (milliseconds < 0 ? 1 : 9999))
        }
    }

    @Test(arguments: ["", "Europe/Berlin", "europe/paris", "../../etc/localtime"])
    func `a zone that is not of France has no rules`(name: String) { #expect(OffsetRules(named: name) == nil) }
}

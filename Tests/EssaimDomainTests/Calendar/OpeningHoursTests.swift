import EssaimDomain
import Foundation
import Testing

struct OpeningHoursTests {
    @Test(arguments: [
        ("09:00-12:30", "09:00-12:30"), ("9:00 - 12:30", "09:00-12:30"), ("9h-12h30", "09:00-12:30"),
        ("00:00-24:00", "00:00-24:00"), ("8-20", "08:00-20:00"),
    ])
    func `a part of the day is read as it is written`(text: String, read: String) {
        #expect(MinuteRange(rawValue: text)?.rawValue == read)
    }

    @Test(arguments: [
        "12:30-09:00", "09:00-09:00", "20:00-08:00", "09:60-10:00", "09:00-24:01", "09:00", "-", "9:0:0-10",
        "009:00-10:00",
    ])
    func `what is no part of a day is refused`(text: String) { #expect(MinuteRange(rawValue: text) == nil) }

    @Test(arguments: hostileTexts) func `hostile text is no part of a day`(text: String) {
        #expect(MinuteRange(rawValue: text) == nil)
    }

    @Test func `ranges in any order that touch or overlap are made one`() throws {
        let typed = try ["14:00-18:00", "09:00-12:00", "11:00-13:00", "18:00-19:00"].map {
            try #require(MinuteRange(rawValue: $0))
        }
        #expect(
            OpeningHours(weekly: [.monday: typed]).weekly[.monday]?.map(\.rawValue) == ["09:00-13:00", "14:00-19:00"])
    }

    @Test(arguments: [
        ("2026-11-20T09:00:00", true), ("2026-11-20T08:59:59", false), ("2026-11-20T18:59:59", true),
        ("2026-11-20T19:00:00", false), ("2026-11-21T12:00:00", false), ("2026-05-25T12:00:00", false),
        ("2026-11-11T12:00:00", false), ("2026-05-26T12:00:00", true),
    ])
    func `a weekday line is open from its first minute to before its last, never on a holiday`(at: String, isOpen: Bool)
        throws
    {
        #expect(try Wall.weekdays().isOpen(at: Wall.paris(at)) == isOpen)
    }

    @Test(arguments: [
        ("2026-11-20T10:00:00", "2026-11-20T10:00:00"), ("2026-11-20T08:00:00", "2026-11-20T09:00:00"),
        ("2026-11-20T19:00:00", "2026-11-23T09:00:00"), ("2026-05-22T19:00:00", "2026-05-26T09:00:00"),
        ("2026-12-24T20:00:00", "2026-12-28T09:00:00"), ("2026-03-27T20:00:00", "2026-03-30T09:00:00"),
    ])
    func `the next opening passes over nights, weekends and holidays`(after: String, opens: String) throws {
        #expect(try Wall.weekdays().nextOpening(after: Wall.paris(after)) == Wall.paris(opens))
    }

    @Test func `a line that never opens has no next opening`() throws {
        let closed = LocalTime(hours: OpeningHours(weekly: [:]))
        #expect(closed.nextOpening(after: try Wall.paris("2026-11-20T10:00")) == nil)
        #expect(closed.advance(from: try Wall.paris("2026-11-20T10:00"), by: .hours(1)) == nil)
    }

    @Test func `a duty line is open on Christmas night and on days of leave it is not`() throws {
        let christmas = try Wall.paris("2026-12-25T03:00")
        #expect(LocalTime(hours: .always).isOpen(at: christmas))
        let onLeave = OpeningHours(
            weekly: OpeningHours.always.weekly, opensOnHolidays: true, closedDays: [try Wall.day("2026-12-25")])
        #expect(!LocalTime(hours: onLeave).isOpen(at: christmas))
    }

    @Test func `hours come back from JSON as they went`() throws {
        let hours = OpeningHours(
            weekly: [.monday: [try #require(MinuteRange(rawValue: "09:00-12:30"))]],
            closedDays: [try Wall.day("2026-12-24")])
        let json = try JSONEncoder().encode(hours)
        #expect(try JSONDecoder().decode(OpeningHours.self, from: json) == hours)
        let written = #"{"weekly": {"monday": ["09:00-12:30"]}, "closedDays": ["2026-12-24"]}"#
        #expect(try JSONDecoder().decode(OpeningHours.self, from: Data(written.utf8)) == hours)
    }
}

import EssaimCalendarFiles
import EssaimDomain
import Testing

struct RecurrenceTests {
    private func starts(_ lines: [String]) throws -> [String] {
        let read = try CalendarSample.events(lines)
        #expect(read.faults.isEmpty, "\(read.faults)")
        return CalendarSample.text(read.away).map { String($0.prefix(10).dropFirst(5)) }
    }

    @Test(arguments: [
        ("20261116", "FREQ=DAILY;COUNT=3", "11-16 11-17 11-18"),
        ("20261116", "FREQ=DAILY;INTERVAL=10;UNTIL=20261206T235959Z", "11-16 11-26 12-06"),
        ("20261116", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4", "11-16 11-19 11-23 11-26"),
        ("20261116", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4;WKST=MO", "11-16 11-22 11-30 12-06"),
        ("20261116", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4;WKST=SU", "11-16 11-29 11-30 12-13"),
        ("20261130", "FREQ=MONTHLY;COUNT=4", "11-30 12-30 01-30 03-30"),
        ("20261113", "FREQ=MONTHLY;BYDAY=2FR;COUNT=3", "11-13 12-11 01-08"),
        ("20261130", "FREQ=MONTHLY;BYDAY=-1MO;COUNT=3", "11-30 12-28 01-25"),
        ("20261130", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4", "11-30 12-31 01-31 02-28"),
        ("20261113", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=2", "11-13 08-13"),
        ("20261225", "FREQ=YEARLY;UNTIL=20301225", "12-25"),
        ("20261201", "FREQ=YEARLY;BYMONTH=12,3;BYDAY=1TU;COUNT=3", "12-01 03-02"),
        ("20261117", "FREQ=YEARLY;BYDAY=-7TU;COUNT=2", "11-17"),
        ("20261116", "FREQ=DAILY;BYDAY=MO,WE;BYMONTH=11;COUNT=4", "11-16 11-18 11-23 11-25"),
        // From long before the window, with and without a number.
        ("20000101", "FREQ=YEARLY", "01-01"), ("20000101", "FREQ=YEARLY;COUNT=28", "01-01"),
        ("20000101", "FREQ=YEARLY;COUNT=27", ""),
        ("20240229", "FREQ=YEARLY", ""),
        ("19700101", "FREQ=DAILY;INTERVAL=1000", "07-01"),
    ])
    func `a rule falls on its days`(first: String, rule: String, expected: String) throws {
        let found = try starts(["DTSTART:\(first)T090000", "DURATION:PT1H", "RRULE:\(rule)"])
        #expect(found.joined(separator: " ") == expected)
    }

    @Test func `a time recurs by the clock on the wall, summer and winter`() throws {
        let read = try CalendarSample.events([
            "DTSTART;TZID=Europe/Paris:20270323T090000", "DTEND;TZID=Europe/Paris:20270323T100000",
            "RRULE:FREQ=WEEKLY;COUNT=2",
        ])
        #expect(read.away.list.map { OffsetRules.fixed(seconds: 0).civil(at: $0.lowerBound).hour } == [8, 7])
    }

    @Test func `days are taken out, by their time or whole`() throws {
        let event = ["DTSTART:20261116T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=6"]
        let out = ["EXDATE:20261117T090000,20261118T080000Z", "EXDATE;VALUE=DATE:20261119", "EXDATE:20261120T100000"]
        #expect(try starts(event + out) == ["11-16", "11-20", "11-21"])
        let days = ["DTSTART;VALUE=DATE:20261116", "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3", "EXDATE;VALUE=DATE:20261118"]
        #expect(try starts(days) == ["11-16", "11-20"])
    }

    @Test func `a rule ends with its last day, or at its last moment`() throws {
        let event = ["DTSTART;TZID=Europe/Paris:20261116T090000", "DURATION:PT1H"]
        for (until, last) in [
            ("20261118", "11-18"), ("20261118T080000Z", "11-18"), ("20261118T075959Z", "11-17"),
            ("20261118T090000", "11-18"), ("20261118T085959", "11-17"),
        ] {
            #expect(try starts(event + ["RRULE:FREQ=DAILY;UNTIL=\(until)"]).last == last)
        }
        let days = try CalendarSample.events(["DTSTART;VALUE=DATE:20261116", "RRULE:FREQ=DAILY;UNTIL=20261117T230000Z"])
        #expect(CalendarSample.text(days.away) == ["2026-11-16T00:00 2026-11-19T00:00"])
    }

    @Test func `an event that stands in the stead of one of a rule's takes its place`() throws {
        let read = try CalendarSample.events(
            ["UID:a", "DTSTART:20261116T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4"],
            ["UID:a", "RECURRENCE-ID:20261117T090000", "DTSTART:20261117T150000", "DURATION:PT1H"],
            ["UID:a", "RECURRENCE-ID:20261118T080000Z", "DTSTART:20261118T150000", "STATUS:CANCELLED"],
            ["UID:b", "RECURRENCE-ID:20261119T090000", "DTSTART:20261119T150000", "DURATION:PT1H"])
        #expect(
            CalendarSample.text(read.away) == [
                "2026-11-16T09:00 2026-11-16T10:00", "2026-11-17T15:00 2026-11-17T16:00",
                "2026-11-19T09:00 2026-11-19T10:00", "2026-11-19T15:00 2026-11-19T16:00",
            ])
    }

    @Test func `what lasts into the window counts, however long ago its rule began`() throws {
        let read = try CalendarSample.events([
            "DTSTART;VALUE=DATE:20191030", "DTEND;VALUE=DATE:20191104", "RRULE:FREQ=YEARLY",
        ])
        #expect(
            CalendarSample.text(read.away) == [
                "2026-11-01T00:00 2026-11-04T00:00", "2027-10-30T00:00 2027-11-01T00:00",
            ])
    }

    /// Found by `recurring-ical-events` (Peers/make-table.py).
    @Test(arguments: PeerTable.rows) func `another reader of calendars finds the same`(row: PeerTable.Row) throws {
        let read = try CalendarSample.events(row.lines)
        #expect(read.faults.isEmpty, "\(read.faults)")
        #expect(CalendarSample.text(read.away) == row.away, "\(row.lines)")
    }
}

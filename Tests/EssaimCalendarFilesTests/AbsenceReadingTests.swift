import EssaimCalendarFiles
import EssaimDomain
import Testing

struct AbsenceReadingTests {
    @Test(arguments: [
        // A time of a zone, of UTC, of nowhere; a duration; a day; days; a day that ends as it begins.
        (
            ["DTSTART;TZID=Europe/Paris:20261116T090000", "DTEND;TZID=Europe/Paris:20261116T120000"],
            "2026-11-16T09:00 2026-11-16T12:00"
        ),
        (["DTSTART:20261116T080000Z", "DTEND:20261116T110000Z"], "2026-11-16T09:00 2026-11-16T12:00"),
        (["DTSTART:20261116T090000", "DTEND:20261116T120000"], "2026-11-16T09:00 2026-11-16T12:00"),
        (["DTSTART:20261116T090000", "DURATION:PT1H30M"], "2026-11-16T09:00 2026-11-16T10:30"),
        (["DTSTART:20261116T090000", "DURATION:+P1DT12H"], "2026-11-16T09:00 2026-11-17T21:00"),
        (["DTSTART;VALUE=DATE:20261116"], "2026-11-16T00:00 2026-11-17T00:00"),
        (["DTSTART;VALUE=DATE:20261116", "DTEND;VALUE=DATE:20261118"], "2026-11-16T00:00 2026-11-18T00:00"),
        (["DTSTART;VALUE=DATE:20261116", "DTEND;VALUE=DATE:20261116"], "2026-11-16T00:00 2026-11-17T00:00"),
        (["DTSTART:20261116", "DURATION:P2W"], "2026-11-16T00:00 2026-11-30T00:00"),
        // Clocks of elsewhere, and names as programs write them.
        (["DTSTART;TZID=Indian/Reunion:20261116T090000", "DURATION:PT1H"], "2026-11-16T06:00 2026-11-16T07:00"),
        (["DTSTART;TZID=Romance Standard Time:20261116T090000", "DURATION:PT1H"], "2026-11-16T09:00 2026-11-16T10:00"),
        (["DTSTART;TZID=\"Europe/Brussels\":20261116T090000", "DURATION:PT1H"], "2026-11-16T09:00 2026-11-16T10:00"),
        (
            ["dtstart;tzid=/mozilla.org/20050126_1/Europe/Paris:20261116T090000", "duration:PT1H"],
            "2026-11-16T09:00 2026-11-16T10:00"
        ),
        // Over a change of clocks: days are days, hours are hours.
        (["DTSTART:20270327T120000", "DURATION:P1D"], "2027-03-27T12:00 2027-03-28T12:00"),
        (["DTSTART:20270327T120000", "DURATION:PT24H"], "2027-03-27T12:00 2027-03-28T13:00"),
        (["DTSTART;VALUE=DATE:20270328"], "2027-03-28T00:00 2027-03-29T00:00"),
        // What began before the window, and ends after it.
        (["DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20261103"], "2026-11-01T00:00 2026-11-03T00:00"),
        (["DTSTART;VALUE=DATE:20271031", "DTEND;VALUE=DATE:20300101"], "2027-10-31T00:00 2027-11-01T00:00"),
        // Lines of any other name, a leap second.
        (
            ["SUMMARY:Congés; à la mer", "X-ANY;A=\"b:c,d\",e:f", "DTSTART:20261116T095960", "DURATION:PT1H"],
            "2026-11-16T09:59 2026-11-16T10:59"
        ),
    ])
    func `an event makes absent for its time`(lines: [String], expected: String) throws {
        let read = try CalendarSample.events(lines)
        #expect(read.faults.isEmpty && read.events == 1)
        #expect(CalendarSample.text(read.away) == [expected])
    }

    @Test(arguments: [
        ["DTSTART:20261116T090000", "DURATION:PT1H", "TRANSP:TRANSPARENT"],
        ["DTSTART:20261116T090000", "DURATION:PT1H", "STATUS:CANCELLED"],
    ])
    func `an event that leaves free, or is cancelled, makes nobody absent`(lines: [String]) throws {
        let read = try CalendarSample.events(lines)
        #expect(read.away.isEmpty && read.passedOver == 1 && read.events == 1 && read.faults.isEmpty)
    }

    @Test(arguments: [
        ["DTSTART:20261116T090000"], ["DTSTART:20261116T090000", "DTEND:20261116T090000"],
        ["DTSTART:20261116T090000", "DURATION:PT0S"], ["DTSTART;VALUE=DATE:20200101"], ["DTSTART:99991231T235959"],
    ])
    func `an event without a length, or out of the window, takes no time`(lines: [String]) throws {
        let read = try CalendarSample.events(lines)
        #expect(read.away.isEmpty && read.faults.isEmpty && read.events == 1)
    }

    @Test func `events that overlap are one absence`() throws {
        let read = try CalendarSample.events(
            ["DTSTART:20261116T090000", "DURATION:PT2H"], ["DTSTART:20261116T100000", "DURATION:PT2H"],
            ["DTSTART:20261116T120000", "DURATION:PT1H"], ["DTSTART:20261117T120000", "DURATION:PT1H"])
        #expect(
            CalendarSample.text(read.away) == [
                "2026-11-16T09:00 2026-11-16T13:00", "2026-11-17T12:00 2026-11-17T13:00",
            ])
    }

    @Test func `lines are unfolded within a character, and end with LF alone too`() throws {
        let text = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            SUMMARY:Cong
            DTSTART:2026
            \t1116T09
             0000
            DURATION:PT1H

            END:VEVENT
            END:VCALENDAR
            """
        var bytes = Array(text.utf8)
        // « é » is two bytes, and the fold is between them.
        let place = try #require(bytes.firstRange(of: Array("Con".utf8))).upperBound
        bytes.insert(contentsOf: [0xC3, 0x0D, 0x0A, 0x20, 0xA9], at: place)
        let read = try CalendarSample.read([0xEF, 0xBB, 0xBF] + bytes).get()
        #expect(CalendarSample.text(read.away) == ["2026-11-16T09:00 2026-11-16T10:00"])
        #expect(read.faults.isEmpty)
    }

    @Test func `alarms, tasks and time zones are walked over`() throws {
        let lines =
            [
                "BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:DAYLIGHT", "DTSTART:19810329T020000",
                "RRULE:FREQ=SECONDLY", "END:DAYLIGHT", "END:VTIMEZONE",
            ]
            + ["BEGIN:VTODO", "DTSTART:20261117T090000", "DURATION:PT1H", "END:VTODO"]
            + [
                "BEGIN:VEVENT", "DTSTART:20261116T090000", "BEGIN:VALARM", "DURATION:PT15M", "TRIGGER:-PT30M",
                "END:VALARM",
            ]
            + ["DURATION:PT1H", "END:VEVENT"]
        let read = try CalendarSample.read(CalendarSample.calendar(lines)).get()
        #expect(CalendarSample.text(read.away) == ["2026-11-16T09:00 2026-11-16T10:00"])
        #expect(read.faults.isEmpty && read.events == 1)
    }

    @Test func `a day is one of the owner's own clocks`() throws {
        let read = try CalendarSample.events(
            ["DTSTART;VALUE=DATE:20261116"], in: try #require(OffsetRules(named: "Indian/Reunion")))
        #expect(CalendarSample.text(read.away) == ["2026-11-15T21:00 2026-11-16T21:00"])
    }
}

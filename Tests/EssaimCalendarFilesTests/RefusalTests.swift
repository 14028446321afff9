import EssaimCalendarFiles
import EssaimDomain
import Testing

struct RefusalTests {
    /// The event begins at line 4; the fault is told at the line that holds it.
    @Test(arguments: [
        (["SUMMARY:x"], 4, "DTSTART"), (["DTSTART:demain"], 5, "DTSTART"), (["DTSTART:20261131"], 5, "DTSTART"),
        (["DTSTART:20261116T250000"], 5, "DTSTART"), (["DTSTART:20261116T09"], 5, "DTSTART"),
        (["DTSTART:20261116Z"], 5, "DTSTART"), (["DTSTART;VALUE=PERIOD:20261116"], 5, "DTSTART"),
        (["DTSTART;VALUE=DATE:20261116T090000"], 5, "DTSTART"), (["DTSTART:20261116,20261117"], 5, "DTSTART"),
        (["DTSTART:２０２６１１１６"], 5, "DTSTART"), (["DTSTART:+2026111"], 5, "DTSTART"),
        (["DTSTART;TZID=Europe/London:20261116T090000"], 5, "Europe/London"),
        (["DTSTART;TZID=Mars:20261116T090000"], 5, "fuseau"), (["DTSTART;TZID=:20261116T090000"], 5, "fuseau"),
        (["DTSTART:20261116", "DTSTART:20261117"], 6, "deux fois"),
        (["DTSTART:20261116T090000", "DTEND:20261116T080000"], 5, "finit avant"),
        (["DTSTART:20261116", "DTEND:20261117T080000"], 5, "finit avant"),
        (["DTSTART:20261116T090000", "DTEND:20261116T100000", "DURATION:PT1H"], 5, "DURATION"),
        (["DTSTART:20261116", "DURATION:PT1H"], 5, "sans heure"),
        (["DTSTART:20261116T090000", "DURATION:-PT1H"], 6, "DURATION"),
        (["DTSTART:20261116T090000", "DURATION:P"], 6, "DURATION"),
        (["DTSTART:20261116T090000", "DURATION:PT"], 6, "DURATION"),
        (["DTSTART:20261116T090000", "DURATION:P1H"], 6, "DURATION"),
        (["DTSTART:20261116T090000", "DURATION:PT1S1H"], 6, "DURATION"),
        (["DTSTART:20261116T090000", "DURATION:P999999W"], 6, "DURATION"),
        (["DTSTART:20261116T090000", "DURATION:P99999999999999999999D"], 6, "DURATION"),
        (["DTSTART:20261116T090000", "RDATE:20261117T090000"], 6, "RDATE"),
        (["DTSTART:20261116T090000", "EXDATE:x"], 6, "EXDATE"),
        (["DTSTART:20261116T090000", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261116T090000"], 6, "RANGE"),
        (["DTSTART:20261116", "sans deux-points"], 6, "NOM:valeur"), (["DTSTART:20261116", "X;A:b"], 6, "NOM:valeur"),
        (["DTSTART:20261116", "X;A=\"b:c"], 6, "NOM:valeur"), (["DTSTART:20261116", ":x"], 6, "NOM:valeur"),
        (["DTSTART:20261116", "A\u{0}B:x"], 6, "NOM:valeur"),
    ])
    func `an event that is not read is refused with its line and the reason`(
        lines: [String], line: Int, word: String
    ) throws {
        let good = ["DTSTART:20261120T090000", "DURATION:PT1H"]
        let read = try CalendarSample.events(lines, good)
        #expect(read.refused == 1 && read.events == 1)
        let fault = try #require(read.faults.first)
        #expect(fault.line == line && fault.french.contains(word), "\(fault)")
        // The rest is read.
        #expect(CalendarSample.text(read.away) == ["2026-11-20T09:00 2026-11-20T10:00"])
    }

    @Test(arguments: [
        "", "FREQ", "FREQ=HOURLY", "FREQ=SECONDLY", "INTERVAL=2", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=1001", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=999999999999",
        "FREQ=DAILY;COUNT=2;UNTIL=20261201", "FREQ=DAILY;UNTIL=x", "FREQ=DAILY;BYDAY=1MO", "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYDAY=6MO", "FREQ=YEARLY;BYDAY=54MO", "FREQ=YEARLY;BYMONTH=1;BYDAY=6MO",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO",
        "FREQ=YEARLY;BYWEEKNO=1",
        "FREQ=YEARLY;BYYEARDAY=1", "FREQ=DAILY;BYHOUR=9", "FREQ=DAILY;WKST=XX", "FREQ=DAILY;X=1",
        "FREQ=YEARLY;BYMONTHDAY=1;BYDAY=2MO",
    ])
    func `a rule that is half understood is none`(rule: String) throws {
        let read = try CalendarSample.events(["DTSTART:20261116T090000", "DURATION:PT1H", "RRULE:\(rule)"])
        #expect(read.away.isEmpty && read.faults.map(\.line) == [7], "\(read)")
        #expect(read.faults.first?.french.contains("RRULE") == true)
    }

    @Test(
        arguments: [
            ("", nil, "n’est pas un calendrier"), ("<html></html>", 1, "NOM:valeur"), ("BEGIN:VCARD", 1, "BEGIN"),
            ("DTSTART:20261116", 1, "aucun calendrier"), ("BEGIN:VCALENDAR\r\nVERSION:1.0", 2, "VERSION"),
            ("BEGIN:VCALENDAR\r\nCALSCALE:CHINESE", 2, "CALSCALE"), ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT", 2, "coupé"),
            ("BEGIN:VCALENDAR\r\nEND:VEVENT", 2, "END"), ("BEGIN:VCALENDAR\r\nBEGIN:VCALENDAR", 2, "BEGIN"),
            ("BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY", 2, "VFREEBUSY"), ("END:VCALENDAR", 1, "END"),
            ("BEGIN:VCALENDAR\r\nBEGIN:V\u{e9}", 2, "BEGIN"), ("\u{0}", 1, "NOM:valeur"),
        ] as [(String, Int?, String)])
    func `what is no calendar is refused whole`(text: String, line: Int?, word: String) throws {
        guard case .failure(let fault) = try CalendarSample.read(Array(text.utf8)) else {
            Issue.record("read: \(text)")
            return
        }
        #expect(fault.line == line && fault.french.contains(word), "\(fault)")
    }

    @Test func `what is not UTF-8 is refused at its line`() throws {
        let latin = Array(CalendarSample.calendar([]).dropLast(15)) + [0x58, 0x3A, 0xE9, 0x0A]
        guard case .failure(let fault) = try CalendarSample.read(latin) else {
            Issue.record("read")
            return
        }
        #expect(fault.line == 4 && fault.french.contains("UTF-8"))
    }

    @Test func `a fault says nothing that its owner wrote`() throws {
        let secret = "Mme-Le-Goff-hepatite"
        let lines = [
            ["DTSTART:\(secret)"], ["DTSTART;VALUE=\(secret):x"], ["DTSTART:20261116", "RRULE:FREQ=\(secret)"],
            ["DTSTART:20261116", "RRULE:FREQ=DAILY;\(secret)=1"], ["DTSTART:20261116", "SUMMARY;\(secret)"],
            ["DTSTART;TZID=\(secret):20261116T090000"], ["DTSTART:20261116", "DURATION:\(secret)"],
        ]
        for event in lines {
            let read = try CalendarSample.events(event)
            #expect(read.refused == 1, "\(event)")
            #expect(!read.faults.contains { $0.french.contains(secret) }, "\(read.faults)")
        }
    }
}

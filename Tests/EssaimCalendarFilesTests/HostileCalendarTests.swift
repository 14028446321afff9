import EssaimCalendarFiles
import EssaimDomain
import Testing

struct HostileCalendarTests {
    private static let seedCalendar = CalendarSample.calendar(
        ["BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:STANDARD", "END:STANDARD", "END:VTIMEZONE"]
            + CalendarSample.event([
                "UID:a@b", "DTSTART;TZID=Europe/Paris:20261116T090000", "DTEND;TZID=Europe/Paris:20261116T120000",
                "RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=1MO,-1FR;COUNT=12;WKST=SU", "EXDATE:20261207T080000Z",
                "SUMMARY;LANGUAGE=\"fr\":Congés\\, été", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM",
            ])
            + CalendarSample.event([
                "UID:a@b", "RECURRENCE-ID:20270104T080000Z", "DTSTART:20270105T080000Z", "DURATION:PT1H30M",
            ])
            + CalendarSample.event([
                "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270103", "RRULE:FREQ=YEARLY;UNTIL=20301224",
            ])
            + CalendarSample.event([
                "DTSTART:20000101T000000", "DURATION:P1D", "RRULE:FREQ=DAILY;INTERVAL=7", "TRANSP:OPAQUE",
            ]))

    /// Whatever is sent: an end, within bounds.
    @Test(arguments: 1...40) func `no bytes lead astray`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let window = try CalendarSample.day("2026-11-01")...CalendarSample.day("2027-10-31")
        let paris = LocalTime()
        let bounds =
            paris.midnight(startOf: window.lowerBound)..<paris.midnight(startOf: window.upperBound.adding(days: 1))
        for _ in 0..<50 {
            var bytes = random.mutation(of: Self.seedCalendar)
            if Bool.random(using: &random) { bytes = random.mutation(of: bytes) }
            let lines = bytes.count { $0 == 0x0A } + 1
            switch AbsenceCalendar.read(bytes, window: window, in: .centralEuropean) {
            case .failure(let fault): #expect((0...lines).contains(fault.line ?? 0), "seed \(seed)")
            case .success(let read):
                #expect(read.away == Stretches(read.away.list), "in order, seed \(seed)")
                #expect(read.away.list.allSatisfy { bounds.clamped(to: $0) == $0 }, "in the window, seed \(seed)")
                #expect(read.refused >= read.faults.count && read.events >= 0, "seed \(seed)")
                #expect(read.faults.allSatisfy { (1...lines).contains($0.line ?? 0) }, "seed \(seed)")
                #expect(read.faults.map { $0.line ?? 0 } == read.faults.map { $0.line ?? 0 }.sorted(), "seed \(seed)")
            }
        }
    }

    @Test func `what is read is read again the same`() throws {
        let read = try CalendarSample.read(Self.seedCalendar).get()
        #expect(read.faults.isEmpty && read.events == 4)
        #expect(try CalendarSample.read(Self.seedCalendar).get() == read)
    }

    @Test func `a calendar has a size and a number of events`() throws {
        let large = [UInt8](repeating: 0x0A, count: AbsenceCalendar.mostBytes + 1)
        #expect(throws: CalendarFault.self) { try CalendarSample.read(large).get() }
        let event = CalendarSample.event(["DTSTART:20261116"])
        let most = Array(repeating: event, count: AbsenceCalendar.mostEvents).flatMap(\.self)
        #expect(try CalendarSample.read(CalendarSample.calendar(most)).get().events == AbsenceCalendar.mostEvents)
        #expect(throws: CalendarFault.self) { try CalendarSample.read(CalendarSample.calendar(most + event)).get() }
    }

    @Test func `rules without number or end cost a bounded time, all together`() throws {
        let rule = ["DTSTART:00010101T000000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=100000"]
        let many = try CalendarSample.read(
            CalendarSample.calendar(Array(repeating: CalendarSample.event(rule), count: 2_000).flatMap(\.self))
        ).get()
        #expect(many.refused > 1_900 && many.faults.count == AbsenceCalendar.mostFaults)
        // What never comes ends too.
        for never in [
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
            "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4;COUNT=9", "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=11;COUNT=1000",
        ] {
            let read = try CalendarSample.events(["DTSTART:19000115T000000Z", "DURATION:PT1H", "RRULE:\(never)"])
            #expect(read.away.isEmpty && read.faults.isEmpty, "\(never)")
        }
    }

    @Test func `events as long as the calendar, and exclusions by the thousand, are borne`() throws {
        let out = "EXDATE:" + (0..<20_000).map { _ in "20261207T080000Z" }.joined(separator: ",")
        let read = try CalendarSample.events(
            ["DTSTART:00010101T000000Z", "DTEND:99991231T235959Z", "RRULE:FREQ=YEARLY"],
            ["DTSTART:20261101T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY", out])
        #expect(read.away.list.count == 1 && read.refused == 0)
    }

    @Test func `components within one another end somewhere`() throws {
        let deep = Array(repeating: "BEGIN:X", count: 100_000)
        #expect(throws: CalendarFault.self) { try CalendarSample.read(CalendarSample.calendar(deep)).get() }
        let folds = "X:" + String(repeating: "\r\n ", count: 300_000)
        #expect(try CalendarSample.read(CalendarSample.calendar([folds])).get().events == 0)
    }

    @Test(arguments: [
        ("0001-01-01", "0001-12-31"), ("9999-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31"),
        ("0001-01-01", "9999-12-31"),
    ])
    func `the ends of the calendar are days as others`(from: String, through: String) throws {
        let rules = ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=WEEKLY;COUNT=3;BYDAY=SU"]
        let events = ["00010101", "99991231", "99991201"].flatMap { day in
            rules.flatMap { CalendarSample.event(["DTSTART;VALUE=DATE:\(day)", "DURATION:P3660D", "RRULE:\($0)"]) }
        }
        let read = try CalendarSample.read(CalendarSample.calendar(events), from: from, through: through).get()
        #expect(read.events + read.refused == 15)
    }
}

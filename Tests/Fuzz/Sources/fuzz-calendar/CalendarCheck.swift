import EssaimCalendarFiles
import EssaimDomain
import Fuzzing

/// What holds for any bytes that are sent as a calendar.
enum CalendarCheck {
    private static let first = CivilDate("2026-11-01") ?? .first

    static func reading(_ bytes: [UInt8]) {
        let window = first...first.adding(days: 365)
        guard case .success(let read) = AbsenceCalendar.read(bytes, window: window, in: .centralEuropean) else {
            return
        }
        let local = LocalTime()
        let bounds = local.midnight(startOf: first)..<local.midnight(startOf: first.adding(days: 366))
        require(read.away == Stretches(read.away.list), "absences out of order")
        require(read.away.list.allSatisfy { $0.clamped(to: bounds) == $0 }, "an absence out of the window")
        let lines = bytes.count { $0 == 0x0A } + 1
        require(read.faults.allSatisfy { (1...lines).contains($0.line ?? 0) }, "a fault at no line of the file")
        require(read.refused >= read.faults.count && read.events >= 0, "events miscounted")
    }

    static var seeds: [[UInt8]] {
        [
            ["DTSTART;TZID=Europe/Paris:20261116T090000", "DTEND;TZID=\"Europe/Paris\":20261116T120000"],
            ["DTSTART:20261116T090000Z", "DURATION:P1DT1H2M3S", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU"],
            [
                "UID:a", "DTSTART;VALUE=DATE:20261116", "RRULE:FREQ=MONTHLY;BYDAY=-1MO;COUNT=9",
                "EXDATE;VALUE=DATE:20261130",
            ],
            ["UID:a", "RECURRENCE-ID:20261116", "DTSTART:20261117", "DURATION:P1W", "STATUS:CANCELLED"],
            ["DTSTART:20261116", "RRULE:FREQ=YEARLY;BYMONTH=2,11;BYMONTHDAY=-1,29;UNTIL=20301231T000000Z"],
            [
                "SUMMARY:Cong", " és", "DTSTART:20261116", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM",
                "TRANSP:OPAQUE",
            ],
        ].map { event in
            let lines =
                ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT"] + event + ["END:VEVENT", "END:VCALENDAR", ""]
            return Array(lines.joined(separator: "\r\n").utf8)
        }
    }
}

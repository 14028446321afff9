import EssaimCalendarFiles
import EssaimDomain
import Testing

/// Calendars written in a few lines, read for November 2026 to October 2027 on the clocks of Paris.
enum CalendarSample {
    static let paris = OffsetRules.centralEuropean

    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }

    static func calendar(_ lines: [String]) -> [UInt8] {
        let all = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//FR"] + lines + ["END:VCALENDAR"]
        return Array((all.joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// The event begins at line 4.
    static func event(_ lines: [String]) -> [String] { ["BEGIN:VEVENT"] + lines + ["END:VEVENT"] }

    static func read(
        _ bytes: [UInt8], from: String = "2026-11-01", through: String = "2027-10-31",
        in offsets: OffsetRules = paris
    ) throws -> Result<AbsenceCalendar, CalendarFault> {
        AbsenceCalendar.read(bytes, window: try day(from)...day(through), in: offsets)
    }

    static func events(_ events: [String]..., in offsets: OffsetRules = paris) throws -> AbsenceCalendar {
        try read(calendar(events.flatMap(event)), in: offsets).get()
    }

    /// `2026-11-16T09:00 2026-11-16T12:00`, on the clocks of Paris.
    static func text(_ stretches: Stretches) -> [String] {
        stretches.list.map { "\(paris.civil(at: $0.lowerBound)) \(paris.civil(at: $0.upperBound))" }.map {
            $0.split(separator: " ").map { String($0.prefix(16)) }.joined(separator: " ")
        }
    }
}

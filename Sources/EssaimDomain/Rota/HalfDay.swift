/// A half of a day (*demi-journée*), as duties and absences are counted.
public enum HalfDay: String, Sendable, Codable, CaseIterable {
    case morning, afternoon

    /// When the afternoon begins, in minutes since midnight.
    public static let turn = 13 * 60

    /// As a duty. The day goes from 8 to 20 h: before and after stands the *permanence des soins* (CSP R.6315-1).
    public var hours: DutyHours { self == .morning ? .morning : .afternoon }

    /// As an absence, with the night before it or after it.
    func away(on day: CivilDate, in offsets: OffsetRules) -> Range<Instant> {
        let minutes = self == .morning ? (0, Self.turn) : (Self.turn, 1440)
        let (start, end) = (offsets.instant(on: day, minute: minutes.0), offsets.instant(on: day, minute: minutes.1))
        // The calendar's last day has no end.
        return start..<max(start, end)
    }
}

extension OffsetRules {
    /// - Parameter minute: since 00:00 as the clock shows it; 1440 and more are of the next day.
    func instant(on day: CivilDate, minute: Int) -> Instant {
        instant(
            of: CivilDateTime(day.adding(days: minute / 1440), millisecondOfDay: minute % 1440 * 60_000))
    }
}

import EssaimDomain

/// An iCalendar file (RFC 5545) read for the times at which its owner is not there: nothing else of it is kept, no title and no
/// place.
///
/// Every event makes absent, but those that are said to leave one free (`TRANSP:TRANSPARENT`) and those that are cancelled. A
/// day is one of the owner's own clocks, as is a time without a zone.
public struct AbsenceCalendar: Sendable, Equatable {
    /// The largest file that is read.
    public static let mostBytes = 2 << 20
    public static let mostEvents = 5_000
    /// Of faults, those that are listed.
    public static let mostFaults = 50
    /// Of days that are looked at.
    public static let longestWindow = 732
    /// Days that recurrence rules may look at, all events together: what a file can cost is bounded.
    public static let mostSteps = 500_000

    /// Within the window.
    public let away: Stretches
    /// Events that were read, with those that leave free or are cancelled.
    public let events: Int
    /// Events that leave their owner free, or are cancelled.
    public let passedOver: Int
    /// One for each event that is refused, `mostFaults` at most, by line: the rest is read without it.
    public let faults: [CalendarFault]
    public let refused: Int

    /// What a file says of these days, or why it is no calendar.
    /// - Parameters:
    ///   - window: shortened to `longestWindow`.
    ///   - offsets: the owner's clocks.
    public static func read(
        _ bytes: [UInt8], window: ClosedRange<CivilDate>, in offsets: OffsetRules
    ) -> Result<Self, CalendarFault> {
        let last = min(window.upperBound, window.lowerBound.adding(days: longestWindow - 1))
        do throws(CalendarFault) {
            var reader = CalendarReader(offsets: offsets)
            try reader.read(bytes)
            return .success(reader.absences(in: window.lowerBound...last))
        } catch {
            return .failure(error)
        }
    }
}

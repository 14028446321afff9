/// An instant on the calendar and the clock of UTC, to the second.
struct CivilTime: Equatable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int

    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z; years before 1 and after 9999 are held at these limits.
    init(milliseconds: Int64) {
        let first: Int64 = -62_135_596_800
        let last: Int64 = 253_402_300_799
        let seconds = min(max(Self.floor(milliseconds, 1000), first), last)
        let days = Self.floor(seconds, 86400)
        let rest = Int(seconds - days * 86400)
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
        (year, month, day) = Self.date(days: days)
    }

    /// The Gregorian date of a day counted from 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms").
    private static func date(days: Int64) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = floor(shifted, 146_097)
        let day = shifted - era * 146_097
        let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let civilMonth = month < 10 ? month + 3 : month - 9
        let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
        return (Int(civilYear), Int(civilMonth), Int(dayOfYear - (153 * month + 2) / 5 + 1))
    }

    private static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
        number >= 0 ? number / divisor : (number + 1) / divisor - 1
    }
}

/// A time as PDF and XMP spell it, in UTC and to the second.
struct PDFMoment {
    private let date: String
    private let time: [String]

    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z; years before 1 and after 9999 are held at these limits.
    init(milliseconds: Int64) {
        let first: Int64 = -62_135_596_800
        let last: Int64 = 253_402_300_799
        let seconds = min(max(Self.floor(milliseconds, 1000), first), last)
        let days = Self.floor(seconds, 86400)
        let rest = seconds - days * 86400
        date = Self.date(days: days)
        time = [rest / 3600, rest / 60 % 60, rest % 60].map { Self.padded($0, 2) }
    }

    /// `2026-11-21T13:20:00Z`
    var iso8601: String { date + "T" + time.joined(separator: ":") + "Z" }

    /// `D:20261121132000Z`
    var pdf: String { "D:" + date.filter { $0 != "-" } + time.joined() + "Z" }

    /// The Gregorian date of a day counted from 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms").
    private static func date(days: Int64) -> String {
        let shifted = days + 719_468
        let era = floor(shifted, 146_097)
        let day = shifted - era * 146_097
        let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let civilMonth = month < 10 ? month + 3 : month - 9
        let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
        let civilDay = dayOfYear - (153 * month + 2) / 5 + 1
        return "\(padded(civilYear, 4))-\(padded(civilMonth, 2))-\(padded(civilDay, 2))"
    }

    private static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
        number >= 0 ? number / divisor : (number + 1) / divisor - 1
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

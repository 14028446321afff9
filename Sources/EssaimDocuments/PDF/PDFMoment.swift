/// A time as PDF and XMP spell it, in UTC and to the second.
struct PDFMoment {
    private let date: String
    private let time: [String]

    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z; years before 1 and after 9999 are held at these limits.
    init(milliseconds: Int64) {
        let civil = CivilTime(milliseconds: milliseconds)
        date = "\(Self.padded(civil.year, 4))-\(Self.padded(civil.month, 2))-\(Self.padded(civil.day, 2))"
        time = [civil.hour, civil.minute, civil.second].map { Self.padded($0, 2) }
    }

    /// `2026-11-21T13:20:00Z`
    var iso8601: String { date + "T" + time.joined(separator: ":") + "Z" }

    /// `D:20261121132000Z`
    var pdf: String { "D:" + date.filter { $0 != "-" } + time.joined() + "Z" }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

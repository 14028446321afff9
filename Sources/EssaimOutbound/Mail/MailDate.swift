import Foundation

/// A date as a mail writes it (RFC 5322 §3.3), in universal time: `Sat, 21 Nov 2026 19:00:00 +0000`.
struct MailDate {
    let text: String

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// From 1970 to 9999; `badAddress` otherwise.
    init(_ date: Date) throws(OutgoingFault) {
        guard (0..<253_402_300_800).contains(date.timeIntervalSince1970) else { throw .badAddress }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        guard let weekday = parts.weekday, let day = parts.day, let month = parts.month, let year = parts.year,
            let hour = parts.hour, let minute = parts.minute, let second = parts.second
        else { throw .badAddress }
        let clock = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        text = "\(Self.days[weekday - 1]), \(day) \(Self.months[month - 1]) \(year) \(clock) +0000"
    }
}

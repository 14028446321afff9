import EssaimDomain

/// French numbers, dates and lists, with the spaces that French typography wants.
public enum French {
    static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    /// « 1er mars », « 12 août ».
    public static func dayAndMonth(_ date: CivilDate) -> String {
        "\(date.day == 1 ? "1er" : String(date.day))\u{A0}\(months[date.month - 1])"
    }

    /// « 12 août 1958 ».
    public static func date(_ date: CivilDate) -> String { "\(dayAndMonth(date))\u{A0}\(date.year)" }

    /// « 20 min », « 3 h », « 31 h », « 5 j »: one unit, rounded down, hours up to two days.
    public static func duration(_ duration: Duration) -> String {
        let minutes = Int(duration.milliseconds / 60_000)
        switch minutes {
        case ..<1: return "moins d’une minute"
        case ..<60: return "\(minutes)\u{A0}min"
        case ..<(48 * 60): return "\(minutes / 60)\u{A0}h"
        default: return "\(grouped(minutes / 1440))\u{A0}j"
        }
    }

    /// « 0 photo », « 1 photo », « 2 photos ».
    public static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number))\u{A0}\(number < 2 ? one : many)"
    }

    /// « 8 000 », with narrow no-break spaces.
    public static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        parts.insert(digits, at: 0)
        return (number < 0 ? "−" : "") + parts.joined(separator: "\u{202F}")
    }

    /// « 23,00 € », from cents.
    public static func euros(cents: Int) -> String {
        "\(grouped(cents / 100)),\(two(abs(cents % 100)))\u{A0}€"
    }

    /// « 2,4 Mo », « 840 ko ».
    public static func fileSize(bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes)\u{A0}octets" }
        if bytes < 1_000_000 { return "\(bytes / 1000)\u{A0}ko" }
        return "\(grouped(bytes / 1_000_000)),\(bytes % 1_000_000 / 100_000)\u{A0}Mo"
    }

    /// « a », « a et b », « a, b et c ».
    public static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " et " + last
    }

    /// « 67 ans », « 8 mois » below two years, « 12 jours » below one month.
    public static func age(born: CivilDate, on day: CivilDate) -> String {
        var months = (day.year - born.year) * 12 + day.month - born.month
        if born.adding(months: months) > day { months -= 1 }
        if months >= 24 { return "\(months / 12)\u{A0}ans" }
        if months >= 1 { return "\(months)\u{A0}mois" }
        let days = day.days(since: born)
        return days < 1 ? "né ce jour" : count(days, "jour", "jours")
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

import EssaimDomain

/// A recurrence rule (RFC 5545 §3.3.10), of those that people's calendars write: daily, weekly, monthly, yearly, with interval,
/// number, end, days of the week, days of the month and months.
struct Recurrence: Equatable {
    enum Frequency: String { case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY", yearly = "YEARLY" }

    /// A day of the week: each of them, or of a month or a year the nth, counted from its end when negative.
    struct Day: Hashable {
        let weekday: Weekday
        let place: Int?
    }

    var frequency: Frequency
    var interval = 1
    var count: Int?
    var until: CalendarTime?
    var days: Set<Day> = []
    /// 1…31, or counted from the end when negative.
    var monthDays: Set<Int> = []
    var months: Set<Int> = []
    var weekStart = Weekday.monday

    static let longestInterval = 1_000
    static let mostTimes = 100_000
}

extension Recurrence {
    /// - Throws: for a part that is not read, by its name: a rule that is half understood is none.
    init(_ line: ContentLine, in local: OffsetRules) throws(CalendarFault) {
        var parts: [String: Substring] = [:]
        for part in line.value.split(separator: ";") {
            let halves = part.split(separator: "=", omittingEmptySubsequences: false)
            guard halves.count == 2, parts.updateValue(halves[1], forKey: halves[0].uppercased()) == nil else {
                throw CalendarFault(line: line.number, "RRULE\u{A0}: cette règle est mal écrite.")
            }
        }
        if let unread = parts.keys.filter({ !Self.read.contains($0) }).min() {
            let name = Self.unread.contains(unread) ? unread : "une partie inconnue"
            throw CalendarFault(line: line.number, "RRULE\u{A0}: \(name) n’est pas lu.")
        }
        guard let frequency = parts["FREQ"].flatMap({ Frequency(rawValue: $0.uppercased()) }) else {
            throw Self.fault("FREQ", line)
        }
        self.init(frequency: frequency)
        for (name, text) in parts where name != "FREQ" {
            guard try take(name, text, line, local) else { throw Self.fault(name, line) }
        }
        try check(line)
    }

    private static let read: Set = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"]
    private static let unread: Set = [
        "BYSETPOS", "BYWEEKNO", "BYYEARDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "RSCALE", "SKIP",
    ]

    private static func fault(_ name: String, _ line: ContentLine) -> CalendarFault {
        CalendarFault(line: line.number, "RRULE\u{A0}: cette valeur de \(name) n’est pas lue.")
    }

    private mutating func take(
        _ name: String, _ text: Substring, _ line: ContentLine, _ local: OffsetRules
    ) throws(CalendarFault) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        switch name {
        case "INTERVAL":
            guard let number = Self.number(text, in: 1...Self.longestInterval) else { return false }
            interval = number
        case "COUNT":
            guard let number = Self.number(text, in: 1...Self.mostTimes) else { return false }
            count = number
        case "UNTIL":
            guard let time = CalendarTime(text, local) else { return false }
            until = time
        case "WKST":
            guard let weekday = Self.weekday(text) else { return false }
            weekStart = weekday
        case "BYDAY":
            days = Set(parts.compactMap(Self.day))
            return days.count == Set(parts).count
        case "BYMONTHDAY":
            monthDays = Set(parts.compactMap { Self.number($0, in: -31...31) }).subtracting([0])
            return monthDays.count == Set(parts).count
        default:
            months = Set(parts.compactMap { Self.number($0, in: 1...12) })
            return months.count == Set(parts).count
        }
        return true
    }

    /// What the standard gives no meaning to, or a meaning that nobody writes.
    private func check(_ line: ContentLine) throws(CalendarFault) {
        if count != nil, until != nil { throw Self.fault("COUNT", line) }
        if frequency == .weekly, !monthDays.isEmpty { throw Self.fault("BYMONTHDAY", line) }
        let isCountedInYear = frequency == .yearly && months.isEmpty
        let mayCount = frequency == .monthly || (frequency == .yearly && (monthDays.isEmpty || !months.isEmpty))
        for day in days {
            guard let place = day.place else { continue }
            if !mayCount || abs(place) > (isCountedInYear ? 53 : 5) { throw Self.fault("BYDAY", line) }
        }
    }

    /// `MO`, `+1MO`, `-1FR`.
    private static func day(_ text: Substring) -> Day? {
        guard let weekday = weekday(text.suffix(2)) else { return nil }
        if text.utf8.count == 2 { return Day(weekday: weekday, place: nil) }
        guard let place = number(text.dropLast(2), in: -53...53), place != 0 else { return nil }
        return Day(weekday: weekday, place: place)
    }

    private static func weekday(_ text: Substring) -> Weekday? {
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        return names.firstIndex(of: text.uppercased()).map { Weekday.allCases[$0] }
    }

    private static func number(_ text: Substring, in range: ClosedRange<Int>) -> Int? {
        guard (1...7).contains(text.utf8.count), let number = Int(text), range.contains(number) else { return nil }
        return number
    }
}

import EssaimDomain

/// When something begins or ends, as a calendar says it.
enum CalendarTime: Equatable {
    /// A whole day of the owner's.
    case day(CivilDate)
    /// A time on the clocks of a zone.
    case clock(CivilDateTime, OffsetRules)

    /// The day that its own clocks show.
    var date: CivilDate {
        switch self {
        case .day(let day): day
        case .clock(let time, _): time.date
        }
    }

    var isDay: Bool { if case .day = self { true } else { false } }

    /// The same time of another day.
    func on(_ day: CivilDate) -> Self {
        switch self {
        case .day: return .day(day)
        case .clock(let time, let offsets):
            let moved = CivilDateTime(day, hour: time.hour, minute: time.minute, second: time.second)
            return .clock(moved ?? CivilDateTime(startOf: day), offsets)
        }
    }

    /// - Parameter local: the owner's clocks.
    func instant(in local: OffsetRules) -> Instant {
        switch self {
        case .day(let day): local.instant(of: CivilDateTime(startOf: day))
        case .clock(let time, let offsets): offsets.instant(of: time)
        }
    }
}

extension ContentLine {
    /// The one time of a line: `DTSTART;TZID=Europe/Paris:20261116T090000`.
    func time(in local: OffsetRules) throws(CalendarFault) -> CalendarTime {
        guard let time = try times(in: local).first, !value.contains(",") else { throw noTime }
        return time
    }

    /// The times of a line, between commas.
    func times(in local: OffsetRules) throws(CalendarFault) -> [CalendarTime] {
        let kind = parameters["VALUE"]?.uppercased()
        guard kind == nil || kind == "DATE" || kind == "DATE-TIME" else { throw noTime }
        var offsets = local
        if let name = parameters["TZID"] {
            guard let rules = CalendarZone.rules(named: name) else { throw unknownZone(name) }
            offsets = rules
        }
        var times: [CalendarTime] = []
        for text in value.split(separator: ",", omittingEmptySubsequences: false) {
            guard let time = CalendarTime(text, offsets), kind != "DATE" || time.isDay,
                kind != "DATE-TIME" || !time.isDay
            else { throw noTime }
            times.append(time)
        }
        return times
    }

    private var noTime: CalendarFault { CalendarFault(line: number, "\(name)\u{A0}: cette date n’est pas lue.") }

    /// The name is told when it is that of a zone as the tz database or Windows has them, and no words of someone.
    private func unknownZone(_ name: String) -> CalendarFault {
        let told = CalendarZone.looksLikeName(name) ? " «\u{A0}\(name)\u{A0}»" : ""
        return CalendarFault(
            line: number, "le fuseau horaire\(told) n’est pas connu\u{A0}; Europe/Paris et ceux d’outre-mer le sont.")
    }
}

extension CalendarTime {
    /// `20261116` or `20261116T090000`, with a `Z` behind it for UTC. A leap second is the one before it.
    init?(_ text: Substring, _ offsets: OffsetRules) {
        let isUniversal = text.utf8.last == UInt8(ascii: "Z")
        let halves = text.utf8.dropLast(isUniversal ? 1 : 0).split(
            separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
        guard let date = halves.first.flatMap(Self.date) else { return nil }
        switch halves.count {
        case 1 where !isUniversal: self = .day(date)
        case 2:
            guard let digits = Digits(halves[1], count: 6),
                let time = CivilDateTime(
                    date, hour: digits[0..<2], minute: digits[2..<4], second: min(59, digits[4..<6])),
                digits[4..<6] <= 60
            else { return nil }
            self = .clock(time, isUniversal ? .fixed(seconds: 0) : offsets)
        default: return nil
        }
    }

    private static func date(_ text: Substring.UTF8View) -> CivilDate? {
        guard let digits = Digits(text, count: 8) else { return nil }
        return CivilDate(year: digits[0..<4], month: digits[4..<6], day: digits[6..<8])
    }
}

/// A run of decimal digits, read in parts.
private struct Digits {
    private let values: [Int]

    init?(_ text: Substring.UTF8View, count: Int) {
        guard text.count == count, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        values = text.map { Int($0) - 0x30 }
    }

    subscript(range: Range<Int>) -> Int { values[range].reduce(0) { $0 * 10 + $1 } }
}

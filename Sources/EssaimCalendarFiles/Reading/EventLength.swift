import EssaimDomain

/// How long an event lasts: days as calendars count them, then time as it passes (RFC 5545 §3.3.6).
struct EventLength: Equatable {
    var days = 0
    var time: Duration = .zero

    static let day = Self(days: 1)

    /// Beyond it nothing is looked at.
    static let longestDays = 3_660

    /// The end of what begins then, at the latest with the calendar.
    func end(of start: CalendarTime, in local: OffsetRules) -> Instant {
        start.on(start.date.adding(days: days)).instant(in: local) + time
    }
}

extension EventLength {
    /// From a beginning to an end; nil when it comes before, or when one is a day and the other a time.
    init?(from start: CalendarTime, to end: CalendarTime, in local: OffsetRules) {
        switch (start, end) {
        case (.day(let first), .day(let next)):
            // A day that ends as it begins is written so by programs that mean the day.
            guard first <= next else { return nil }
            self.init(days: max(1, next.days(since: first)))
        case (.clock, .clock):
            let time = end.instant(in: local) - start.instant(in: local)
            guard time >= .zero else { return nil }
            self.init(time: time)
        default: return nil
        }
    }

    /// Reads `P2W`, `P1D`, `PT1H30M`, `P1DT12H`; nil for what is none, is negative, or goes beyond `longestDays`.
    init?(_ text: String) {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var units = Array("WD".utf8)
        var isTime = false
        while let head = rest.first {
            if head == UInt8(ascii: "T"), !isTime {
                isTime = true
                units = Array("HMS".utf8)
                rest.removeFirst()
                if rest.isEmpty { return nil }
                continue
            }
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            rest.removeFirst(digits.count)
            guard (1...6).contains(digits.count), let number = Int(String(Substring(digits))),
                let unit = rest.popFirst(),
                let place = units.firstIndex(of: unit)
            else { return nil }
            units.removeFirst(place + 1)
            switch unit {
            case UInt8(ascii: "W"): days += 7 * number
            case UInt8(ascii: "D"): days += number
            case UInt8(ascii: "H"): time += .hours(number)
            case UInt8(ascii: "M"): time += .minutes(number)
            default: time += .seconds(number)
            }
        }
        guard days <= Self.longestDays, time <= .days(Self.longestDays) else { return nil }
    }
}

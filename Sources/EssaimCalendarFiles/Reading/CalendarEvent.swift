import EssaimDomain

/// An event as read, for its times.
struct CalendarEvent {
    let uid: String?
    let start: CalendarTime
    let length: EventLength
    let rule: Recurrence?
    let excluded: Exclusions
    /// The time of the rule's in whose stead it stands.
    let replaces: CalendarTime?
    /// Makes nobody absent.
    let isPassedOver: Bool
    /// Where its rule stands, or it begins.
    let line: Int

    /// Times at which a rule makes none.
    struct Exclusions {
        private var instants: Set<Instant> = []
        /// Days that are excluded whole.
        private var days: Set<CivilDate> = []
        /// The days of the times, for an event of whole days.
        private var dates: Set<CivilDate> = []

        mutating func insert(_ time: CalendarTime, _ local: OffsetRules) {
            dates.insert(time.date)
            if time.isDay { days.insert(time.date) } else { instants.insert(time.instant(in: local)) }
        }

        func contains(_ time: CalendarTime, _ local: OffsetRules) -> Bool {
            time.isDay
                ? dates.contains(time.date) : days.contains(time.date) || instants.contains(time.instant(in: local))
        }
    }
}

extension CalendarEvent {
    /// The stretches in a window, not put in order.
    /// - Parameter others: what is excluded besides, for events that stand in their stead.
    /// - Throws: when the budget is spent.
    func stretches(
        in window: ClosedRange<CivilDate>, without others: Exclusions?, local: OffsetRules, spending budget: inout Int
    ) throws(CalendarFault) -> [Range<Instant>] {
        var starts = [start]
        if let rule {
            // What began before the window may last into it, and other clocks are a day away at most.
            let back = length.days + Int(length.time.components.seconds / 86_400) + 2
            let near = window.lowerBound.adding(days: -back)...window.upperBound.adding(days: 1)
            guard let dates = rule.dates(from: start.date, in: near, spending: &budget) else {
                throw CalendarFault(line: line, "RRULE\u{A0}: ce calendrier demande trop de répétitions.")
            }
            starts = dates.map { start.on($0) }.filter { !isOver($0, rule, local) }
        }
        let (first, next) = (window.lowerBound, window.upperBound.adding(days: 1))
        let bounds = CalendarTime.day(first).instant(in: local)..<CalendarTime.day(next).instant(in: local)
        return starts.compactMap { start in
            if excluded.contains(start, local) || others?.contains(start, local) == true { return nil }
            let (from, to) = (start.instant(in: local), length.end(of: start, in: local))
            guard from < to else { return nil }
            let kept = (from..<to).clamped(to: bounds)
            return kept.isEmpty ? nil : kept
        }
    }

    /// The rule's end is one of its times, or a day that is whole.
    private func isOver(_ time: CalendarTime, _ rule: Recurrence, _ local: OffsetRules) -> Bool {
        guard let until = rule.until else { return false }
        switch (time, until) {
        case (_, .day(let last)): return time.date > last
        case (.day(let day), .clock): return day > local.civil(at: until.instant(in: local)).date
        case (.clock(_, let own), .clock(let end, let offsets)):
            // Without a zone, it is a time of the event's own clocks.
            return time.instant(in: local) > (offsets == local ? own : offsets).instant(of: end)
        }
    }
}

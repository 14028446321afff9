import EssaimDomain

extension Recurrence {
    /// The days on which the rule falls, in order, of those that are in the window. The first day is one of them whatever the
    /// rule says (RFC 5545 §3.8.5.3), and the first that is counted.
    /// - Parameter budget: falls by each day and each period that is looked at.
    /// - Returns: nil when the budget is spent.
    func dates(
        from first: CivilDate, in window: ClosedRange<CivilDate>, spending budget: inout Int
    ) -> [CivilDate]? {
        var found = window.contains(first) ? [first] : []
        var counted = 1
        var step = count == nil ? steps(from: first, before: window.lowerBound) : 0
        var last: CivilDate?
        while count.map({ counted < $0 }) ?? true {
            let start = start(ofPeriod: step, from: first)
            // The calendar ends, and its last period would come for ever.
            if start > window.upperBound || start == last { break }
            last = start
            let dates = dates(ofPeriod: start, from: first)
            budget -= 1 + dates.count
            if budget < 0 { return nil }
            for day in dates where day > first {
                counted += 1
                if window.contains(day) { found.append(day) }
                if counted == count { break }
            }
            step += 1
        }
        return found
    }

    /// The first day of the period that so many steps lead to.
    private func start(ofPeriod step: Int, from first: CivilDate) -> CivilDate {
        switch frequency {
        case .daily: first.adding(days: step * interval)
        case .weekly: weekOf(first).adding(days: step * interval * 7)
        case .monthly: CivilMonth(of: first).adding(months: step * interval).firstDay
        case .yearly: CivilDate(year: min(first.year + step * interval, 9999), month: 1, day: 1) ?? .last
        }
    }

    /// Steps that stay before a day, so that what is long past is not walked through.
    private func steps(from first: CivilDate, before day: CivilDate) -> Int {
        let passed =
            switch frequency {
            case .daily: day.days(since: first)
            case .weekly: day.days(since: weekOf(first)) / 7
            case .monthly: (day.year - first.year) * 12 + day.month - first.month
            case .yearly: day.year - first.year
            }
        return max(0, passed / interval)
    }

    private func weekOf(_ day: CivilDate) -> CivilDate {
        day.adding(days: -((day.weekday.number - weekStart.number + 7) % 7))
    }

    private func dates(ofPeriod start: CivilDate, from first: CivilDate) -> [CivilDate] {
        switch frequency {
        case .daily:
            isIn(start) ? [start] : []
        case .weekly:
            (0..<7).map { start.adding(days: $0) }.filter { day in
                let weekdays = days.isEmpty ? [first.weekday] : days.map(\.weekday)
                return weekdays.contains(day.weekday) && isInMonths(day)
            }
        case .monthly:
            isInMonths(start) ? dates(ofMonth: start, from: first) : []
        case .yearly:
            dates(ofYear: start, from: first)
        }
    }

    private func isIn(_ day: CivilDate) -> Bool {
        isInMonths(day) && (monthDays.isEmpty || isInMonthDays(day))
            && (days.isEmpty || days.contains(Day(weekday: day.weekday, place: nil)))
    }

    private func isInMonths(_ day: CivilDate) -> Bool { months.isEmpty || months.contains(day.month) }

    private func isInMonthDays(_ day: CivilDate) -> Bool {
        let length = CivilDate.days(inMonth: day.month, of: day.year)
        return monthDays.contains(day.day) || monthDays.contains(day.day - length - 1)
    }

    /// Of a month by its first day: by day of the month and of the week, each where the rule names some; else the day that the
    /// first one has, in months that have it.
    private func dates(ofMonth start: CivilDate, from first: CivilDate) -> [CivilDate] {
        let length = CivilDate.days(inMonth: start.month, of: start.year)
        if monthDays.isEmpty, days.isEmpty { return first.day <= length ? [start.adding(days: first.day - 1)] : [] }
        return (0..<length).filter { isNamed($0, of: length, from: start) }.map { start.adding(days: $0) }
            .filter { monthDays.isEmpty || isInMonthDays($0) }
    }

    private func dates(ofYear start: CivilDate, from first: CivilDate) -> [CivilDate] {
        if months.isEmpty, monthDays.isEmpty {
            if days.isEmpty {
                return CivilDate(year: start.year, month: first.month, day: first.day).map { [$0] } ?? []
            }
            let length = CivilDate.isLeap(start.year) ? 366 : 365
            return (0..<length).filter { isNamed($0, of: length, from: start) }.map { start.adding(days: $0) }
        }
        return (months.isEmpty ? Array(1...12) : months.sorted()).flatMap { month in
            CivilDate(year: start.year, month: month, day: 1).map { dates(ofMonth: $0, from: first) } ?? []
        }
    }

    /// Whether a day of a month or a year, so many after its first, is one of the days of the week that are named.
    private func isNamed(_ ahead: Int, of length: Int, from start: CivilDate) -> Bool {
        let weekday = start.adding(days: ahead).weekday
        return days.isEmpty
            || days.contains { day in
                let (fromStart, fromEnd) = (ahead / 7 + 1, -((length - 1 - ahead) / 7 + 1))
                return day.weekday == weekday && (day.place.map { $0 == fromStart || $0 == fromEnd } ?? true)
            }
    }
}

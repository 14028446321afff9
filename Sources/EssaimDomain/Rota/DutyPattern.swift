/// On which days a duty comes back.
public struct DutyPattern: Hashable, Sendable {
    /// What a public holiday does to a duty.
    public enum OnHolidays: String, Sendable, Codable, CaseIterable {
        /// It is kept as on any day.
        case kept
        /// It falls out.
        case dropped
        /// It is kept on holidays alone: a holiday's own duty.
        case only
    }

    public let weekdays: Set<Weekday>
    /// Every so many weeks, Monday first, counted from the week of the first day.
    public let everyWeeks: Int
    public let first: CivilDate
    /// The last one included; nil without an end.
    public let last: CivilDate?
    public let onHolidays: OnHolidays

    public static let intervals = 1...52

    /// Nil without a day of the week, with an interval that is none, or when the last day comes before the first.
    public init?(
        weekdays: Set<Weekday>, everyWeeks: Int = 1, from first: CivilDate, through last: CivilDate? = nil,
        onHolidays: OnHolidays = .dropped
    ) {
        guard !weekdays.isEmpty, Self.intervals.contains(everyWeeks), last.map({ first <= $0 }) ?? true else {
            return nil
        }
        self.init(known: weekdays, everyWeeks, first, last, onHolidays)
    }

    private init(
        known weekdays: Set<Weekday>, _ everyWeeks: Int, _ first: CivilDate, _ last: CivilDate?,
        _ onHolidays: OnHolidays
    ) {
        self.weekdays = weekdays
        self.everyWeeks = everyWeeks
        self.first = first
        self.last = last
        self.onHolidays = onHolidays
    }

    /// One day, added to the rota: a holiday too.
    public static func once(on day: CivilDate) -> Self { Self(known: [day.weekday], 1, day, day, .kept) }

    public func contains(_ day: CivilDate, isHoliday: Bool) -> Bool {
        guard weekdays.contains(day.weekday), day >= first, last.map({ day <= $0 }) ?? true else { return false }
        switch onHolidays {
        case .kept: break
        case .dropped: if isHoliday { return false }
        case .only: if !isHoliday { return false }
        }
        return everyWeeks == 1 || (day.week - first.week).isMultiple(of: everyWeeks)
    }

    /// Some day is one of its own, whatever the holidays.
    public var everComes: Bool {
        (0..<7 * everyWeeks).contains { ahead in
            contains(first.adding(days: ahead), isHoliday: onHolidays == .only)
        }
    }
}

extension CivilDate {
    /// Weeks, Monday first, since the calendar's first day, a Monday.
    fileprivate var week: Int { (dayNumber - CivilDate.first.dayNumber) / 7 }
}

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31, without a time or a place. Text is `1958-08-12`.
public struct CivilDate: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil unless the day exists.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.init(known: year, month, day)
    }

    private init(known year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day `dayNumber` days after 1970-01-01. Outside the calendar it is the first or the last day.
    public init(dayNumber: Int) {
        let number = min(max(dayNumber, Self.first.dayNumber), Self.last.dayNumber)
        // Howard Hinnant, « chrono-compatible low-level date algorithms », civil_from_days: eras of 400 years from
        // March.
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        self.init(
            known: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
    }

    public static let first = Self(known: 1, 1, 1)
    public static let last = Self(known: 9999, 12, 31)

    /// Days since 1970-01-01.
    public var dayNumber: Int {
        let fromMarch = month > 2 ? month - 3 : month + 9
        let shiftedYear = month > 2 ? year : year - 1
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * fromMarch + 2) / 5 + day - 1
        return era * 146_097 + dayOfEra - 719_468
    }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday; 719 162 days before it, 0001-01-01 was a Monday.
        Weekday.allCases[(dayNumber + 719_162) % 7]
    }

    public static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: Comparable {
    public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}

extension CivilDate {
    /// So many days later, or earlier when negative; stops at the ends of the calendar.
    public func adding(days: Int) -> Self {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return overflow ? (days > 0 ? .last : .first) : Self(dayNumber: sum)
    }

    /// So many months later; the 31st becomes the last day of a shorter month. Stops at the ends of the calendar.
    public func adding(months: Int) -> Self {
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow { return months > 0 ? .last : .first }
        if sum < 12 { return .first }
        let (year, month) = (sum / 12, sum % 12 + 1)
        if year > 9999 { return .last }
        return Self(known: year, month, min(day, Self.days(inMonth: month, of: year)))
    }

    /// So many years later; 29 February becomes the 28th in a common year.
    public func adding(years: Int) -> Self {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? (years > 0 ? .last : .first) : adding(months: months)
    }

    /// The days from `other` to this one; negative when this one is earlier.
    public func days(since other: Self) -> Int { dayNumber - other.dayNumber }
}

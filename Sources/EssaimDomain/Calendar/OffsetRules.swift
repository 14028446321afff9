/// How far local clocks are from UTC, by rule rather than by table: the domain reads no file of the machine.
///
/// The rules are those of today (the EU's since 1996, North America's since 2007, the overseas zones' since before):
/// times that the product records are later. Birth dates are civil dates and need none.
public enum OffsetRules: Hashable, Sendable {
    /// The same all year, seconds east of UTC.
    case fixed(seconds: Int)
    /// UTC+1; UTC+2 from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC
    /// (directive 2000/84/CE). Metropolitan France.
    case centralEuropean
    /// Standard time, and one hour more from the second Sunday of March, 02:00 local, to the first Sunday of November,
    /// 02:00 local (Energy Policy Act of 2005, followed by Saint-Pierre-et-Miquelon).
    case northAmerican(standardSeconds: Int)

    /// Seconds east of UTC at that instant.
    public func offsetSeconds(at instant: Instant) -> Int {
        switch self {
        case .fixed(let seconds): return seconds
        case .centralEuropean, .northAmerican:
            let inUTC = clampedDay(of: instant.milliseconds)
            guard let (start, end) = summer(of: inUTC.year) else { return standardSeconds }
            return instant >= start && instant < end ? standardSeconds + 3600 : standardSeconds
        }
    }

    /// What a clock on the wall shows at that instant. Beyond the calendar's ends it shows the first or the last
    /// moment.
    public func civil(at instant: Instant) -> CivilDateTime {
        let shifted = clamped(instant.milliseconds) + Int64(offsetSeconds(at: instant)) * 1000
        let day = floorDivision(shifted, 86_400_000)
        return CivilDateTime(CivilDate(dayNumber: Int(day)), millisecondOfDay: Int(shifted - day * 86_400_000))
    }

    /// The instant at which the clock first shows, or would pass, that time. It never goes back as the wall time
    /// advances:
    /// - in the hour that spring skips, 02:30 never shows: the outcome is the moment of the change itself;
    /// - in the hour that autumn repeats, 02:30 shows twice: the outcome is the first one, still in summer time.
    public func instant(of civil: CivilDateTime) -> Instant {
        let wall = Int64(civil.date.dayNumber) * 86_400_000 + Int64(civil.millisecondOfDay)
        let asStandard = Instant(milliseconds: wall - Int64(standardSeconds) * 1000)
        guard let (start, end) = summer(of: civil.date.year) else { return asStandard }
        let asSummer = Instant(milliseconds: asStandard.milliseconds - 3_600_000)
        if asSummer >= start, asSummer < end { return asSummer }
        return asStandard >= start && asSummer < start ? start : asStandard
    }

    private var standardSeconds: Int {
        switch self {
        case .fixed(let seconds), .northAmerican(let seconds): seconds
        case .centralEuropean: 3600
        }
    }

    /// Summer time of a year of the calendar; nil where there is none. No zone here changes near a new year, so that
    /// the year may be told in UTC or on the wall.
    private func summer(of year: Int) -> (start: Instant, end: Instant)? {
        switch self {
        case .fixed: return nil
        case .centralEuropean:
            guard let march = CivilDate(year: year, month: 3, day: 31),
                let october = CivilDate(year: year, month: 10, day: 31)
            else { return nil }
            return (moment(sunday(onOrBefore: march), hours: 1), moment(sunday(onOrBefore: october), hours: 1))
        case .northAmerican(let standard):
            guard let march = CivilDate(year: year, month: 3, day: 14),
                let november = CivilDate(year: year, month: 11, day: 7)
            else { return nil }
            let offset = Duration.seconds(standard)
            return (
                moment(sunday(onOrBefore: march), hours: 2) - offset,
                moment(sunday(onOrBefore: november), hours: 1) - offset
            )
        }
    }
}

private func sunday(onOrBefore date: CivilDate) -> CivilDate { date.adding(days: -(date.weekday.number % 7)) }

/// That hour of that day, in UTC.
private func moment(_ date: CivilDate, hours: Int) -> Instant {
    Instant(milliseconds: Int64(date.dayNumber) * 86_400_000 + Int64(hours) * 3_600_000)
}

/// Milliseconds kept within the calendar, a day and more inside its ends so that an offset may be added.
private func clamped(_ milliseconds: Int64) -> Int64 {
    min(
        max(milliseconds, Int64(CivilDate.first.dayNumber + 2) * 86_400_000),
        Int64(CivilDate.last.dayNumber - 1) * 86_400_000)
}

private func clampedDay(of milliseconds: Int64) -> CivilDate {
    CivilDate(dayNumber: Int(floorDivision(clamped(milliseconds), 86_400_000)))
}

private func floorDivision(_ number: Int64, _ divisor: Int64) -> Int64 {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
}

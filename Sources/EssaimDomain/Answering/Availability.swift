/// When an expert answers, how much a day, and when they are away: what they said of themselves. It warns, and stops nothing.
public struct Availability: Sendable, Equatable {
    /// Weekly hours; nil when nothing was said: at any time.
    public var hours: OpeningHours?
    /// Demands taken in one day; nil without a limit.
    public var mostADay: Int?
    /// Those that are not over, in order.
    public var absences: [Absence]

    public init(hours: OpeningHours? = nil, mostADay: Int? = nil, absences: [Absence] = []) {
        self.hours = hours
        self.mostADay = mostADay
        self.absences = absences
    }

    /// What a daily limit may be.
    public static let dailyLimits = 1...200
    public static let mostAbsences = 50

    /// Why an expert is not available.
    public enum Hindrance: Sendable, Equatable {
        /// Until the end of that day.
        case absent(through: CivilDate, colleague: String)
        case full(taken: Int, most: Int)
        /// Outside of their hours; nil when they open no more within ten years.
        case outsideHours(opensAt: Instant?)
    }
}

extension Availability {
    public func absence(on day: CivilDate) -> Absence? {
        absences.filter { $0.days.contains(day) }.max { $0.days.upperBound < $1.days.upperBound }
    }

    /// What stands against giving them a demand now, the strongest reason alone.
    /// - Parameter taken: demands that they took since midnight.
    public func hindrance(at now: Instant, taken: Int, in local: LocalTime) -> Hindrance? {
        if let absence = absence(on: local.date(at: now)) {
            return .absent(through: absence.days.upperBound, colleague: absence.colleague)
        }
        if isFull(taken) { return .full(taken: taken, most: mostADay ?? taken) }
        let own = own(local)
        return own.isOpen(at: now) ? nil : .outsideHours(opensAt: own.nextOpening(after: now))
    }

    public func isAvailable(at now: Instant, taken: Int, in local: LocalTime) -> Bool {
        hindrance(at: now, taken: taken, in: local) == nil
    }

    /// `now` when available, else the next moment that is: in their hours, on a day when they are there and have taken
    /// nothing yet. Nil if none comes within ten years.
    public func next(after now: Instant, taken: Int, in local: LocalTime) -> Instant? {
        let tomorrow = local.midnight(startOf: local.date(at: now).adding(days: 1))
        return own(local).nextOpening(after: isFull(taken) ? tomorrow : now)
    }

    private func isFull(_ taken: Int) -> Bool { mostADay.map { taken >= $0 } ?? false }

    /// Their own hours, closed on the days of their absences.
    private func own(_ local: LocalTime) -> LocalTime {
        let hours = hours ?? .always
        let away = absences.flatMap { absence in
            (0..<absence.dayCount).map { absence.days.lowerBound.adding(days: $0) }
        }
        return LocalTime(
            offsets: local.offsets, holidays: local.holidays,
            hours: OpeningHours(
                weekly: hours.weekly, opensOnHolidays: hours.opensOnHolidays, closedDays: hours.closedDays.union(away)))
    }
}

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
    /// The one of whole days that holds that day.
    public func absence(on day: CivilDate) -> Absence? {
        absences.filter { $0.half == nil && $0.days.contains(day) }.max { $0.days.upperBound < $1.days.upperBound }
    }

    /// What stands against giving them a demand now, the strongest reason alone.
    /// - Parameter taken: demands that they took since midnight.
    public func hindrance(at now: Instant, taken: Int, in local: LocalTime) -> Hindrance? {
        if let absence = absence(on: local.date(at: now)) {
            return .absent(through: absence.days.upperBound, colleague: absence.colleague)
        }
        if isFull(taken) { return .full(taken: taken, most: mostADay ?? taken) }
        let opensAt = opening(from: now, in: local)
        return opensAt == now ? nil : .outsideHours(opensAt: opensAt)
    }

    public func isAvailable(at now: Instant, taken: Int, in local: LocalTime) -> Bool {
        hindrance(at: now, taken: taken, in: local) == nil
    }

    /// `now` when available, else the next moment that is: in their hours, on a day when they are there and have taken
    /// nothing yet. Nil if none comes within ten years.
    public func next(after now: Instant, taken: Int, in local: LocalTime) -> Instant? {
        let tomorrow = local.midnight(startOf: local.date(at: now).adding(days: 1))
        return opening(from: isFull(taken) ? tomorrow : now, in: local)
    }

    private func isFull(_ taken: Int) -> Bool { mostADay.map { taken >= $0 } ?? false }

    /// The first moment from that one on that is in their hours, absences left out. Asked for each expert of a pool when a
    /// demand is routed: no calendar of the absences is made.
    private func opening(from instant: Instant, in local: LocalTime) -> Instant? {
        let own = LocalTime(offsets: local.offsets, holidays: local.holidays, hours: hours ?? .always)
        let halves = Stretches(absences.filter { $0.half != nil }.map { $0.span(in: local.offsets) })
        for opening in Openings(of: own, from: instant)
        where opening.to > instant && absence(on: own.date(at: opening.from)) == nil {
            var start = max(opening.from, instant)
            while let half = halves.stretch(at: start) { start = half.upperBound }
            if start < opening.to { return start }
        }
        return nil
    }
}

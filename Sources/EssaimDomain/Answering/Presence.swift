/// When an expert is there: in their own hours, and not away.
public struct Presence: Sendable, Equatable {
    /// Nil when nothing was said: at any time.
    public let hours: OpeningHours?
    public let away: Stretches

    /// Who said nothing.
    public static let always = Self()

    public init(hours: OpeningHours? = nil, away: Stretches = .none) {
        self.hours = hours
        self.away = away
    }

    /// What they said of themselves, and what their own calendar says besides.
    public init(_ availability: Availability, busy: Stretches = .none, in local: LocalTime) {
        let absences = Stretches(availability.absences.map { $0.span(in: local.offsets) })
        self.init(hours: availability.hours, away: absences.union(busy))
    }

    /// What is left of some stretches of that day.
    public func there(during stretches: Stretches, on day: CivilDate, in local: LocalTime) -> Stretches {
        let present = stretches.subtracting(away)
        guard let hours, !present.isEmpty else { return present }
        let own = LocalTime(offsets: local.offsets, holidays: local.holidays, hours: hours)
        return present.intersection(own.stretches(on: day))
    }
}

extension LocalTime {
    /// What is open on a day.
    public func stretches(on day: CivilDate) -> Stretches { Stretches(openings(on: day).map { $0.from..<$0.to }) }
}

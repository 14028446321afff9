/// Time as a line lives it: its clocks, its holidays, its opening hours. Passed to every rule that counts hours.
public struct LocalTime: Hashable, Sendable {
    public let offsets: OffsetRules
    public let holidays: FrenchHolidays
    public let hours: OpeningHours

    public init(
        offsets: OffsetRules = .centralEuropean, holidays: FrenchHolidays = FrenchHolidays(),
        hours: OpeningHours = .always
    ) {
        self.offsets = offsets
        self.holidays = holidays
        self.hours = hours
    }

    public func civil(at instant: Instant) -> CivilDateTime { offsets.civil(at: instant) }
    public func date(at instant: Instant) -> CivilDate { offsets.civil(at: instant).date }
    public func instant(of civil: CivilDateTime) -> Instant { offsets.instant(of: civil) }
    public func midnight(startOf date: CivilDate) -> Instant {
        offsets.instant(of: CivilDateTime(startOf: date))
    }

    /// Opened at its first moment, closed at its last.
    public func isOpen(at instant: Instant) -> Bool {
        openings(on: date(at: instant)).contains { $0.from <= instant && instant < $0.to }
    }

    /// `instant` itself when open, else the next moment of opening; nil if none comes within ten years.
    public func nextOpening(after instant: Instant) -> Instant? {
        for opening in Openings(of: self, from: instant) where opening.to > instant {
            return max(opening.from, instant)
        }
        return nil
    }

    /// The instants of a day's opening. Wall times become instants in order (`OffsetRules.instant(of:)`), so that on a
    /// day of clock change no moment is counted twice; a range that spring skips is empty.
    func openings(on date: CivilDate) -> [Opening] {
        hours.ranges(on: date, holidays: holidays).compactMap { range in
            let opening = Opening(from: instant(date, range.from), to: instant(date, range.to))
            return opening.from < opening.to ? opening : nil
        }
    }

    private func instant(_ date: CivilDate, _ minute: Int) -> Instant {
        minute == 1440
            ? midnight(startOf: date.adding(days: 1))
            : offsets.instant(of: CivilDateTime(date, millisecondOfDay: minute * 60_000))
    }
}

/// One stretch of opening, the end excluded.
struct Opening {
    let from: Instant
    let to: Instant
}

/// The openings from the day of an instant on, over ten years at most.
struct Openings: Sequence, IteratorProtocol {
    private let local: LocalTime
    private var date: CivilDate
    private var daysLeft = 3653
    private var today: ArraySlice<Opening> = []

    init(of local: LocalTime, from instant: Instant) {
        self.local = local
        date = local.date(at: instant)
    }

    mutating func next() -> Opening? {
        while today.isEmpty {
            guard daysLeft > 0, date < .last else { return nil }
            today = local.openings(on: date)[...]
            date = date.adding(days: 1)
            daysLeft -= 1
        }
        return today.removeFirst()
    }
}

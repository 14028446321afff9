/// A rota made ready to be asked, for any day: nothing is expanded. A post's duties stand by day of the week, and a question
/// about an instant looks at those of two days, for a duty lasts a day at most. With d duties of the post on a day of the week,
/// e exceptions and n duties in all: made in O(n + e), an instant or a day answered in O(d), and k turns put in order,
/// whatever the length of the rota and the size of the network.
public struct RotaCalendar: Sendable {
    private struct Entry: Sendable {
        let duty: Duty
        /// By the day on which the rule puts the turn.
        var exceptions: [CivilDate: ShiftException] = [:]

        /// Whether the turn of a day may last at that minute of it, beyond 1440 on the next: clocks change by an hour, and an
        /// exception may have any hours.
        func mayLast(at minute: Int, of day: CivilDate) -> Bool {
            let hours = duty.time.hours
            return (hours.from - 60..<hours.to + 60).contains(minute) || exceptions[day] != nil
        }
    }

    private let offsets: OffsetRules
    private let holidays: FrenchHolidays
    private let entries: [Entry]
    /// Of two duties with one id the first counts; `Rota.faults` names the other.
    private let positions: [Identifier<Duty>: Int]
    /// Positions by day of the week, Monday first.
    private let byWeekday: [DutyPost: [[Int]]]
    private let byPerson: [Identifier<Person>: [Int]]
    /// Turns moved from another day, by the day they came to.
    private let moved: [DutyPost: [CivilDate: [Shift.Key]]]
    /// Turns moved from another day or kept for someone else, by who keeps them and the day they came to.
    private let taken: [Identifier<Person>: [CivilDate: [Shift.Key]]]

    public init(_ rota: Rota, in local: LocalTime) {
        var entries: [Entry] = []
        var positions: [Identifier<Duty>: Int] = [:]
        var byWeekday: [DutyPost: [[Int]]] = [:]
        var byPerson: [Identifier<Person>: [Int]] = [:]
        for duty in rota.duties where positions[duty.id] == nil {
            let position = entries.count
            positions[duty.id] = position
            entries.append(Entry(duty: duty))
            byPerson[duty.person, default: []].append(position)
            for weekday in duty.pattern.weekdays {
                byWeekday[duty.post, default: Array(repeating: [], count: 7)][weekday.number - 1].append(position)
            }
        }
        var moved: [DutyPost: [CivilDate: [Shift.Key]]] = [:]
        var taken: [Identifier<Person>: [CivilDate: [Shift.Key]]] = [:]
        for exception in rota.exceptions {
            let key = exception.key
            guard let position = positions[key.duty], entries[position].exceptions[key.day] == nil else { continue }
            entries[position].exceptions[key.day] = exception
            let duty = entries[position].duty
            let (day, person) = (exception.place?.day ?? key.day, exception.person ?? duty.person)
            if day != key.day { moved[duty.post, default: [:]][day, default: []].append(key) }
            if day != key.day || person != duty.person { taken[person, default: [:]][day, default: []].append(key) }
        }
        offsets = local.offsets
        holidays = local.holidays
        (self.entries, self.positions, self.byWeekday) = (entries, positions, byWeekday)
        (self.byPerson, self.moved, self.taken) = (byPerson, moved, taken)
    }

    /// What the rota has duties for, in order.
    public var posts: [DutyPost] { byWeekday.keys.sorted() }

    /// Duties stand on the rota for it, be they all over: a rota that runs out has gaps until someone ends it.
    public func hasDuties(for post: DutyPost) -> Bool { byWeekday[post] != nil }

    /// The turn as it now is; nil when its rule makes none there, or it was removed.
    public func shift(_ key: Shift.Key) -> Shift? {
        positions[key.duty].flatMap { shift(entries[$0], ruledOn: key.day, isHoliday: holidays.contains(key.day)) }
    }

    /// Those that begin on that day, in order.
    public func shifts(on day: CivilDate, for post: DutyPost) -> [Shift] {
        turns(on: day, for: post) { _ in true }.sorted()
    }

    /// Those that last then, in order.
    public func shifts(at instant: Instant, for post: DutyPost) -> [Shift] {
        let civil = offsets.civil(at: instant)
        let near = [(civil.date, civil.minuteOfDay), (civil.date.adding(days: -1), civil.minuteOfDay + 1440)]
        return near.flatMap { day, minute in
            turns(on: day, for: post) { $0.mayLast(at: minute, of: day) }.filter { $0.span.contains(instant) }
        }.sorted()
    }

    /// Those of one person that begin on that day, in order: O(their duties).
    public func shifts(of person: Identifier<Person>, on day: CivilDate) -> [Shift] {
        var found = (taken[person]?[day] ?? []).compactMap { shift($0) }
        let isHoliday = holidays.contains(day)
        for position in byPerson[person] ?? [] {
            let shift = shift(entries[position], ruledOn: day, isHoliday: isHoliday)
            if let shift, shift.day == day, shift.person == person { found.append(shift) }
        }
        return found.sorted()
    }

    /// Those of one person that begin on these days, in order: a member's own calendar.
    public func shifts(of person: Identifier<Person>, in days: ClosedRange<CivilDate>) -> [Shift] {
        (0...days.upperBound.days(since: days.lowerBound)).flatMap {
            shifts(of: person, on: days.lowerBound.adding(days: $0))
        }
    }

    func day(at instant: Instant) -> CivilDate { offsets.civil(at: instant).date }

    func midnight(startOf day: CivilDate) -> Instant { offsets.instant(on: day, minute: 0) }

    /// What is otherwise about a turn that its rule makes, and the version by which it is changed; nil of any other.
    func standing(of key: Shift.Key) -> (duty: Duty, exception: ShiftException)? {
        guard let entry = positions[key.duty].map({ entries[$0] }),
            entry.duty.pattern.contains(key.day, isHoliday: holidays.contains(key.day))
        else { return nil }
        return (entry.duty, entry.exceptions[key.day] ?? ShiftException(key: key))
    }

    func span(of place: ShiftException.Place) -> Range<Instant>? { place.time.hours.span(on: place.day, in: offsets) }

    /// Those that begin on that day, of the duties that are looked at, in no order.
    private func turns(on day: CivilDate, for post: DutyPost, where isLookedAt: (Entry) -> Bool) -> [Shift] {
        var found = (moved[post]?[day] ?? []).compactMap { shift($0) }
        let isHoliday = holidays.contains(day)
        for position in byWeekday[post]?[day.weekday.number - 1] ?? [] where isLookedAt(entries[position]) {
            let shift = shift(entries[position], ruledOn: day, isHoliday: isHoliday)
            if let shift, shift.day == day { found.append(shift) }
        }
        return found
    }

    private func shift(_ entry: Entry, ruledOn day: CivilDate, isHoliday: Bool) -> Shift? {
        let duty = entry.duty
        guard duty.pattern.contains(day, isHoliday: isHoliday) else { return nil }
        let exception = entry.exceptions.isEmpty ? nil : entry.exceptions[day]
        let place = exception?.place ?? ShiftException.Place(day: day, time: duty.time)
        guard exception?.isRemoved != true, let span = span(of: place) else { return nil }
        return Shift(
            key: Shift.Key(duty: duty.id, day: day), post: duty.post, person: exception?.person ?? duty.person,
            day: place.day, span: span, version: duty.version + (exception?.version ?? 0))
    }
}

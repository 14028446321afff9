/// Who is on duty for a pool at an instant.
public enum DutyStanding: Sendable, Equatable {
    /// In order: the line's own duty before the pool's. Never empty.
    case onDuty([OnDuty])
    /// The rota has nobody now. Who would be, but is away; and who would be, but left the pool.
    case nobody(away: [Identifier<Person>], strangers: [Identifier<Person>])
    /// No duty stands on the rota: all of the pool answers.
    case noRota
}

/// Someone on duty.
public struct OnDuty: Sendable, Equatable {
    public let person: Identifier<Person>
    /// The end of their turn and of those that follow at once, or the beginning of an absence.
    public let until: Instant
    public let shift: Shift.Key

    public init(person: Identifier<Person>, until: Instant, shift: Shift.Key) {
        self.person = person
        self.until = until
        self.shift = shift
    }
}

extension RotaCalendar {
    /// - Parameter line: whose own duties count too; nil for the pool's alone.
    public func standing(
        at now: Instant, pool: Identifier<Pool>, line: Identifier<Offer>? = nil, among answerers: Answerers
    ) -> DutyStanding {
        let posts = Self.posts(of: pool, line)
        guard posts.contains(where: hasDuties) else { return .noRota }
        let members = answerers.members(of: pool)
        var known: Set<Identifier<Person>> = []
        var there: [OnDuty] = []
        var (away, strangers): ([Identifier<Person>], [Identifier<Person>]) = ([], [])
        for shift in posts.flatMap({ shifts(at: now, for: $0) }) {
            let person = shift.person
            guard members.contains(person) else {
                // Who keeps the line for another of its pools is no stranger, and not on duty here.
                if !answerers.mayKeep(shift.post, person), !strangers.contains(person) { strangers.append(person) }
                continue
            }
            guard known.insert(person).inserted else { continue }
            let absences = answerers.presence(of: person).away
            if absences.contains(now) {
                away.append(person)
            } else {
                let until = end(of: shift, posts, absences.nextStart(after: now))
                there.append(OnDuty(person: person, until: until, shift: shift.key))
            }
        }
        return there.isEmpty ? .nobody(away: away, strangers: strangers) : .onDuty(there)
    }

    /// The first instant from `now` on at which someone is on duty; nil if none comes within so many days.
    public func nextDuty(
        from now: Instant, pool: Identifier<Pool>, line: Identifier<Offer>? = nil, among answerers: Answerers,
        days: Int = RotaReview.days
    ) -> Instant? {
        let today = day(at: now)
        var next: Instant?
        for ahead in -1..<max(0, days) {
            let day = today.adding(days: ahead)
            // A turn of a day begins in it, unless its person is away then.
            if let next, next <= midnight(startOf: day) { break }
            let starts = Self.posts(of: pool, line).flatMap { shifts(on: day, for: $0) }.compactMap {
                cover(of: $0, for: pool, among: answerers).stretch(orNextAfter: now)
            }
            next = (starts + [next].compactMap(\.self)).min()
        }
        return next
    }

    /// What is left of a turn for a pool: nothing of a stranger's, nor while its person is away.
    func cover(of shift: Shift, for pool: Identifier<Pool>, among answerers: Answerers) -> Stretches {
        guard answerers.members(of: pool).contains(shift.person) else { return .none }
        return Stretches([shift.span]).subtracting(answerers.presence(of: shift.person).away)
    }

    static func posts(of pool: Identifier<Pool>, _ line: Identifier<Offer>?) -> [DutyPost] {
        if let line { [.line(line), .pool(pool)] } else { [.pool(pool)] }
    }

    /// Turns that follow at once are looked for a month ahead.
    private static let mostFollowing = 62

    private func end(of shift: Shift, _ posts: [DutyPost], _ absence: Instant?) -> Instant {
        var end = shift.span.upperBound
        for _ in 0..<Self.mostFollowing {
            if let absence, absence <= end { return absence }
            let day = day(at: end)
            let following = [day, day.adding(days: -1)].flatMap { shifts(of: shift.person, on: $0) }.filter {
                posts.contains($0.post) && $0.span.contains(end)
            }
            guard let later = following.map(\.span.upperBound).max() else { break }
            end = later
        }
        return end
    }
}

extension Stretches {
    /// That instant if one of them holds it, else the next beginning.
    fileprivate func stretch(orNextAfter instant: Instant) -> Instant? {
        contains(instant) ? instant : nextStart(after: instant)
    }
}

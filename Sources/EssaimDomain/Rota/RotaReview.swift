/// The weeks to come of a rota, looked at as its coordinator would: each open line of each pool, day by day. With L pairs of a
/// pool and a line and S turns in the window: O(S log S + L × days), and the members of a pool one after the other until
/// someone is there, where nobody is on duty.
public struct RotaReview: Sendable {
    /// Eight weeks.
    public static let days = 56

    private let rota: RotaCalendar
    private let network: Network
    private let answerers: Answerers
    private let local: LocalTime
    private let now: Instant
    private let window: [CivilDate]

    /// - Parameter local: the clocks and the holidays of the network; its hours are not looked at.
    public init(
        of rota: RotaCalendar, in network: Network, among answerers: Answerers, from now: Instant,
        days: Int = Self.days,
        local: LocalTime
    ) {
        self.rota = rota
        self.network = network
        self.answerers = answerers
        self.local = local
        self.now = now
        let today = local.date(at: now)
        window = (0..<max(0, days)).map { today.adding(days: $0) }
    }

    /// In order of days. What is past of today is left out.
    public var findings: [RotaFinding] {
        let turns = turns
        return (network.pools.flatMap { findings(of: $0.id, turns) } + doubleBookings(turns) + strangers(turns))
            .sorted()
    }

    /// The turns of the window, and those of the day before that last into it, by post.
    private var turns: [DutyPost: [Shift]] {
        guard let first = window.first else { return [:] }
        let days = [first.adding(days: -1)] + window
        return Dictionary(
            rota.posts.map { post in
                (post, days.flatMap { rota.shifts(on: $0, for: post) }.filter { $0.span.upperBound > now })
            }, uniquingKeysWith: { first, _ in first })
    }

    private func findings(of pool: Identifier<Pool>, _ turns: [DutyPost: [Shift]]) -> [RotaFinding] {
        let lines = network.offers.filter { $0.isOpen(on: local.date(at: now)) && $0.pools.values.contains(pool) }
        if lines.isEmpty { return [] }
        if answerers.members(of: pool).isEmpty { return [.emptyPool(pool, lines: lines.map(\.id))] }
        var unanswered: [CivilDate: [Identifier<Offer>]] = [:]
        var gaps: [RotaFinding] = []
        for line in lines {
            let posts = RotaCalendar.posts(of: pool, line.id)
            let kept = posts.flatMap { turns[$0] ?? [] }
            let cover = Stretches(kept.flatMap { rota.cover(of: $0, for: pool, among: answerers).list })
            let hours = LocalTime(offsets: local.offsets, holidays: local.holidays, hours: line.hours ?? .always)
            for day in window {
                let open = hours.stretches(on: day).from(now)
                let bare = open.subtracting(cover)
                if bare.isEmpty { continue }
                if bare == open, !isAnyoneThere(of: pool, during: open, on: day) {
                    unanswered[day, default: []].append(line.id)
                } else if posts.contains(where: rota.hasDuties) {
                    gaps.append(.gap(gap(pool, line.id, day, bare, kept)))
                }
            }
        }
        return gaps + unanswered.map { RotaFinding.nobody(pool, on: $0.key, lines: $0.value) }
    }

    private func isAnyoneThere(of pool: Identifier<Pool>, during open: Stretches, on day: CivilDate) -> Bool {
        answerers.members(of: pool).contains { person in
            !answerers.presence(of: person).there(during: open, on: day, in: local).isEmpty
        }
    }

    private func gap(
        _ pool: Identifier<Pool>, _ line: Identifier<Offer>, _ day: CivilDate, _ bare: Stretches, _ kept: [Shift]
    ) -> RotaFinding.Gap {
        let members = answerers.members(of: pool)
        let away = kept.filter { shift in
            members.contains(shift.person) && bare.overlaps(shift.span)
                && answerers.presence(of: shift.person).away.overlaps(shift.span)
        }
        return RotaFinding.Gap(
            pool: pool, line: line, day: day, stretches: bare, away: Set(away.map(\.person)).sorted(),
            holiday: local.holidays.name(of: day))
    }

    /// Each turn that begins before an earlier one of the same person is over, with the one that lasts longest.
    private func doubleBookings(_ turns: [DutyPost: [Shift]]) -> [RotaFinding] {
        Dictionary(grouping: turns.values.joined(), by: \.person).flatMap { person, shifts in
            var longest: Shift?
            var found: [RotaFinding] = []
            for shift in shifts.sorted() {
                if let longest, shift.span.lowerBound < longest.span.upperBound {
                    found.append(
                        .doubleBooking(RotaFinding.DoubleBooking(person: person, first: longest, second: shift)))
                }
                if longest.map({ $0.span.upperBound < shift.span.upperBound }) ?? true { longest = shift }
            }
            return found
        }
    }

    private func strangers(_ turns: [DutyPost: [Shift]]) -> [RotaFinding] {
        turns.flatMap { post, shifts in
            Dictionary(grouping: shifts.filter { !answerers.mayKeep(post, $0.person) }, by: \.person)
                .compactMap { person, theirs in
                    theirs.map(\.day).min().map { RotaFinding.stranger(person, post, from: $0) }
                }
        }
    }
}

extension Stretches {
    /// What of them is not past.
    fileprivate func from(_ instant: Instant) -> Self {
        guard let last = list.last, last.upperBound > instant else { return .none }
        return intersection(Self([instant..<last.upperBound]))
    }
}

import EssaimDomain

/// The time as a page sees it: one `now` for the whole page, and the network's own zone.
public struct PageClock: Sendable {
    public var now: Instant
    public var rules: OffsetRules

    public init(now: Instant, rules: OffsetRules) {
        self.now = now
        self.rules = rules
    }

    /// What a wall clock of the zone shows.
    func civil(_ instant: Instant) -> CivilDateTime { rules.civil(at: instant) }

    var today: CivilDate { civil(now).date }
}

extension PageClock {
    /// Monday 23 November 2026, 14 h 20 in Paris.
    static let sample = PageClock(now: Instant(milliseconds: 1_795_440_000_000), rules: .centralEuropean)
}

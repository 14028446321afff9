import EssaimDomain

/// Whether the machine's clock can be believed, by the last entry of the journal: a server in use writes one every day.
public enum ClockCheck {
    public enum Verdict: Sendable, Equatable {
        case good
        /// It says less than what was written last.
        case behind(Duration)
        /// Nothing was written for longer than anyone leaves a server alone; or it jumped.
        case ahead(Duration)
    }

    /// Servers whose clocks differ by so little agree.
    static let slack = Duration.seconds(60)
    public static let longestSilence = Duration.seconds(31 * 86_400)

    public static func verdict(now: Instant, last: Instant) -> Verdict {
        if last - now > slack { return .behind(last - now) }
        return now - last > longestSilence ? .ahead(now - last) : .good
    }
}

/// What the engine looks at beside the demand.
public struct GuaranteeContext: Sendable, Equatable {
    /// Whether whoever took the demand is there.
    public enum Holder: Sendable, Hashable {
        case present
        /// Away from that moment on: the first of the absence, or when it was said if that was later.
        case away(from: Instant)
        /// Answers in no pool of the network any more.
        case gone
    }

    /// What an orientation towards another line awaits.
    public enum Acknowledgement: Sendable, Hashable {
        /// No line of Essaim receives it.
        case notAwaited
        case awaited
        case given
    }

    public let plan: GuaranteePlan
    /// Of the demand's line.
    public let local: LocalTime
    public let holder: Holder
    /// When the holder last did something on the demand: wrote, asked, kept a draft. Nil when nothing since taking it.
    public let lastSignAt: Instant?
    public let acknowledgement: Acknowledgement

    public init(
        plan: GuaranteePlan, local: LocalTime, holder: Holder = .present, lastSignAt: Instant? = nil,
        acknowledgement: Acknowledgement = .notAwaited
    ) {
        self.plan = plan
        self.local = local
        self.holder = holder
        self.lastSignAt = lastSignAt
        self.acknowledgement = acknowledgement
    }
}

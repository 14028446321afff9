/// One thing that is owed now, and the steps of the plan for it as instants.
public struct Obligation: Sendable, Equatable {
    public let owed: Owed
    /// When it began: with it, steps have names that outlive restarts. Another pause, another answer, another sign of the
    /// holder begin another obligation; a clock that never restarts keeps one for good.
    public let since: Instant
    /// In order.
    public let steps: [GuaranteeStep]
}

public struct GuaranteeStep: Sendable, Equatable {
    /// Whom a step speaks to, in roles. What they read names nobody: identities wait until someone opens the demand.
    public enum Audience: String, Sendable, CaseIterable {
        case pool
        /// Those of the pool who validate a junior's answer.
        case seniors
        case holder
        /// Those to whom the demand comes by widening.
        case neighbours
        case dutyExpert
        /// The named line, or its telephone.
        case fallback
        case coordinator, requester, colleagues
        /// Who answered.
        case expert
        case receivingLine
    }

    public let key: StepKey
    public let share: Int
    public let at: Instant
    public let audience: Set<Audience>
    /// Told at any hour; otherwise each reader's own hours hold the message back (`TellingHours.departure`). The step itself
    /// is done and traced on time.
    public let isPressing: Bool

    public var act: GuaranteeAct { key.act }
}

/// The name of a step, for good: the trace holds a key once, under a unique index, so that neither restarts nor several servers
/// nor a clock that goes back do it twice.
public struct StepKey: Sendable, Hashable, Codable {
    public let owed: Owed
    /// In whose hands, for what the holder owes; nil for the rest.
    public let holding: Identifier<Assignment>?
    public let since: Instant
    public let act: GuaranteeAct
    /// From 1, among the steps of that act: an edited plan repeats nothing that was done.
    public let ordinal: Int

    public init(
        _ owed: Owed, holding: Identifier<Assignment>? = nil, since: Instant, _ act: GuaranteeAct, ordinal: Int = 1
    ) {
        self.owed = owed
        self.holding = holding
        self.since = since
        self.act = act
        self.ordinal = ordinal
    }
}

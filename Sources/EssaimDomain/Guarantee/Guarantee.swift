/// The word that is kept on one demand: what is owed on it, and what is done when nobody does. Computed from the demand and
/// the trace of what was done, and nothing else: no timer, no mark of lateness.
///
/// A server keeps `nextAt` in an indexed column at every change, reads the demands whose moment has come, and for each one, in
/// one transaction, computes again, does what `due` says, traces it, and keeps the new `nextAt`, until nothing is due.
public struct Guarantee: Sendable, Equatable {
    public let obligations: [Obligation]

    public init(of request: AdviceRequest, in context: GuaranteeContext) {
        obligations = Owed.allCases.compactMap { request.obligation($0, in: context) }
    }

    /// A step whose time has come.
    public struct Due: Sendable, Equatable {
        public let step: GuaranteeStep
        /// A stronger step is due too: this one is traced and not done.
        public let isOvertaken: Bool
    }

    /// When a step is next due, in the past when it is late; nil when nothing is owed, or all was done.
    /// - Parameter trace: what was done, or overtaken, on this demand.
    public func nextAt(after trace: Set<StepKey>) -> Instant? {
        steps(after: trace).map(\.at).min()
    }

    /// What is to be done now, in order; empty exactly when `nextAt` is not there yet. A demand is handed back once: what
    /// else would take it from its holder is owed no more.
    public func due(at now: Instant, after trace: Set<StepKey>) -> [Due] {
        let ripe = steps(after: trace).filter { $0.at <= now }.sorted {
            ($0.at, $0.act.rank, $0.key.owed.rawValue) < ($1.at, $1.act.rank, $1.key.owed.rawValue)
        }
        let handBack = ripe.first { $0.act == .handBack }
        return ripe.filter { $0.act != .handBack || $0.key == handBack?.key }.map { step in
            Due(
                step: step,
                isOvertaken: ripe.contains { $0.key.owed == step.key.owed && step.act.isOvertaken(by: $0.act) })
        }
    }

    private func steps(after trace: Set<StepKey>) -> [GuaranteeStep] {
        obligations.flatMap { $0.steps.filter { !trace.contains($0.key) } }
    }
}

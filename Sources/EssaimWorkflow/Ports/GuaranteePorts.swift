import EssaimDomain

/// A step of the guarantee that was done, or that a stronger one overtook.
public struct TracedStep: Sendable, Equatable {
    public let key: StepKey
    public let doneAt: Instant
    public let isOvertaken: Bool
    /// The pool that the demand reached by it.
    public let reached: Identifier<Pool>?

    public init(key: StepKey, doneAt: Instant, isOvertaken: Bool, reached: Identifier<Pool>? = nil) {
        self.key = key
        self.doneAt = doneAt
        self.isOvertaken = isOvertaken
        self.reached = reached
    }
}

public protocol GuaranteeReading {
    /// Demands whose moment has come, the oldest first, after that key.
    func guaranteesDue(at now: Instant, after key: WorklistKey?, limit: Int) throws -> [WorklistKey]
    /// When a step is next due on that demand; nil when nothing is.
    func guaranteeAt(_ request: Identifier<AdviceRequest>) throws -> Instant?
    /// In the order in which they were done.
    func guaranteeTrace(of request: Identifier<AdviceRequest>) throws -> [TracedStep]
    /// The last act of whoever holds it, or held it last.
    func holderSign(on request: Identifier<AdviceRequest>) throws -> Instant?
}

public protocol GuaranteeWriting {
    /// False when that step was traced before.
    func trace(_ step: TracedStep, of request: Identifier<AdviceRequest>) throws -> Bool
    func keepGuarantee(of request: Identifier<AdviceRequest>, at next: Instant?) throws
    func noteHolderSign(on request: Identifier<AdviceRequest>, at now: Instant) throws
    /// Has the sweep look again, now, at what that person holds: they are away, or answer no more.
    func reviewGuarantees(heldBy person: Identifier<Person>, at now: Instant) throws
    /// The same for all that a network owes: its plan, its delays or its hours changed.
    func reviewGuarantees(in network: Identifier<Network>, at now: Instant) throws
}

/// What becomes of the demands that someone carries when they leave: they go back at once, in the transaction that says so.
public protocol HolderLeaving: Sendable {
    /// Someone said that they are away now, or their calendar does: what they hold returns to its pool, their started opinion
    /// kept. Nothing happens to what is answered.
    /// - Parameter network: nil for all of their networks.
    func holderBecameAbsent(
        _ person: Identifier<Person>, in network: Identifier<Network>?, at now: Instant, _ tx: any StoreWriter
    ) throws
}

/// What they hold is looked at by the next sweep, which hands back what is due.
public struct ReturningHolder: HolderLeaving {
    public init() {}

    public func holderBecameAbsent(
        _ person: Identifier<Person>, in network: Identifier<Network>?, at now: Instant, _ tx: any StoreWriter
    ) throws {
        try tx.reviewGuarantees(heldBy: person, at: now)
    }
}

import EssaimDomain

/// What decides how long one demand is kept.
public struct RetentionFacts: Sendable, Equatable {
    public let id: Identifier<AdviceRequest>
    public let number: RequestNumber
    public let state: RequestState
    /// A patient to be seen, whom nobody has seen yet.
    public let isToSee: Bool
    /// The last act on it.
    public let lastContact: Instant
    /// The last act on any demand about its patient: what their record is kept from.
    public let patientContact: Instant
    /// As it is written; empty when nobody is known yet.
    public let born: String
    /// Since when it is out of the lists.
    public let archivedAt: Instant?
    public let hold: RetentionHold?

    public init(
        id: Identifier<AdviceRequest>, number: RequestNumber, state: RequestState, isToSee: Bool, lastContact: Instant,
        patientContact: Instant, born: String, archivedAt: Instant?, hold: RetentionHold?
    ) {
        self.id = id
        self.number = number
        self.state = state
        self.isToSee = isToSee
        self.lastContact = lastContact
        self.patientContact = patientContact
        self.born = born
        self.archivedAt = archivedAt
        self.hold = hold
    }

    /// Nobody owes anything any more: only then is it archived, and erased one day.
    public var isOver: Bool { state.isEnded && !isToSee }
}

/// *Ne pas purger*: a dispute, an enquiry.
public struct RetentionHold: Sendable, Equatable {
    public let at: Instant
    public let reason: String

    public init(at: Instant, reason: String) {
        self.at = at
        self.reason = reason
    }
}

/// Where a demand stands among those that wait for their day.
public struct RetentionKey: Sendable, Equatable {
    public let at: Instant
    public let id: Identifier<AdviceRequest>

    public init(at: Instant, id: Identifier<AdviceRequest>) {
        self.at = at
        self.id = id
    }
}

/// What is left of a demand that was erased.
public struct PurgedRequest: Sendable, Equatable {
    public let number: RequestNumber
    public let purgedAt: Instant

    public init(number: RequestNumber, purgedAt: Instant) {
        self.number = number
        self.purgedAt = purgedAt
    }
}

/// How many demands wait for what.
public struct RetentionCounts: Sendable, Equatable {
    /// Not over, and without a contact for longer than the lists keep what is.
    public var stale = 0
    public var toArchive = 0
    public var archived = 0
    public var held = 0
    public var purged = 0
    /// To be erased by each of the days asked for, in their order.
    public var toPurge: [Int] = []

    public init() {}
}

public protocol RetentionReading {
    func retention(of request: Identifier<AdviceRequest>) throws -> RetentionFacts?
    /// Of a demand that was sent.
    func retention(numbered number: RequestNumber) throws -> RetentionFacts?
    /// Demands that are over and were last touched before an instant, oldest first, from after one.
    func requestsToArchive(lastTouchedBefore: Instant, after: RetentionKey?, limit: Int) throws -> [RetentionKey]
    /// Archived demands, held ones apart, whose day has come, from after one.
    func requestsToPurge(by now: Instant, after: RetentionKey?, limit: Int) throws -> [RetentionKey]
    func purged(_ number: RequestNumber) throws -> PurgedRequest?
    func retentionCounts(lastTouchedBefore: Instant, purgedBy days: [Instant]) throws -> RetentionCounts
}

public protocol RetentionWriting {
    /// Something was done on it: it is in the lists again, if it had left them.
    /// - Returns: whether it had.
    func noteContact(of request: Identifier<AdviceRequest>, at now: Instant) throws -> Bool
    /// Takes it out of the lists, and its patient with it when nothing else is left of them there; to be erased then.
    func archive(_ request: Identifier<AdviceRequest>, at now: Instant, purgeFrom: Instant) throws
    /// nil gives it back to its day.
    func hold(_ request: Identifier<AdviceRequest>, _ hold: RetentionHold?) throws
    /// Leaves nothing of it but a row without identity: its number, its line, its month. The words of its history go, their
    /// proofs stay.
    func purge(_ request: Identifier<AdviceRequest>, receivedIn month: Instant, at now: Instant) throws
    /// Forgets a patient whom no demand and no act names any more.
    func forgetIfAlone(_ patient: Identifier<Patient>) throws
}

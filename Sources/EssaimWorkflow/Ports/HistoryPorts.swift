import EssaimDomain

/// One entry of the history: who did what to which object, when, with what outcome. The journal will seal these rows:
/// a public leaf will hold only `commitment`; payload and salt stay for authorised readers.
public struct HistoryEntry: Sendable, Equatable {
    public let id: Identifier<HistoryEntry>
    public let at: Instant
    public let request: Identifier<AdviceRequest>?
    public let person: Identifier<Person>?
    /// `request.take`, `session.start`, `request.read`…
    public let action: String
    /// `done` or `refused`.
    public let outcome: String
    /// Canonical JSON: keys sorted, no white space.
    public let payload: String
    public let salt: [UInt8]
    /// SHA-256(salt ‖ payload).
    public let commitment: [UInt8]

    public init(
        id: Identifier<HistoryEntry>, at: Instant, request: Identifier<AdviceRequest>?, person: Identifier<Person>?,
        action: String, outcome: String, payload: String, salt: [UInt8], commitment: [UInt8]
    ) {
        self.id = id
        self.at = at
        self.request = request
        self.person = person
        self.action = action
        self.outcome = outcome
        self.payload = payload
        self.salt = salt
        self.commitment = commitment
    }
}

public protocol HistoryReading {
    /// Of one demand, oldest first, at most `limit`.
    func history(of request: Identifier<AdviceRequest>, limit: Int) throws -> [HistoryEntry]
}

public protocol HistoryWriting {
    func append(_ entry: HistoryEntry) throws
}

/// Work to do after the commit, at least once: a row of the same transaction (outbox).
public struct Job: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case issueReport }

    public let id: Identifier<Job>
    public let kind: Kind
    public let request: Identifier<AdviceRequest>
    /// Of the report to issue: counts the reports of the demand.
    public let version: Int
    /// Of the answer that it reports.
    public let answer: Int
    public let runAt: Instant
    public let attempts: Int

    public init(
        id: Identifier<Job>, kind: Kind, request: Identifier<AdviceRequest>, version: Int, answer: Int, runAt: Instant,
        attempts: Int = 0
    ) {
        self.id = id
        self.kind = kind
        self.request = request
        self.version = version
        self.answer = answer
        self.runAt = runAt
        self.attempts = attempts
    }
}

public protocol JobQueue {
    /// Enqueues unless a job of the same kind, demand and version is there already.
    func enqueue(_ job: Job) throws
    /// How many jobs of that kind a demand has had.
    func jobCount(_ kind: Job.Kind, for request: Identifier<AdviceRequest>) throws -> Int
    /// Takes what is due and claimed by nobody, until `claimedUntil`.
    func claim(dueBy now: Instant, until claimedUntil: Instant, limit: Int) throws -> [Job]
    func finish(_ job: Identifier<Job>) throws
    /// Puts a failed job back for later.
    func retry(_ job: Identifier<Job>, at: Instant) throws
}

/// Results of commands by the key of their form: the second sending of a form is a no-op that returns the first answer.
public protocol IdempotencyLedger {
    /// The command's fingerprint and result kept under this key for this person.
    func outcome(of key: String, by person: Identifier<Person>) throws -> (fingerprint: String, result: String)?
    /// Forgets the keys used before: no form lives so long.
    func forgetKeys(usedBefore: Instant) throws
    func remember(_ key: String, by person: Identifier<Person>, fingerprint: String, result: String, at: Instant) throws
}

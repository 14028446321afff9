import EssaimDomain

/// One entry of the history: who did what to which object, when, with what outcome. The journal seals these rows: a public
/// leaf holds only the minute and the `commitment`; payload, salt and record stay for authorised readers, and may be
/// forgotten without a proof breaking.
public struct HistoryEntry: Sendable, Equatable {
    public let id: Identifier<HistoryEntry>
    public let at: Instant
    public let request: Identifier<AdviceRequest>?
    /// Whose security referent reads the entry; none for what concerns no demand, such as a sign-in.
    public let network: Identifier<Network>?
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
    /// The act whole, of which the payload holds SHA-256(salt ‖ record): for the receipt.
    public let record: String?
    /// The entry's number in the journal; nil for the second or so before it is sealed.
    public let leaf: Int?

    public init(
        id: Identifier<HistoryEntry>, at: Instant, request: Identifier<AdviceRequest>?,
        network: Identifier<Network>? = nil, person: Identifier<Person>?, action: String, outcome: String,
        payload: String, salt: [UInt8], commitment: [UInt8], record: String? = nil, leaf: Int? = nil
    ) {
        self.id = id
        self.at = at
        self.request = request
        self.network = network
        self.person = person
        self.action = action
        self.outcome = outcome
        self.payload = payload
        self.salt = salt
        self.commitment = commitment
        self.record = record
        self.leaf = leaf
    }
}

/// Which entries a reader of the journal wants; every part that is nil lets all through.
public struct HistoryFilter: Sendable, Equatable {
    /// Entries of these networks, and those without network of whoever acted in them.
    public var networks: [Identifier<Network>]
    public var person: Identifier<Person>?
    public var request: Identifier<AdviceRequest>?
    /// `request`, `session`, `access`…: what stands before the first dot.
    public var family: String?
    public var outcome: String?
    public var from: Instant?
    public var until: Instant?

    public init(
        networks: [Identifier<Network>], person: Identifier<Person>? = nil, request: Identifier<AdviceRequest>? = nil,
        family: String? = nil, outcome: String? = nil, from: Instant? = nil, until: Instant? = nil
    ) {
        self.networks = networks
        self.person = person
        self.request = request
        self.family = family
        self.outcome = outcome
        self.from = from
        self.until = until
    }
}

/// Where the next page begins: before this entry.
public struct HistoryKey: Sendable, Equatable {
    public let at: Instant
    public let id: Identifier<HistoryEntry>

    public init(at: Instant, id: Identifier<HistoryEntry>) {
        self.at = at
        self.id = id
    }
}

public protocol HistoryReading {
    /// Of one demand, oldest first, at most `limit`.
    func history(of request: Identifier<AdviceRequest>, limit: Int) throws -> [HistoryEntry]
    /// Of one demand, newest first, from before a key.
    func trail(of request: Identifier<AdviceRequest>, before key: HistoryKey?, limit: Int) throws -> [HistoryEntry]
    /// Newest first, from before a key.
    func entries(_ filter: HistoryFilter, before key: HistoryKey?, limit: Int) throws -> [HistoryEntry]
    /// The last entry of an action done on a demand, with its record.
    func lastEntry(of actions: [String], on request: Identifier<AdviceRequest>) throws -> HistoryEntry?
    /// One entry; nil when there is none, or its words were forgotten.
    func entry(_ id: Identifier<HistoryEntry>) throws -> HistoryEntry?
    /// When the last entry was written, by the clock of then.
    func lastEntryTime() throws -> Instant?
}

public protocol HistoryWriting {
    func append(_ entry: HistoryEntry) throws
    /// Forgets who and what an entry was about, and keeps what its proof needs (right to erasure).
    func erase(_ entries: [Identifier<HistoryEntry>]) throws
}

/// Work to do after the commit, at least once: a row of the same transaction (outbox).
public struct Job: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case issueReport, scanFiles }

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

public protocol OutcomeReading {
    /// The command's fingerprint and result kept under this key for this person.
    func outcome(of key: String, by person: Identifier<Person>) throws -> (fingerprint: String, result: String)?
}

/// Results of commands by the key of their form: the second sending of a form is a no-op that returns the first answer.
public protocol IdempotencyLedger {
    /// Forgets the keys used before: no form lives so long.
    func forgetKeys(usedBefore: Instant) throws
    func remember(_ key: String, by person: Identifier<Person>, fingerprint: String, result: String, at: Instant) throws
}

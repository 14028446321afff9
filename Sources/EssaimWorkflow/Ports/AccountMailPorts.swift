import EssaimDomain

/// A mail about someone's account: a row of the transaction of what it tells, and its own outbox. The address is the one of
/// that moment: who changes it is told where they were reached before. The row is gone once it is settled.
public struct AccountMail: Sendable, Equatable {
    public let id: Identifier<AccountMail>
    public let person: Identifier<Person>
    public let address: String
    public let event: AccountEvent
    /// From where, in known words; of an invitation, the network's name. May be empty.
    public let detail: String
    public let madeAt: Instant
    /// How often it was tried.
    public let attempts: Int

    public init(
        id: Identifier<AccountMail>, person: Identifier<Person>, address: String, event: AccountEvent,
        detail: String = "", madeAt: Instant, attempts: Int = 0
    ) {
        self.id = id
        self.person = person
        self.address = address
        self.event = event
        self.detail = detail
        self.madeAt = madeAt
        self.attempts = attempts
    }
}

public protocol AccountMailReading {
    /// Those that wait to leave, the oldest first; at most a hundred.
    func waitingAccountMails(of person: Identifier<Person>) throws -> [AccountMail]
    /// Browsers and systems that someone signed in from, in known words, and when last.
    func knownDevices(of person: Identifier<Person>) throws -> [String: Instant]
}

public protocol AccountMailWriting {
    func leave(_ mail: AccountMail) throws
    /// Takes one that is due and claimed by nobody.
    func claimAccountMail(dueBy now: Instant, until claimedUntil: Instant) throws -> AccountMail?
    /// Sent, given up, or over: it is forgotten.
    func settle(_ mail: Identifier<AccountMail>) throws
    /// Puts one that could not leave back for later.
    func postpone(_ mail: Identifier<AccountMail>, until: Instant) throws
    func note(device: String, of person: Identifier<Person>, at now: Instant) throws
}

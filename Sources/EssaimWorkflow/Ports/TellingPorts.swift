import EssaimDomain

/// One event to be told to one person by one channel: a row of the transaction that caused it, and its own outbox.
public struct TellingNotice: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable { case waiting, sent, dropped, givenUp }

    public let id: Identifier<TellingNotice>
    /// What makes it the same notice when it is left twice.
    public let mark: String
    public let person: Identifier<Person>
    public let request: Identifier<AdviceRequest>
    public let event: TellingEvent
    public let channel: TellingChannel
    public let isPressing: Bool
    public let madeAt: Instant
    /// When it was to leave first.
    public let plannedAt: Instant
    /// How often it was tried.
    public let attempts: Int
    /// The message that it goes with, the same at each try; nil until the first.
    public let message: String?

    public init(
        id: Identifier<TellingNotice>, mark: String, person: Identifier<Person>, request: Identifier<AdviceRequest>,
        event: TellingEvent, channel: TellingChannel, isPressing: Bool, madeAt: Instant, plannedAt: Instant,
        attempts: Int = 0, message: String? = nil
    ) {
        self.id = id
        self.mark = mark
        self.person = person
        self.request = request
        self.event = event
        self.channel = channel
        self.isPressing = isPressing
        self.madeAt = madeAt
        self.plannedAt = plannedAt
        self.attempts = attempts
        self.message = message
    }
}

/// Someone who is reached by a channel, as they chose.
public struct Tellable: Sendable, Equatable {
    public let person: Identifier<Person>
    public let channel: TellingChannel
    public let choices: TellingChoices

    public init(person: Identifier<Person>, channel: TellingChannel, choices: TellingChoices) {
        self.person = person
        self.channel = channel
        self.choices = choices
    }
}

/// Where someone is reached by one channel: what they confirmed, and what they have yet to confirm.
public struct Contact: Sendable, Equatable {
    public enum Check: String, Sendable, CaseIterable { case waiting, sent, givenUp }

    public let channel: TellingChannel
    public let address: String?
    public let pending: String?
    /// How far the message that asks to confirm is.
    public let check: Check?
    public let secretHash: [UInt8]?
    public let secretUntil: Instant?
    public let wrongSecrets: Int

    public init(
        channel: TellingChannel, address: String? = nil, pending: String? = nil, check: Check? = nil,
        secretHash: [UInt8]? = nil, secretUntil: Instant? = nil, wrongSecrets: Int = 0
    ) {
        self.channel = channel
        self.address = address
        self.pending = pending
        self.check = check
        self.secretHash = secretHash
        self.secretUntil = secretUntil
        self.wrongSecrets = wrongSecrets
    }
}

/// A message to be sent that asks to confirm an address.
public struct ContactCheck: Sendable, Equatable {
    public let person: Identifier<Person>
    public let address: String
    public let askedAt: Instant
    public let attempts: Int

    public init(person: Identifier<Person>, address: String, askedAt: Instant, attempts: Int) {
        self.person = person
        self.address = address
        self.askedAt = askedAt
        self.attempts = attempts
    }
}

public protocol TellingReading {
    /// Of this audience, who is reached by a confirmed address, once for each channel; closed accounts are not.
    func tellable(_ audience: Set<Telling.Audience>) throws -> [Tellable]
    /// Where to reach someone whose account is open.
    func address(of person: Identifier<Person>, by channel: TellingChannel) throws -> String?
    func contact(of person: Identifier<Person>, by channel: TellingChannel) throws -> Contact?
    func choices(of person: Identifier<Person>) throws -> TellingChoices?
    /// Where these demands stand; those that `reader` may see.
    func matters(
        _ requests: Set<Identifier<AdviceRequest>>, visibleTo reader: Identifier<Person>
    ) throws -> [TellingMatter]
    /// Where the visits of these demands stand; those for which `reader` may book.
    func visitMatters(
        _ requests: Set<Identifier<AdviceRequest>>, bookableBy reader: Identifier<Person>
    ) throws -> [TellingMatter]
    /// Demands to be looked at for that reason by now, not told of it, and not due for longer than
    /// `FollowUp.forgottenAfter`; the oldest first, after `key`.
    func followUpsDue(
        _ reason: FollowUp.Reason, at now: Instant, after key: WorklistKey?, limit: Int
    ) throws -> [WorklistKey]
    /// The last message that could not be delivered to someone since.
    func lastGivenUp(of person: Identifier<Person>, by channel: TellingChannel, since: Instant) throws -> Instant?
}

public protocol TellingWriting {
    /// Leaves a notice, unless one of the same mark was left before.
    func leave(_ notice: TellingNotice) throws
    /// Takes the notices of one message that is due and claimed by nobody: those of a message begun before, one that
    /// presses alone, or all that is gathered for one person. Empty when nothing is due.
    func claimNotices(
        on channel: TellingChannel, dueBy now: Instant, until claimedUntil: Instant
    ) throws -> [TellingNotice]
    func settle(_ notices: [Identifier<TellingNotice>], as state: TellingNotice.State, at: Instant) throws
    /// Puts a message that could not leave back for later.
    func postpone(message: String, until: Instant) throws
    /// Forgets what was settled before.
    func forgetNotices(settledBefore: Instant) throws
    /// Marks a demand as told of that, for the moment at which it was to be looked at; false when it was.
    func markFollowUp(
        _ request: Identifier<AdviceRequest>, _ reason: FollowUp.Reason, watched: Instant
    ) throws -> Bool

    func save(_ choices: TellingChoices, of person: Identifier<Person>) throws
    /// Sets an address to be confirmed, and has the message sent that asks for it; the confirmed one stays until then.
    func ask(_ address: String, of person: Identifier<Person>, by channel: TellingChannel, at: Instant) throws
    /// Takes one message to send that asks to confirm an address, due and claimed by nobody.
    func claimCheck(
        on channel: TellingChannel, dueBy now: Instant, until claimedUntil: Instant
    ) throws -> ContactCheck?
    /// What confirms the pending address from now on; the secret before it no longer does.
    func setSecret(_ hash: [UInt8], until: Instant, of person: Identifier<Person>, by channel: TellingChannel) throws
    /// The message left, is to be tried again at `next`, or is given up.
    func settleCheck(
        of person: Identifier<Person>, by channel: TellingChannel, as check: Contact.Check, next: Instant?) throws
    func countWrongSecret(of person: Identifier<Person>, by channel: TellingChannel) throws
    /// The pending address becomes the confirmed one; its secret is used up.
    func confirm(_ person: Identifier<Person>, by channel: TellingChannel) throws
    func forgetContact(of person: Identifier<Person>, by channel: TellingChannel) throws
}

import EssaimDomain

/// One event of a rota to be told to one person by one channel: a message of its own, for they are few.
public struct RotaNotice: Sendable, Equatable {
    public let id: Identifier<RotaNotice>
    /// What makes it the same notice when it is left twice.
    public let mark: String
    public let person: Identifier<Person>
    public let network: Identifier<Network>
    public let swap: Identifier<DutySwap>?
    public let event: RotaEvent
    public let channel: TellingChannel
    public let plannedAt: Instant
    /// How often it was tried.
    public let attempts: Int

    public init(
        id: Identifier<RotaNotice>, mark: String, person: Identifier<Person>, network: Identifier<Network>,
        swap: Identifier<DutySwap>?, event: RotaEvent, channel: TellingChannel, plannedAt: Instant, attempts: Int = 0
    ) {
        self.id = id
        self.mark = mark
        self.person = person
        self.network = network
        self.swap = swap
        self.event = event
        self.channel = channel
        self.plannedAt = plannedAt
        self.attempts = attempts
    }
}

public protocol RotaTellingReading {
    /// How many wait to leave: for the service's word, and for tests.
    func waitingRotaNotices(of person: Identifier<Person>) throws -> [RotaNotice]
}

public protocol RotaTellingWriting {
    /// Leaves a notice, unless one of the same mark was left before.
    func leave(_ notice: RotaNotice) throws
    /// Takes one that is due and claimed by nobody.
    func claimRotaNotice(
        on channel: TellingChannel, dueBy now: Instant, until claimedUntil: Instant
    ) throws -> RotaNotice?
    func settle(_ notice: Identifier<RotaNotice>, as state: TellingNotice.State, at: Instant) throws
    /// Puts one that could not leave back for later.
    func postpone(_ notice: Identifier<RotaNotice>, until: Instant) throws
    /// Forgets what was settled before.
    func forgetRotaNotices(settledBefore: Instant) throws
}

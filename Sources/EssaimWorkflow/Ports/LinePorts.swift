import EssaimDomain

/// Someone who wants to be told when a line opens.
public struct LineSubscription: Sendable, Equatable {
    public let offer: Identifier<Offer>
    public let network: Identifier<Network>
    public let title: String
    public let networkName: String
    public let askedAt: Instant
    /// When it did; nil while they wait.
    public let openedAt: Instant?

    public init(
        offer: Identifier<Offer>, network: Identifier<Network>, title: String, networkName: String, askedAt: Instant,
        openedAt: Instant?
    ) {
        self.offer = offer
        self.network = network
        self.title = title
        self.networkName = networkName
        self.askedAt = askedAt
        self.openedAt = openedAt
    }
}

/// A way to reach a line that Essaim does not carry, and that someone took.
public struct ChannelChoice: Sendable, Equatable {
    public let network: Identifier<Network>
    public let offer: Identifier<Offer>
    public let person: Identifier<Person>
    public let structure: Identifier<Structure>?
    public let channel: Offer.Channel.Kind
    public let at: Instant

    public init(
        network: Identifier<Network>, offer: Identifier<Offer>, person: Identifier<Person>,
        structure: Identifier<Structure>?, channel: Offer.Channel.Kind, at: Instant
    ) {
        self.network = network
        self.offer = offer
        self.person = person
        self.structure = structure
        self.channel = channel
        self.at = at
    }
}

/// How often a way to reach a line was taken: nobody is named.
public struct ChannelCount: Sendable, Equatable {
    public let offer: Identifier<Offer>
    public let title: String
    public let channel: Offer.Channel.Kind
    public let count: Int

    public init(offer: Identifier<Offer>, title: String, channel: Offer.Channel.Kind, count: Int) {
        self.offer = offer
        self.title = title
        self.channel = channel
        self.count = count
    }
}

/// A line that opened, to be told to one person by one channel.
public struct LineNotice: Sendable, Equatable {
    public let person: Identifier<Person>
    public let offer: Identifier<Offer>
    public let channel: TellingChannel
    public let openedAt: Instant
    public let attempts: Int

    public init(
        person: Identifier<Person>, offer: Identifier<Offer>, channel: TellingChannel, openedAt: Instant,
        attempts: Int = 0
    ) {
        self.person = person
        self.offer = offer
        self.channel = channel
        self.openedAt = openedAt
        self.attempts = attempts
    }
}

public protocol LineReading {
    /// As counted last, of every line that has any.
    func observedDelays() throws -> [Identifier<Offer>: ObservedDelay]
    /// Active members of each pool that has any.
    func poolSizes() throws -> [Identifier<Pool>: Int]
    /// Most recent first; `limit` of them.
    func lineSubscriptions(of person: Identifier<Person>, limit: Int) throws -> [LineSubscription]
    func lineSubscription(of person: Identifier<Person>, to offer: Identifier<Offer>) throws -> LineSubscription?
    /// Lines that somebody waits for.
    func awaitedLines() throws -> [Identifier<Offer>]
    /// Who waits for that line and is reached, once for each channel; in order of people, after one.
    func tellable(
        awaiting offer: Identifier<Offer>, after person: Identifier<Person>?, limit: Int
    ) throws -> [Tellable]
    /// By line and channel, between two instants.
    func channelCounts(in network: Identifier<Network>, from: Instant, until: Instant) throws -> [ChannelCount]
}

public protocol LineWriting {
    /// Counts a network's delays anew, over what was sent since.
    func countDelays(of network: Identifier<Network>, since: Instant, at now: Instant) throws
    func record(_ choice: ChannelChoice) throws
    /// Waits anew for a line that opened before.
    func subscribe(_ person: Identifier<Person>, to offer: Identifier<Offer>, at: Instant) throws
    /// False when there was nothing to stop.
    func unsubscribe(_ person: Identifier<Person>, from offer: Identifier<Offer>) throws -> Bool
    /// Marks those who wait for a line as told of its opening; how many.
    func open(_ offer: Identifier<Offer>, at: Instant) throws -> Int
    func leave(_ notice: LineNotice, sendAt: Instant) throws
    /// Takes one that is due and claimed by nobody.
    func claimLineNotice(on channel: TellingChannel, dueBy now: Instant, until claimedUntil: Instant) throws
        -> LineNotice?
    func settle(_ notice: LineNotice, as state: TellingNotice.State) throws
    func postpone(_ notice: LineNotice, until: Instant) throws
}

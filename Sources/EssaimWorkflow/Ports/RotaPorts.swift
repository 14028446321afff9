import EssaimDomain

/// How far a network's rota is: 0 when nothing ever stood on it. It grows with each change of a duty or of a turn.
public struct RotaVersion: Sendable, Hashable {
    public let number: Int
    public let changedAt: Instant

    public init(number: Int, changedAt: Instant) {
        self.number = number
        self.changedAt = changedAt
    }

    public static let none = Self(number: 0, changedAt: Instant(milliseconds: 0))
}

/// An exchange, and the network on whose rota it stands.
public struct KeptSwap: Sendable, Equatable {
    public let network: Identifier<Network>
    public let swap: DutySwap

    public init(network: Identifier<Network>, swap: DutySwap) {
        self.network = network
        self.swap = swap
    }
}

/// A calendar of absences that someone imported: when, and how many stretches it holds.
public struct AbsenceImport: Sendable, Equatable {
    public let at: Instant
    public let stretches: Int

    public init(at: Instant, stretches: Int) {
        self.at = at
        self.stretches = stretches
    }
}

/// Something that will lack, told to the coordination: on a day, or on every day.
public struct RotaAlert: Sendable, Equatable {
    /// That of its finding.
    public let name: String
    public let pool: Identifier<Pool>
    public let day: CivilDate?
    public let raisedAt: Instant

    public init(name: String, pool: Identifier<Pool>, day: CivilDate?, raisedAt: Instant) {
        self.name = name
        self.pool = pool
        self.day = day
        self.raisedAt = raisedAt
    }
}

public protocol RotaReading {
    func rotaVersion(of network: Identifier<Network>) throws -> RotaVersion
    func rota(of network: Identifier<Network>) throws -> Rota
    func duty(_ id: Identifier<Duty>, of network: Identifier<Network>) throws -> Duty?
    /// Active members of its pools whose account is open, and when each is there, from that day on: three queries, whatever
    /// the size of the network.
    func answerers(of network: Network, from day: CivilDate) throws -> Answerers
    func swap(_ id: Identifier<DutySwap>) throws -> KeptSwap?
    /// Of whom asked or was asked, made since; the latest first.
    func swaps(of person: Identifier<Person>, since: Instant, limit: Int) throws -> [KeptSwap]
    /// What an imported calendar says of them, from that moment on.
    func busyTimes(of person: Identifier<Person>, from instant: Instant) throws -> Stretches
    func absenceImport(of person: Identifier<Person>) throws -> AbsenceImport?
    /// When their feed of duties was made; nil without one.
    func calendarFeed(of person: Identifier<Person>) throws -> Instant?
    /// Whose feed that secret opens, if their account is open.
    func feedOwner(bySecret hash: [UInt8]) throws -> Identifier<Person>?
    /// Those that stand, by day.
    func rotaAlerts(of network: Identifier<Network>) throws -> [RotaAlert]
}

public protocol RotaWriting {
    /// Notes that a rota changed. Whoever asks for its calendar in the same transaction does so before.
    func touchRota(of network: Identifier<Network>, at now: Instant) throws
    /// Inserts a duty; throws a duplicate for the id of another network's.
    func insert(_ duty: Duty, in network: Identifier<Network>) throws
    /// False when another change was saved since `version`.
    func save(_ duty: Duty, over version: Int, in network: Identifier<Network>) throws -> Bool
    /// The duty, and what became of its turns.
    func remove(_ duty: Identifier<Duty>, of network: Identifier<Network>) throws
    /// The declaration over what was there: what it changes grows a version, what it no longer names is gone, what it leaves
    /// as it is keeps the exceptions of its turns. False when it changes nothing.
    func replaceDuties(
        of network: Identifier<Network>, from declaration: [Duty], at now: Instant
    ) throws -> Bool
    /// False when its version does not follow the one that is kept.
    func save(_ exception: ShiftException) throws -> Bool
    func insert(_ swap: DutySwap, in network: Identifier<Network>) throws
    /// False when another answer was saved since.
    func save(_ swap: DutySwap, over version: Int) throws -> Bool
    /// What their calendar says from now on, in place of the one before; nil takes it away.
    func setBusyTimes(_ stretches: Stretches?, of person: Identifier<Person>, at now: Instant) throws
    /// Nil stops it; a new secret opens it in place of the one before.
    func setCalendarFeed(secret hash: [UInt8]?, of person: Identifier<Person>, at now: Instant) throws
    /// Notes an alert; false when it stands.
    func raise(_ alert: RotaAlert, in network: Identifier<Network>) throws -> Bool
    /// Ends those that stand under no such name; how many.
    func clearAlerts(of network: Identifier<Network>, besides names: Set<String>, at now: Instant) throws -> Int
}

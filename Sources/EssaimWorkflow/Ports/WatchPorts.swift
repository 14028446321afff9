import EssaimDomain

/// Something that a security referent must know of.
public struct Alarm: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case manyPatients, emergency, journal, confidentiality }

    public let id: Identifier<Alarm>
    public let at: Instant
    public let kind: Kind
    public let network: Identifier<Network>?
    public let person: Identifier<Person>?
    public let request: Identifier<AdviceRequest>?
    /// In French; nobody's health.
    public let detail: String
    public let liftedAt: Instant?

    public init(
        id: Identifier<Alarm>, at: Instant, kind: Kind, network: Identifier<Network>?, person: Identifier<Person>?,
        request: Identifier<AdviceRequest>? = nil, detail: String, liftedAt: Instant? = nil
    ) {
        self.id = id
        self.at = at
        self.kind = kind
        self.network = network
        self.person = person
        self.request = request
        self.detail = detail
        self.liftedAt = liftedAt
    }
}

public protocol WatchReading {
    /// Whether that person opened this patient's demands since.
    func hasRead(_ patient: String, by person: Identifier<Person>, since: Instant) throws -> Bool
    /// How many different patients that person opened since, counted no further than `limit`, and when the first of them.
    func patientsRead(by person: Identifier<Person>, since: Instant, upTo limit: Int) throws
        -> (count: Int, first: Instant?)
    /// The last alarm about someone's many readings.
    func lastAlarm(_ kind: Alarm.Kind, about person: Identifier<Person>) throws -> Alarm?
    func alarm(_ id: Identifier<Alarm>) throws -> Alarm?
    /// Of these networks, newest first; those about the server itself included.
    func alarms(in networks: [Identifier<Network>], limit: Int) throws -> [Alarm]
    /// Those that nobody was told of yet, oldest first.
    func untoldAlarms(limit: Int) throws -> [Alarm]
    /// A demand by its number, for one who may open it in an emergency: sent, and of one of these networks.
    func request(
        numbered number: RequestNumber, in networks: Set<Identifier<Network>>
    ) throws -> Identifier<AdviceRequest>?
    /// A demand opened in an emergency by `reader`, for as long as it lasts.
    func request(
        _ id: Identifier<AdviceRequest>, openedInEmergencyBy reader: Identifier<Person>, at now: Instant
    ) throws -> AdviceRequest?
    func emergencies(on request: Identifier<AdviceRequest>) throws -> [EmergencyAccess]
    /// What the circle was not yet seen to read: by structure, or as who held the demand.
    func unreadEmergencies(for reader: Identifier<Person>, since: Instant, limit: Int) throws -> [EmergencyNotice]
}

/// An emergency access, as the lists of its circle speak of it.
public struct EmergencyNotice: Sendable, Equatable {
    public let request: Identifier<AdviceRequest>
    public let number: RequestNumber
    public let who: String
    public let at: Instant

    public init(request: Identifier<AdviceRequest>, number: RequestNumber, who: String, at: Instant) {
        self.request = request
        self.number = number
        self.who = who
        self.at = at
    }
}

public protocol WatchWriting {
    func noteRead(_ patient: String, by person: Identifier<Person>, at: Instant) throws
    func forgetReads(before: Instant) throws
    func insert(_ alarm: Alarm) throws
    func markTold(_ alarm: Identifier<Alarm>, at: Instant) throws
    func lift(_ alarm: Identifier<Alarm>, by person: Identifier<Person>, at: Instant) throws
    func insert(_ access: EmergencyAccess) throws
    /// The reader was told of a demand's emergency accesses.
    func markEmergenciesRead(on request: Identifier<AdviceRequest>, by reader: Identifier<Person>, at: Instant) throws
}

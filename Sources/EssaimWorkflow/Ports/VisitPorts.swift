import EssaimDomain

/// One patient to be seen, with what is needed to give an appointment and nothing of the question, the photographs or the
/// opinion.
public struct VisitRow: Sendable, Equatable {
    public let id: Identifier<AdviceRequest>
    public let number: RequestNumber
    public let version: Int
    public let visit: Visit
    public let birthFamilyName: String
    public let usedFamilyName: String?
    public let firstGivenName: String
    public let birthDate: String
    public let offerTitle: String
    public let requesterName: String
    public let requesterProfession: Profession
    public let structureName: String
    public let communeName: String

    public init(
        id: Identifier<AdviceRequest>, number: RequestNumber, version: Int, visit: Visit, birthFamilyName: String,
        usedFamilyName: String?, firstGivenName: String, birthDate: String, offerTitle: String, requesterName: String,
        requesterProfession: Profession, structureName: String, communeName: String
    ) {
        self.id = id
        self.number = number
        self.version = version
        self.visit = visit
        self.birthFamilyName = birthFamilyName
        self.usedFamilyName = usedFamilyName
        self.firstGivenName = firstGivenName
        self.birthDate = birthDate
        self.offerTitle = offerTitle
        self.requesterName = requesterName
        self.requesterProfession = requesterProfession
        self.structureName = structureName
        self.communeName = communeName
    }

    public var key: VisitKey { VisitKey(day: visit.before?.description ?? VisitKey.noDay, id: id) }
}

/// Where the next page begins: after this day and demand. Those without a day come last.
public struct VisitKey: Sendable, Equatable {
    public static let noDay = CivilDate.last.description
    public let day: String
    public let id: Identifier<AdviceRequest>

    public init(day: String, id: Identifier<AdviceRequest>) {
        self.day = day
        self.id = id
    }
}

/// Who is to be seen: for the experts who answered, and for the secretaries of the network.
public protocol VisitReading {
    /// Those still to be seen, the earliest day first.
    func visits(of reader: Identifier<Person>, after key: VisitKey?, limit: Int) throws -> [VisitRow]
    func visitCount(of reader: Identifier<Person>, upTo limit: Int) throws -> Int
    /// One of them, also once it is over.
    func visit(_ id: Identifier<AdviceRequest>, of reader: Identifier<Person>) throws -> VisitRow?
    /// The demand behind it, to decide on; a secretary is never shown it.
    func request(_ id: Identifier<AdviceRequest>, bookableBy reader: Identifier<Person>) throws -> AdviceRequest?
}

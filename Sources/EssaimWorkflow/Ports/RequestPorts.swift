import EssaimDomain

public protocol RequestReading {
    /// The demand, if `reader` may see it; an invisible one is absent. The filter stands in the SQL.
    func request(_ id: Identifier<AdviceRequest>, visibleTo reader: Identifier<Person>) throws -> AdviceRequest?
    /// Other demands about the same patient, sent before that one, newest first; those that `reader` may see.
    func requests(
        about patient: Identifier<Patient>, before request: AdviceRequest, visibleTo reader: Identifier<Person>,
        limit: Int
    ) throws -> [AdviceRequest]
    /// What people call these demands; says nothing else of them.
    func numbers(of ids: Set<Identifier<AdviceRequest>>) throws -> [Identifier<AdviceRequest>: RequestNumber]
    /// For jobs, which act for no one. Pages and commands read as someone.
    func requestForJob(_ id: Identifier<AdviceRequest>) throws -> AdviceRequest?
    /// What nobody closed in time, by the moment it was to be archived, after that key.
    func requestsToArchive(at now: Instant, after key: WorklistKey?, limit: Int) throws -> [WorklistKey]
}

public protocol RequestWriting {
    func insert(_ request: AdviceRequest) throws
    /// Saves the whole aggregate over the version that was read; false when another change came first.
    /// - Parameter before: the demand as it was read, so that only what changed is written; nil writes all of it.
    func save(_ request: AdviceRequest, over version: Int, since before: AdviceRequest?) throws -> Bool
    /// Throws a draft away, with its attachments' rows.
    func remove(_ id: Identifier<AdviceRequest>) throws
    /// Whether a number is already used: it is drawn again then.
    func isTaken(_ number: RequestNumber) throws -> Bool
}

extension RequestWriting {
    /// Saves all of it.
    public func save(_ request: AdviceRequest, over version: Int) throws -> Bool {
        try save(request, over: version, since: nil)
    }
}

public protocol ThreadReading {
    func thread(of request: Identifier<AdviceRequest>) throws -> [ThreadEntry]
}

public protocol ThreadWriting {
    func append(_ entry: ThreadEntry, to request: Identifier<AdviceRequest>) throws
}

public protocol AttachmentReading {
    /// Every attachment, the withdrawn ones with their date.
    func attachments(of request: Identifier<AdviceRequest>) throws -> [Attachment]
    /// Those of several demands, in the order of their joining.
    func attachments(ofAny requests: Set<Identifier<AdviceRequest>>) throws -> [Attachment]
    /// Which of these names a row bears, for the sweep of orphan files.
    func storedNames(among names: [String]) throws -> Set<String>
    /// Photographs kept in clear, as they were before keys; oldest first.
    func unsealedAttachments(limit: Int) throws -> [Attachment]
    /// All of them, by their ids: for who opens each.
    func attachments(after id: Identifier<Attachment>?, limit: Int) throws -> [Attachment]
}

public protocol AttachmentWriting {
    func insert(_ attachment: Attachment) throws
    func removeAttachment(_ id: Identifier<Attachment>) throws
    func withdrawAttachment(_ id: Identifier<Attachment>, at: Instant) throws
    /// The scanner found nothing: it is shown from now on.
    func release(_ id: Identifier<Attachment>) throws
    /// The same attachment, kept otherwise.
    func replaceFile(of id: Identifier<Attachment>, by file: KeptFile) throws
}

public protocol PatientReading {
    func patient(_ id: Identifier<Patient>) throws -> Patient?
    /// The patient of this structure who bears exactly these traits.
    func patient(bearing traits: PatientTraits, in structure: Identifier<Structure>) throws -> Identifier<Patient>?
}

public protocol PatientWriting {
    func insert(_ patient: Patient) throws
    /// The NIR with which this patient's care is claimed, over any before it; nil takes it away.
    func setClaimNumber(_ number: NIR?, of patient: Identifier<Patient>) throws
    func setBirthRank(_ rank: Int, of patient: Identifier<Patient>) throws
}

/// A report as issued: its bytes are kept, never rendered again.
public struct IssuedReport: Sendable, Equatable {
    public let request: Identifier<AdviceRequest>
    /// Counts the reports of the demand: a corrected identity issues one too.
    public let version: Int
    public let issuedAt: Instant
    public let bytes: [UInt8]

    public init(request: Identifier<AdviceRequest>, version: Int, issuedAt: Instant, bytes: [UInt8]) {
        self.request = request
        self.version = version
        self.issuedAt = issuedAt
        self.bytes = bytes
    }
}

public protocol ReportReading {
    func report(of request: Identifier<AdviceRequest>, version: Int) throws -> IssuedReport?
    /// The versions issued, in order, with their times.
    func reports(of request: Identifier<AdviceRequest>) throws -> [(version: Int, issuedAt: Instant)]
}

public protocol ReportWriting {
    /// Keeps a report; the one already kept for that version stays.
    func keep(_ report: IssuedReport) throws
}

/// An act that an answer gave rise to, to be claimed by its own professional.
public struct RecordedAct: Sendable, Equatable {
    public let id: Identifier<RecordedAct>
    public let request: Identifier<AdviceRequest>
    /// `TE2` or `RQD`; nil when nothing can be billed, and then the note says why.
    public let code: String?
    public let professional: Identifier<Person>
    public let amountCents: Int
    public let performedAt: Instant
    /// What to know before billing, in French.
    public let note: String
    /// Whose billing office claims it; nil when the professional does.
    public let establishment: Identifier<Structure>?
    /// Whom the claim names beside: the professional of the other act, where they practise.
    public let counterpart: Identifier<Person>?
    public let counterpartStructure: Identifier<Structure>?

    public init(
        id: Identifier<RecordedAct>, request: Identifier<AdviceRequest>, code: String?,
        professional: Identifier<Person>, amountCents: Int, performedAt: Instant, note: String,
        establishment: Identifier<Structure>? = nil, counterpart: Identifier<Person>? = nil,
        counterpartStructure: Identifier<Structure>? = nil
    ) {
        self.id = id
        self.request = request
        self.code = code
        self.professional = professional
        self.amountCents = amountCents
        self.performedAt = performedAt
        self.note = note
        self.establishment = establishment
        self.counterpart = counterpart
        self.counterpartStructure = counterpartStructure
    }
}

public protocol ActReading {
    func acts(of request: Identifier<AdviceRequest>) throws -> [RecordedAct]
}

public protocol ActWriting {
    /// An act of that demand as it stands: its patient, its unit and its line are kept with it.
    func insert(_ act: RecordedAct) throws
}

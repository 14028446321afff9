import EssaimDomain

/// What is looked for among the demands that one may see.
public struct SearchQuestion: Sendable, Equatable {
    /// Of `SearchWords.asked`: a demand holds each of them, or a name that begins so.
    public var words: [String]
    public var standing: SearchStanding?
    public var offer: Identifier<Offer>?
    /// Sent then or later.
    public var sentSince: Instant?

    public init(
        words: [String], standing: SearchStanding? = nil, offer: Identifier<Offer>? = nil, sentSince: Instant? = nil
    ) {
        self.words = words
        self.standing = standing
        self.offer = offer
        self.sentSince = sentSince
    }
}

/// A page of what was found, newest first.
public struct SearchFindings: Sendable, Equatable {
    public let rows: [WorklistRow]
    /// The place after which the next page begins; nil on the last.
    public let next: Int64?

    public init(rows: [WorklistRow], next: Int64?) {
        self.rows = rows
        self.next = next
    }
}

public protocol RequestSearching {
    /// - Parameter before: `next` of the page before.
    func found(
        _ question: SearchQuestion, by reader: Identifier<Person>, before: Int64?, limit: Int
    ) throws -> SearchFindings
    /// Demands that were sent and are not in the index, after that one in the order of ids.
    func unindexed(after id: Identifier<AdviceRequest>?, limit: Int) throws -> [AdviceRequest]
    /// The words of a search that this person made since; kept so that no address carries a name.
    func keptSearch(_ token: String, of person: Identifier<Person>, since: Instant) throws -> String?
}

public protocol RequestIndexing {
    /// Puts a demand into the index, or its words anew.
    func index(_ document: SearchDocument) throws
    /// What changed is only where it stands and who sees it.
    func mark(_ request: Identifier<AdviceRequest>, as marks: String) throws
    func keepSearch(_ words: String, as token: String, of person: Identifier<Person>, at: Instant) throws
    func forgetSearches(before: Instant) throws
}

/// A patient as their structure knows them, in its own list.
public struct PatientRow: Sendable, Equatable {
    public let id: Identifier<Patient>
    public let traits: PatientTraits
    /// Demands that were sent about them.
    public let requests: Int
    public let lastSentAt: Instant?
    /// Where the next page begins.
    public let key: PatientKey

    public init(
        id: Identifier<Patient>, traits: PatientTraits, requests: Int, lastSentAt: Instant?, key: PatientKey
    ) {
        self.id = id
        self.traits = traits
        self.requests = requests
        self.lastSentAt = lastSentAt
        self.key = key
    }
}

/// A line of the list, without its name: it stands in addresses.
public struct PatientKey: Sendable, Equatable {
    public let id: Identifier<Patient>
    /// The line of the name in use, and not of the one at birth.
    public let isUsedName: Bool

    public init(id: Identifier<Patient>, isUsedName: Bool) {
        self.id = id
        self.isUsedName = isUsedName
    }
}

public protocol PatientSearching {
    /// Patients of the structures where the reader is now, by name; a name in use is a line of its own.
    /// - Parameter beginning: words of the name, the last one perhaps not whole.
    func patients(
        of reader: Identifier<Person>, beginning: String, after key: PatientKey?, limit: Int
    ) throws -> [PatientRow]
    /// Demands about a patient of one of the reader's structures, newest first.
    func requests(about patient: Identifier<Patient>, of reader: Identifier<Person>, limit: Int) throws -> [WorklistRow]
}

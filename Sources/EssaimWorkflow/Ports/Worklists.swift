import EssaimDomain

/// The lists from which each works. Each is one index range, read 50 at a time by key.
public enum WorklistKind: String, Sendable, CaseIterable {
    /// Experts: open in my pools, taken by nobody, not set aside by me.
    case toTake
    /// Experts: mine, to answer now.
    case mine
    /// Experts: mine, a precision awaited from the asker.
    case waiting
    /// Seniors: juniors' answers of my pools that await validation.
    case toValidate
    /// Experts: answered by me, newest first.
    case answeredByMe
    /// Askers: drafts of my structures.
    case drafts
    /// Askers: sent, an answer awaited.
    case sent
    /// Askers: the expert asked something.
    case toComplete
    /// Askers: answered or declined, not yet read.
    case toRead
    /// Askers: a patient to be seen, of whom there is news.
    case news
    /// Askers: read, the loop not closed.
    case toClose
    /// Askers: closed, declined or cancelled, newest first.
    case ended
    /// Coordinators and regulators: all that is open in the networks they watch.
    case network
    /// Coordinators and regulators: what was answered or declined there and should have been read by now.
    case unreadInNetwork
    /// Seniors: patients whom an answer asks their line to receive.
    case toReceive
    /// Coordinators and regulators, at a regulated door: to triage; a precision awaited; urgent, already with its pool; past
    /// its hour and not passed on.
    case toTriage, triageWaiting, triageUrgent, triageLate
}

/// One line of a list: what is needed to choose, nothing more. Never a NIR.
public struct WorklistRow: Sendable, Equatable {
    public let id: Identifier<AdviceRequest>
    public let number: RequestNumber
    public let state: RequestState
    public let urgency: Urgency
    public let question: String
    public let offerTitle: String
    public let zoneName: String
    public let structureName: String
    public let sex: String
    public let birthDate: String
    public let photographs: Int
    /// What the list is sorted by: the due hour of what is open, the answer's for what is answered.
    public let sortKey: Instant
    public let dueAt: Instant?
    public let isPaused: Bool
    public let holderName: String?
    /// An act offered on the line itself names this version.
    public let version: Int
    public let isPatientTold: Bool
    /// Answered or declined, and read by nobody: since when, and when it should have been.
    public let unread: Unread?

    public struct Unread: Sendable, Equatable {
        public let since: Instant
        public let dueAt: Instant

        public init(since: Instant, dueAt: Instant) {
            self.since = since
            self.dueAt = dueAt
        }
    }

    public init(
        id: Identifier<AdviceRequest>, number: RequestNumber, state: RequestState, urgency: Urgency, question: String,
        offerTitle: String, zoneName: String, structureName: String, sex: String, birthDate: String, photographs: Int,
        sortKey: Instant, dueAt: Instant?, isPaused: Bool, holderName: String?, version: Int, isPatientTold: Bool,
        unread: Unread?
    ) {
        self.id = id
        self.number = number
        self.state = state
        self.urgency = urgency
        self.question = question
        self.offerTitle = offerTitle
        self.zoneName = zoneName
        self.structureName = structureName
        self.sex = sex
        self.birthDate = birthDate
        self.photographs = photographs
        self.sortKey = sortKey
        self.dueAt = dueAt
        self.isPaused = isPaused
        self.holderName = holderName
        self.version = version
        self.isPatientTold = isPatientTold
        self.unread = unread
    }
}

/// Where the next page begins: after this key.
public struct WorklistKey: Sendable, Equatable {
    public let sortKey: Instant
    public let id: Identifier<AdviceRequest>

    public init(sortKey: Instant, id: Identifier<AdviceRequest>) {
        self.sortKey = sortKey
        self.id = id
    }
}

public protocol Worklists {
    /// - Parameter now: what is late is so at that moment.
    func rows(
        _ view: WorklistKind, of reader: Identifier<Person>, at now: Instant, after key: WorklistKey?, limit: Int
    ) throws -> [WorklistRow]
    /// How many stand in a list, counted no further than `limit`.
    func count(_ view: WorklistKind, of reader: Identifier<Person>, at now: Instant, upTo limit: Int) throws -> Int
}

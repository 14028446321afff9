import EssaimDomain

/// Another demand, as a page about one points to it.
public struct NearDemand: Sendable, Equatable {
    public let id: Identifier<AdviceRequest>
    public let number: RequestNumber
    /// « Dermatologie ».
    public let line: String
    public let state: RequestState
    /// Nil for a draft.
    public let submittedAt: Instant?

    public init(
        id: Identifier<AdviceRequest>, number: RequestNumber, line: String, state: RequestState, submittedAt: Instant?
    ) {
        self.id = id
        self.number = number
        self.line = line
        self.state = state
        self.submittedAt = submittedAt
    }
}

/// A demand opened from another on a second line, seen from either end.
public struct LinkedDemand: Sendable, Equatable {
    public let demand: NearDemand
    /// The other one came first.
    public let isOrigin: Bool
    /// The reader may open it.
    public let isVisible: Bool

    public init(demand: NearDemand, isOrigin: Bool, isVisible: Bool) {
        self.demand = demand
        self.isOrigin = isOrigin
        self.isVisible = isVisible
    }
}

public protocol RecordReading {
    /// What the two sides said of their records, oldest first.
    func marks(of request: Identifier<AdviceRequest>) throws -> [RecordMark]
    /// Of these demands, those that this side put into its own record.
    func filed(
        _ side: RecordMark.Side, among requests: Set<Identifier<AdviceRequest>>
    ) throws -> Set<Identifier<AdviceRequest>>
    /// Sent demands of that structure about whoever bears these traits there, not ended, newest first. Of no other structure.
    func openDemands(
        about traits: PatientTraits, in structure: Identifier<Structure>, but request: Identifier<AdviceRequest>,
        limit: Int
    ) throws -> [NearDemand]
    /// Those opened from this one, and the one that it was opened from; oldest first.
    func linkedDemands(of request: Identifier<AdviceRequest>, for reader: Identifier<Person>) throws -> [LinkedDemand]
}

public protocol RecordWriting {
    /// False when that side had said it already.
    func insert(_ mark: RecordMark, on request: Identifier<AdviceRequest>) throws -> Bool
    /// False when there was none.
    func removeMark(
        _ kind: RecordMark.Kind, of side: RecordMark.Side, on request: Identifier<AdviceRequest>
    ) throws -> Bool
    /// - Parameter origin: the demand that the new one was opened from.
    func link(_ request: Identifier<AdviceRequest>, to origin: Identifier<AdviceRequest>) throws
}

import EssaimDomain

/// What one establishment sends at a time: numbered, frozen when it is made.
public struct ClaimBatch: Sendable, Equatable {
    public let id: Identifier<ClaimBatch>
    public let establishment: Identifier<Structure>
    /// From 1, in each establishment.
    public let number: Int
    /// `2026-11`.
    public let period: String
    /// As the page named it when it was made; empty for all.
    public let unit: String
    public let madeBy: Identifier<Person>
    public let madeAt: Instant
    public let lineCount: Int
    /// The head of its file.
    public let columns: [String]

    public init(
        id: Identifier<ClaimBatch>, establishment: Identifier<Structure>, number: Int, period: String, unit: String,
        madeBy: Identifier<Person>, madeAt: Instant, lineCount: Int, columns: [String]
    ) {
        self.id = id
        self.establishment = establishment
        self.number = number
        self.period = period
        self.unit = unit
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.lineCount = lineCount
        self.columns = columns
    }
}

/// One line of a batch, as it left: it never changes.
public struct ClaimLine: Sendable, Equatable {
    /// Stable, unique in its establishment, and no number to a spreadsheet: `L12-3`.
    public let id: Identifier<ClaimLine>
    public let act: Identifier<RecordedAct>
    /// The line that it takes back or replaces.
    public let origin: Identifier<ClaimLine>?
    public let isReversal: Bool
    public let cells: [String]

    public init(
        id: Identifier<ClaimLine>, act: Identifier<RecordedAct>, origin: Identifier<ClaimLine>?, isReversal: Bool,
        cells: [String]
    ) {
        self.id = id
        self.act = act
        self.origin = origin
        self.isReversal = isReversal
        self.cells = cells
    }
}

/// A line beside where its act stands now.
public struct StandingLine: Sendable {
    public let line: ClaimLine
    /// Nil once another line stands for the act, or takes this one back.
    public let standing: ActStanding?
    public let reason: String

    public init(line: ClaimLine, standing: ActStanding?, reason: String) {
        self.line = line
        self.standing = standing
        self.reason = reason
    }
}

public protocol BatchReading {
    /// The last made first, from before a number.
    func batches(of establishment: Identifier<Structure>, before number: Int?, limit: Int) throws -> [ClaimBatch]
    func batch(_ id: Identifier<ClaimBatch>, ofAny establishments: Set<Identifier<Structure>>) throws -> ClaimBatch?
    /// In their order, from after a position (from 1).
    func lines(of batch: ClaimBatch, after position: Int, limit: Int) throws -> [StandingLine]
}

public protocol BatchWriting {
    /// Draws an establishment's next number; who draws at the same time waits, and finds what this one left.
    func drawBatchNumber(of establishment: Identifier<Structure>) throws -> Int
    func insert(_ batch: ClaimBatch) throws
    /// Puts a line into a batch; the act stands on it, unless it only takes another back.
    func insert(_ line: ClaimLine, at position: Int, in batch: ClaimBatch, over standing: ActStanding?) throws
    /// What the line took back or replaced is settled.
    func settle(_ act: Identifier<RecordedAct>) throws
}

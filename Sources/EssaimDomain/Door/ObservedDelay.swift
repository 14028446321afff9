/// How long a line really took lately, beside what it promises. Demands still open after their promised hour are counted, with
/// the time they have waited: a line does not look quick by not answering.
public struct ObservedDelay: Sendable, Equatable {
    /// How many demands the figures rest on.
    public let counted: Int
    /// To the first answer.
    public let median: Duration
    /// Answered before the promised hour.
    public let inTime: Int

    public init(counted: Int, median: Duration, inTime: Int) {
        self.counted = counted
        self.median = median
        self.inTime = inTime
    }

    /// How far back demands are counted.
    public static let window = Duration.days(90)
    /// Fewer say nothing, and could say something of one demand.
    public static let fewest = 10

    public var isTelling: Bool { counted >= Self.fewest }
    /// Of a hundred, rounded down: ninety-nine and a half is not all.
    public var shareInTime: Int { counted == 0 ? 0 : inTime * 100 / counted }
}

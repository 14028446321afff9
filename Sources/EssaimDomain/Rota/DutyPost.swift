/// What a duty is kept for.
public enum DutyPost: Hashable, Sendable {
    /// All that a pool answers.
    case pool(Identifier<Pool>)
    /// One line alone, in whichever of its pools the person is.
    case line(Identifier<Offer>)
}

extension DutyPost: Comparable {
    /// Pools first, then by name.
    public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

    private var order: (Int, String) {
        switch self {
        case .pool(let pool): (0, pool.rawValue)
        case .line(let line): (1, line.rawValue)
        }
    }
}

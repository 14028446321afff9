/// How soon an answer is asked. Ordered from the calmest to the most pressing.
public enum Urgency: String, Sendable, Codable, CaseIterable, Comparable {
    case routine, priority, urgent

    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .routine: 0
        case .priority: 1
        case .urgent: 2
        }
    }
}

/// How serious the expert finds it: decides how the answer's reading and the patient's visit are followed, never by itself
/// what is done.
public enum Gravity: String, Sendable, Codable, CaseIterable, Comparable {
    case benign, watch, serious
    /// A cancer is suspected: an answer that stays unread is followed like an unanswered demand.
    case suspectedCancer

    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

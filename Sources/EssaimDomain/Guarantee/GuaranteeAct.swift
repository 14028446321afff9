/// What the engine does, the mildest first.
public enum GuaranteeAct: String, Sendable, Codable, CaseIterable {
    case remind, tellColleagues, widen, alert, handBack, escalate

    var rank: Int {
        switch self {
        case .remind: 0
        case .tellColleagues: 1
        case .widen: 2
        case .alert: 3
        case .handBack: 4
        case .escalate: 5
        }
    }

    /// As the transition table and the history name it.
    public var action: Action {
        switch self {
        case .remind, .tellColleagues, .alert: .remind
        case .widen: .widen
        case .handBack: .handOver
        case .escalate: .escalate
        }
    }

    /// Said for nothing once that act is due too: only the milder of two messages to the same people.
    func isOvertaken(by other: Self) -> Bool {
        switch self {
        case .remind: other.rank > rank
        case .alert: other == .escalate
        case .tellColleagues, .widen, .handBack, .escalate: false
        }
    }
}

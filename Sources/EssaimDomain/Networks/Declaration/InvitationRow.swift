/// A row of a table of people to invite: someone, or why not.
public struct InvitationRow: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        /// Without a key yet.
        case member(DeclaredMember)
        /// In French, what to correct.
        case refused([String])
    }

    /// Counted from 1, the head being the first.
    public let line: Int
    /// As typed, to be found again; may be empty.
    public let name: String
    public let content: Content

    public init(line: Int, name: String, content: Content) {
        self.line = line
        self.name = name
        self.content = content
    }

    /// Of one table.
    public static let most = 5_000
    public static let mostBytes = 4 << 20
}

/// What became of a row.
public struct InvitationResult: Sendable, Equatable {
    public enum Outcome: Sendable, Equatable {
        case invited
        /// They stand where the row puts them.
        case alreadyThere
        case refused([String])
    }

    public let line: Int
    public let name: String
    public let outcome: Outcome

    public init(line: Int, name: String, outcome: Outcome) {
        self.line = line
        self.name = name
        self.outcome = outcome
    }

    public var isRefused: Bool { if case .refused = outcome { true } else { false } }

    /// « ligne 12, Anna Le Goff : invitée ».
    public var french: String {
        let said =
            switch outcome {
            case .invited: "invitation faite"
            case .alreadyThere: "déjà membre, rien à changer"
            case .refused(let why): "refus\u{A0}: " + why.joined(separator: " ")
            }
        return "ligne \(line)\(name.isEmpty ? "" : ", \(name)")\u{A0}: \(said)"
    }
}

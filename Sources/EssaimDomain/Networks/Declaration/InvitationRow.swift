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
    /// Who checked who they are, and how: needed for a professional to have an account here without Pro Santé Connect.
    public let check: String?

    public init(line: Int, name: String, content: Content, check: String? = nil) {
        self.line = line
        self.name = name
        self.content = content
        self.check = check
    }

    /// Of one table.
    public static let most = 1_000
    public static let mostBytes = 256 << 10
    /// Characters.
    public static let shortestCheck = 8
    public static let longestCheck = 200
}

/// How somebody who is invited and has no account yet will come.
public enum InvitationWay: String, Sendable, CaseIterable {
    /// By a link that is sent to them and opens an account here.
    case link
    /// By Pro Santé Connect, of which a message tells them.
    case provider
    /// By Pro Santé Connect, or when somebody opens an account for them: there is no address to write to.
    case untold

    /// A professional’s account opens here once they came by Pro Santé Connect, or somebody checked who they are.
    public init(profession: Profession, rpps: RPPS?, mail: MailboxAddress?, check: String?) {
        let isProfessional = profession != .none || rpps != nil
        self = mail == nil ? .untold : isProfessional && check == nil ? .provider : .link
    }
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
    /// How they come, when they have no account yet: whether they have one is not told.
    public let way: InvitationWay

    public init(line: Int, name: String, outcome: Outcome, way: InvitationWay = .untold) {
        self.line = line
        self.name = name
        self.outcome = outcome
        self.way = way
    }

    public var isRefused: Bool { if case .refused = outcome { true } else { false } }

    /// « ligne 12, Anna Le Goff : invitée ».
    public var french: String {
        let said =
            switch outcome {
            case .invited: "invitation faite" + way.french
            case .alreadyThere: "déjà membre, rien à changer"
            case .refused(let why): "refus\u{A0}: " + why.joined(separator: " ")
            }
        return "ligne \(line)\(name.isEmpty ? "" : ", \(name)")\u{A0}: \(said)"
    }
}

extension InvitationWay {
    /// What follows « invitation faite ».
    public var french: String {
        switch self {
        case .link: "\u{A0}; sans compte encore, un lien d’ouverture part à son adresse"
        case .provider: "\u{A0}; sans compte encore, un message l’invite à venir par Pro Santé Connect"
        case .untold: "\u{A0}; sans courriel, personne ne le lui dit\u{A0}: prévenez cette personne"
        }
    }
}

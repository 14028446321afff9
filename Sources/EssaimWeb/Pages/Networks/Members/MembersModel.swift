import EssaimDomain

/// Names of the fields by which a network's people are invited and placed.
enum MemberField {
    static let roles = "roles"
    static let partners = "partenaires"
    static let table = "table"
    static let step = "_suite"
    /// What is done with a table.
    enum Step: String, CaseIterable {
        case check = "verifier"
        case send = "envoyer"
        case download = "telecharger"
    }
    /// Those of one invitation bear the columns' names.
    static let one = [
        "nom", "prenom", "rpps", "courriel", "profession", "roles", "equipes", "grade", "partenaire", "verifie",
    ]
    /// The grade in one team.
    static func pool(_ id: String) -> String { "equipe.\(id)" }
}

/// A network's people.
struct MembersModel: Sendable {
    struct Line: Sendable {
        var name: String
        var profession: String
        var path: SitePath
        /// « Équipe de Rennes (senior) », « Coordination du réseau ».
        var places: [String]
        /// « actif », « attendu ».
        var state: String
    }

    var network: String
    var networkName: String
    var mayInvite: Bool
    /// This server can write to people.
    var writes = true
    var members: [Line]
    var next: SitePath?
    var isFirst = true
    var seal: FormSeal
    /// What may be given: a value and its words.
    var roles: [(value: String, label: String)] = []
    var pools: [(value: String, label: String)] = []
    var partners: [(value: String, label: String)] = []
    var professions: [(value: String, label: String)] = []
    /// What was typed.
    var typed: [String: String] = [:]
    var table = ""
    var faults: [FieldFault] = []
    /// What became of each row of a table.
    var report: [(text: String, isRefused: Bool)] = []
    /// How many would be invited by the table that was checked; nil for one that was not.
    var toSend: Int?
}

/// One of them.
struct MemberModel: Sendable {
    struct Team: Sendable {
        var id: String
        var name: String
        /// `senior`, `junior`, or nothing.
        var grade: String
        var isOwn: Bool
    }

    var network: String
    var networkName: String
    var id: String
    var name: String
    var profession: String
    var state: String
    var keepsRoles: Bool
    var roles: Set<String>
    var allRoles: [(value: String, label: String)]
    var teams: [Team]
    var partners: Set<String>
    var ownPartners: [(value: String, label: String)]
    /// « Établissements » that are another's to change.
    var otherPartners: [String]
    /// They did not come yet, and who reads may invite them again; at which address.
    var isAwaited = false
    var mail: String?
    var seal: FormSeal
    var faults: [FieldFault] = []
    var isStale = false

    var mayChange: Bool { keepsRoles || teams.contains(where: \.isOwn) || !ownPartners.isEmpty }
}

/// The parts of a network's declaration that pages show and change, under the names of its file.
public enum SheetSection: String, Sendable, CaseIterable {
    /// What the network says of itself: one part, without a name.
    case identity = "identite"
    case partners = "partenaires"
    case zones
    case teams = "equipes"
    case lines = "lignes"

    /// In the place of the name of a part that is not there yet; no part has it, for it names none.
    public static let newPart = "nouveau"

    /// What each part may say, in order, under the keys of the file.
    public var keys: [String] {
        switch self {
        case .identity:
            ["nom", "telephone", "fuseau", "catalogue", "entete", "phrases", "objectifs", "surspecialites", "garantie"]
        case .partners: ["nom", "genre", "finess", "commune"]
        case .zones: ["nom", "departements", "communes", "codes-postaux", "reunit", "deborde"]
        case .teams: ["nom", "partenaire"]
        case .lines:
            [
                "titre", "resume", "mots", "specialite", "genre", "nature", "modalite", "partenaire", "etat",
                "a-partir",
                "jusqu-au", "formulaire", "professions", "demandeurs", "territoire", "delais", "horaires", "canaux",
                "aiguillage", "garantie", "equipes",
            ]
        }
    }
}

/// One part of a declaration: what its file says, key by key, each value as one would write it there.
public struct SheetPart: Sendable, Equatable {
    /// Its short name in the file; empty for the identity.
    public let id: String
    /// What is said, by key; a key that says nothing is not there.
    public let fields: [String: String]

    public init(id: String, fields: [String: String]) {
        self.id = id
        self.fields = fields
    }
}

/// One change of one part.
public struct SheetEdit: Sendable, Equatable {
    public enum Change: Sendable, Equatable {
        /// Says all its keys anew; empty values are left out.
        case write([String: String])
        /// A part that stands already keeps its name; a new one takes a name that is free.
        case add([String: String])
        /// Retired: running demands keep it to their end.
        case retire
    }

    public let section: SheetSection
    /// Short, as in the file; empty for the identity.
    public let id: String
    public let change: Change

    public init(_ section: SheetSection, _ id: String, _ change: Change) {
        self.section = section
        self.id = id
        self.change = change
    }
}

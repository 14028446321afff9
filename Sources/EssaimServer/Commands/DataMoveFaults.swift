import EssaimStorage
import EssaimWeb
import EssaimWorkflow

extension MoveFault {
    /// What is wrong, and what to do.
    var french: String {
        switch self {
        case .otherSchema(let source, let target):
            "le dossier et la base n’ont pas le même schéma (\(source), \(target))\u{A0}: rien n’a été écrit"
        case .missingTable(let table, let side):
            "la table \(table) manque \(side.french)\u{A0}: la base doit être réservée à Essaim\u{A0}; rien n’a été déplacé"
        case .missingColumn(let table, let column, let side):
            "la colonne \(table).\(column) manque \(side.french)\u{A0}: rien n’a été déplacé"
        case .otherKind(let table, let column):
            "la colonne \(table).\(column) n’est pas du même type des deux côtés\u{A0}: rien n’a été déplacé"
        case .unknownType(let table, let column, let type):
            "la colonne \(table).\(column) est d’un type inconnu (\(type))\u{A0}: rien n’a été déplacé"
        case .otherKey(let table):
            "la clé primaire de \(table) n’est pas la même des deux côtés\u{A0}: rien n’a été déplacé"
        case .noKey(let table): "la table \(table) n’a pas de clé primaire\u{A0}: rien n’a été déplacé"
        case .unsafeName(let name):
            "le nom «\u{A0}\(name)\u{A0}» n’est pas fait de a-z, de chiffres et de _\u{A0}: rien n’a été déplacé"
        case .cycle(let tables):
            "les tables \(French.list(tables)) se renvoient l’une à l’autre en cercle\u{A0}: rien n’a été déplacé"
        case .notEmpty(let table):
            """
            la base n’est pas vide (table \(table))\u{A0}: rien n’y a été écrit\u{A0}; donnez une base neuve, ou recréez \
            celle-ci
            """
        case .another:
            """
            la base contient un déplacement inachevé, d’un autre dossier ou en cours\u{A0}: rien n’a été fait\u{A0}; donnez \
            une base neuve, ou recréez celle-ci
            """
        case .refused(let table, let fault):
            """
            la table \(table) ne passe pas (\(fault.detail))\u{A0}: le dossier est intact et peut servir\u{A0}; s’il a \
            servi depuis un premier essai, recommencez sur une base recréée vide
            """
        case .differs(let tables):
            """
            ce qui est arrivé n’est pas ce qui est parti\u{A0}: \(French.list(tables)). Le dossier est intact et peut \
            servir\u{A0}; la base reste marquée inachevée. S’il a servi depuis un premier essai, ou si elle a été modifiée, \
            recommencez sur une base recréée vide
            """
        }
    }
}

extension MoveFault.Side {
    fileprivate var french: String {
        switch self {
        case .source: "dans le dossier"
        case .target: "dans la base"
        }
    }
}

extension StoreFault {
    /// The engine's own words, where it has any: names of tables and columns, no values.
    fileprivate var detail: String {
        switch self {
        case .duplicate(let why), .corrupt(let why), .failed(let why), .unsafe(let why), .unavailable(let why),
            .owned(let why):
            why
        case .full: "disque plein"
        case .notSynced: "disque en faute"
        }
    }
}

/// Why the master keys cannot be used, or were not changed.
public enum MasterKeyFault: Error, Sendable, Equatable {
    /// No folder, or no key in it.
    case missing(folder: String)
    /// There are keys already where new ones were to be made.
    case present(folder: String)
    /// Other accounts may read it. `mode` is what its permissions should be: 700 or 600.
    case openToOthers(path: String, mode: String)
    /// Not a key file of ours, or changed.
    case damaged(path: String)
    /// Several keys, and none said to be the current one.
    case noCurrent(folder: String)
    /// The current key is not removed.
    case isCurrent(id: String)
    case unknown(id: String)
    /// A call failed; `code` is its errno.
    case failed(path: String, call: String, code: Int32)
    /// What was typed back is not what was printed.
    case typed(EscrowFault)

    /// What the operator reads: what happened, why, what to do.
    public var message: String {
        switch self {
        case .missing(let folder):
            "Aucune clé de chiffrement dans «\u{A0}\(folder)\u{A0}». Sans elle, les pièces jointes ne s’ouvrent pas. "
                + "Remettez ce dossier en place, ou restaurez les clés depuis la feuille imprimée."
        case .present(let folder):
            "Il y a déjà des clés de chiffrement dans «\u{A0}\(folder)\u{A0}». Aucune n’a été créée\u{A0}; "
                + "pour changer de clé, ajoutez-en une."
        case .openToOthers(let path, let mode):
            "D’autres comptes du serveur peuvent lire «\u{A0}\(path)\u{A0}», qui contient des clés de chiffrement. "
                + "Fermez-le (chmod \(mode)), puis relancez."
        case .damaged(let path):
            "Le fichier de clé «\u{A0}\(path)\u{A0}» est abîmé. Remettez-le depuis une copie, "
                + "ou restaurez les clés depuis la feuille imprimée."
        case .noCurrent(let folder):
            "Plusieurs clés dans «\u{A0}\(folder)\u{A0}», et le fichier «\u{A0}current\u{A0}» qui nomme celle en usage "
                + "manque. Écrivez-y le nom de la dernière clé créée, sans «\u{A0}.key\u{A0}», puis relancez."
        case .isCurrent(let id):
            "La clé \(id) est en usage\u{A0}: elle n’a pas été retirée. Ajoutez d’abord une nouvelle clé."
        case .unknown(let id):
            "Aucune clé ne s’appelle \(id) ici. Vérifiez son nom."
        case .failed(let path, let call, let code):
            "«\u{A0}\(path)\u{A0}» n’a pas pu être lu ou écrit (\(call), erreur \(code)). "
                + "Vérifiez le disque et les droits du dossier, puis recommencez."
        case .typed(let fault): fault.message
        }
    }
}

/// Where what was typed back differs from what was printed. Lines are counted from 1.
public enum EscrowFault: Error, Sendable, Equatable {
    /// A line of a key whose characters do not agree with each other.
    case line(Int)
    /// A line that belongs elsewhere, or is none.
    case unexpected(line: Int)
    /// The lines of this key do not make the key of that name.
    case key(id: String)
    /// The end is missing, or does not give the number of keys.
    case incomplete

    public var message: String {
        switch self {
        case .line(let number):
            "Ligne \(number)\u{A0}: une erreur de frappe. Comparez-la avec la feuille, caractère par caractère."
        case .unexpected(let number):
            "Ligne \(number)\u{A0}: elle n’est pas à sa place, ou ne vient pas de la feuille. Recopiez la feuille ligne par ligne."
        case .key(let id):
            "Les lignes de la clé \(id) ne donnent pas cette clé. Comparez-les, et son nom, avec la feuille."
        case .incomplete: "La feuille n’est pas complète\u{A0}: recopiez-la jusqu’à la ligne FIN."
        }
    }
}

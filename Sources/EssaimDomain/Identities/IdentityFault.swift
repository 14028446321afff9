/// Why a typed number was refused. The message never repeats the number: it may be a patient's.
public enum IdentityFault: Error, Hashable, Sendable {
    case empty(IdentityKind)
    /// So many characters are missing.
    case tooShort(IdentityKind, missing: Int)
    /// So many characters are too many.
    case tooLong(IdentityKind, extra: Int)
    /// A character that such a number never holds at that place.
    case unexpected(IdentityKind, Unicode.Scalar)
    /// The thirteen characters of a NIR without the two digits of the key.
    case missingKey
    case wrongKey(IdentityKind)
    /// The first digit of a NIR is none of 1, 2, 3, 4, 7, 8.
    case impossibleSex
    /// The month of birth of a NIR is neither a month nor one of the codes for an incomplete birth record.
    case impossibleMonth

    /// What is wrong and what to do, in French, as one sentence for the field.
    public var message: String {
        switch self {
        case .empty(let kind):
            return "Indiquez \(kind.withArticle)\u{A0}: \(kind.characters(kind.length))."
        case .tooShort(let kind, let missing):
            return "Il manque \(kind.characters(missing))\u{A0}: \(kind.withArticle) en a \(kind.length)."
        case .tooLong(let kind, let extra):
            return "Il y a \(kind.characters(extra)) de trop\u{A0}: \(kind.withArticle) en a \(kind.length)."
        case .unexpected(let kind, let scalar):
            guard let shown = scalar.asShown else {
                return "Un caractère invisible s’est glissé dans le numéro\u{A0}: tapez-le à la main."
            }
            return "«\u{A0}\(shown)\u{A0}» n’a pas sa place ici\u{A0}: \(kind.withArticle) "
                + "a \(kind.characters(kind.length))."
        case .missingKey:
            return "Il manque la clé\u{A0}: les 2\u{A0}chiffres qui suivent les 13\u{A0}premiers."
        case .wrongKey(.rpps):
            return "La clé ne correspond pas\u{A0}: vérifiez le dernier chiffre, puis les autres."
        case .wrongKey(.nir):
            return "La clé ne correspond pas\u{A0}: vérifiez les 2\u{A0}derniers chiffres, puis les autres."
        case .wrongKey(let kind):
            return "La clé ne correspond pas\u{A0}: vérifiez les \(kind.characters(kind.length))."
        case .impossibleSex:
            return "Le premier chiffre d’un NIR est 1 ou 2 (3, 4, 7 ou 8 s’il est provisoire)."
        case .impossibleMonth:
            return "Les 4e et 5e chiffres d’un NIR sont le mois de naissance, de 01 à 12."
        }
    }
}

extension Unicode.Scalar {
    /// The scalar as text when it can be seen alone, else nil.
    fileprivate var asShown: String? {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
            nil
        default: String(Character(self))
        }
    }
}

/// The numbers that name a person or a place, as someone types them.
public enum IdentityKind: String, Sendable, CaseIterable {
    case rpps, adeli, finess, nir

    /// Characters of a whole number, its key included.
    public var length: Int {
        switch self {
        case .rpps: 11
        case .adeli, .finess: 9
        case .nir: 15
        }
    }

    /// The name with its article: « un RPPS ».
    var withArticle: String {
        switch self {
        case .rpps: "un RPPS"
        case .adeli: "un numéro AM ou ADELI"
        case .finess: "un FINESS"
        case .nir: "un NIR"
        }
    }

    /// What its characters are called: a FINESS and a NIR of Corsica hold a letter.
    func characters(_ count: Int) -> String {
        let noun = self == .finess ? "caractère" : "chiffre"
        return "\(count)\u{A0}\(noun)\(count > 1 ? "s" : "")"
    }
}

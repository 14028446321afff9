/// Why a JPEG file cannot stand in our documents. Nothing in it depends on who is shown.
public enum JPEGFault: Error, Sendable, Equatable {
    /// Not a JPEG file, or one that ends before its picture begins.
    case cut
    /// The segments contradict each other: no length, two frames, no size.
    case damaged
    /// Arithmetic coding, no loss, a hierarchy: no reader of PDF has to know these (ISO 32000-1, 7.4.8).
    case coding(UInt8)
    /// Not eight bits a sample; this many.
    case precision(Int)
    /// Neither grey nor three colours; this many components. Four are CMYK, which an sRGB document cannot hold (ISO 19005-1,
    /// 6.2.3.3).
    case components(Int)

    /// In words for a reader, the end of a sentence.
    var words: String {
        switch self {
        case .cut: "fichier incomplet"
        case .damaged: "fichier abîmé"
        case .coding: "codage JPEG inhabituel"
        case .precision(let bits): "\(bits)\u{A0}bits par couleur"
        case .components(let count): count == 4 ? "couleurs d’imprimerie, CMJN" : "couleurs inhabituelles"
        }
    }
}

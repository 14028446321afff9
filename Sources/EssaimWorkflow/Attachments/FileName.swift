import EssaimDomain

/// A file's name as its sender gave it, without what could mislead a reader, a terminal or a disk: its last part, no
/// control, format or direction mark, at most 100 characters.
public struct FileName: Sendable, Equatable {
    public let text: String

    public init(_ name: String?) {
        let last = (name ?? "").split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let kept = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        let text = String(String.UnicodeScalarView(kept.prefix(100))).trimmed
        self.text = text.isEmpty || text.allSatisfy { $0 == "." } ? "fichier" : text
    }
}

/// Text for another program: plain spaces where French typography has no-break ones, one kind of line end, and nothing that
/// is not seen.
enum PlainText {
    static func of(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var follows: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where follows == "\r": break
            case "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": plain.append("\n")
            case "\n": plain.append(scalar)
            // A column of a spreadsheet is no part of what was said.
            case "\t", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}": plain.append(" ")
            default: if !isUnseen(scalar) { plain.append(scalar) }
            }
            follows = scalar
        }
        return String(plain)
    }

    /// Controls, joiners, marks of direction: a name could be read otherwise than it is written.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}

import Foundation

/// A text made ready to print: composed (NFC), without what has no shape, with □ for what the face cannot show.
///
/// - Controls, direction marks and overrides, joiners, variation selectors, soft hyphens: dropped. Nothing in a text can
///   turn the line around or hide a part of it.
/// - A cluster without glyphs (an emoji with its tone and joiners, an ideogram): one □.
/// - Right-to-left letters: □ too. The face draws them, but unjoined and in the wrong order: a name that reads as another
///   one is worse than a square.
/// - Marks heaped on one letter: the first four.
/// - Spaces and blank lines in a row: one.
struct PrintableText: Equatable {
    static let substitute: Unicode.Scalar = "\u{25A1}"

    /// Marks that one letter may bear: languages need three, a heap of them blackens the lines around.
    private static let markLimit = 4

    /// Characters with a glyph, spaces, the two no-break spaces, and line feeds.
    private(set) var scalars: [Unicode.Scalar] = []
    /// Whether a □ stands for something else.
    private(set) var hasSubstitutes = false

    init(_ raw: String, font: TrueTypeFont) {
        // Since the last letter: what is dropped may cut a heap of marks in two.
        var marks = 0
        for character in Self.composed(raw) {
            if character == "\r\n" {
                appendLineEnd()
                continue
            }
            var isMissing = false
            // A mark whose letter is not shown would stand on the letter before.
            var isLetterMissing = false
            for scalar in character.unicodeScalars {
                let kind = Self.kind(of: scalar)
                if kind != .mark, kind != .dropped { marks = 0 }
                switch kind {
                case .dropped: continue
                case .space: appendSpace()
                case .lineEnd: appendLineEnd()
                case .noBreakSpace: scalars.append(font.glyph(for: scalar) == 0 ? "\u{A0}" : scalar)
                case .foreign:
                    isMissing = true
                    isLetterMissing = true
                case .mark where marks == Self.markLimit || isLetterMissing: continue
                case .plain, .mark:
                    if kind == .mark { marks += 1 }
                    if font.glyph(for: scalar) != 0 {
                        scalars.append(scalar)
                    } else {
                        isMissing = true
                        isLetterMissing = isLetterMissing || kind == .plain
                    }
                }
            }
            if isMissing {
                scalars.append(Self.substitute)
                hasSubstitutes = true
            }
        }
        while let last = scalars.last, last == " " || last == "\n" { scalars.removeLast() }
    }

    private mutating func appendSpace() {
        if let last = scalars.last, last != " ", last != "\n" { scalars.append(" ") }
    }

    private mutating func appendLineEnd() {
        if scalars.last == " " { scalars.removeLast() }
        guard let last = scalars.last else { return }
        if last != "\n" || scalars.dropLast().last != "\n" { scalars.append("\n") }
    }

    /// Below the combining marks, a text is composed already: most are.
    private static func composed(_ raw: String) -> String {
        raw.unicodeScalars.allSatisfy { $0.value < 0x300 } ? raw : raw.precomposedStringWithCanonicalMapping
    }

    private enum Kind { case plain, mark, space, noBreakSpace, lineEnd, foreign, dropped }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x21...0x7E: .plain
        case 0x20, 0x09: .space
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .lineEnd
        case 0xA0, 0x2007, 0x202F: .noBreakSpace
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: .foreign
        case 0xE000...0xF8FF: .foreign
        default: general(scalar)
        }
    }

    private static func general(_ scalar: Unicode.Scalar) -> Kind {
        if scalar.properties.isDefaultIgnorableCodePoint { return .dropped }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate: return .dropped
        case .spaceSeparator: return .space
        case .nonspacingMark, .enclosingMark: return .mark
        default: return .plain
        }
    }
}

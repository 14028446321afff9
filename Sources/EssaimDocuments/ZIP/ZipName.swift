import Foundation

/// A file's name made harmless: no folder, nothing that a shell, a terminal or a file system takes for something else.
///
/// - Controls, direction marks, joiners, private and unassigned characters: dropped. `/ \ : ; * ? " < > |`: a hyphen
///   (`;` begins a version, which Info-ZIP cuts off).
/// - White of any kind and in a row: one space. Dots, spaces and hyphens at the ends: dropped (hidden files, options,
///   what Windows cuts off); at the start, accents without a letter too.
/// - Names of devices (CON, LPT1 …), with any ending: after an underscore.
/// - More than `byteLimit` bytes: cut before the ending, between two characters.
/// - Nothing left: « sans nom ».
struct ZipName {
    /// Of UTF-8, without the number of a copy: file systems hold 255, and folders around take their part of a path.
    static let byteLimit = 120
    private static let endingLimit = 12

    private let stem: String
    /// With its dot; empty for none.
    private let ending: String

    init(_ wanted: String) {
        let plain = Self.plain(wanted)
        var stem = plain
        var ending = ""
        if let dot = plain.lastIndex(of: "."), dot != plain.startIndex {
            let tail = String(plain[dot...])
            if (2...Self.endingLimit).contains(tail.utf8.count), tail.dropFirst().allSatisfy(Self.isPlainLetter) {
                (stem, ending) = (Self.trimmed(String(plain[..<dot])), tail)
            }
        }
        stem = Self.trimmed(Self.cut(stem, to: Self.byteLimit - ending.utf8.count))
        if stem.isEmpty { stem = "sans nom" }
        self.stem = Self.isDevice(stem) ? "_" + stem : stem
        self.ending = ending
    }

    /// - Parameter copy: from 1; from 2 on it is said.
    func text(copy: Int) -> String { stem + (copy > 1 ? " (\(copy))" : "") + ending }

    private static func plain(_ wanted: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in wanted.precomposedStringWithCanonicalMapping.unicodeScalars {
            let properties = scalar.properties
            if properties.isWhitespace || properties.generalCategory == .spaceSeparator {
                if plain.last != " " { plain.append(" ") }
            } else if forbidden.contains(scalar) {
                plain.append("-")
            } else if !properties.isDefaultIgnorableCodePoint, !dropped.contains(properties.generalCategory) {
                plain.append(scalar)
            }
        }
        // What was dropped may have stood between a letter and its accent.
        return trimmed(String(plain).precomposedStringWithCanonicalMapping)
    }

    private static let forbidden = Set("/\\:;*?\"<>|".unicodeScalars)
    private static let dropped: Set<Unicode.GeneralCategory> = [
        .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
    ]

    private static func isPlainLetter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    private static func trimmed(_ text: String) -> String {
        let edges: Set<Unicode.Scalar> = [".", " ", "-", "~"]
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, edges.contains(first) || isMark(first) { scalars.removeFirst() }
        while let last = scalars.last, edges.contains(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// At the start of a name it would sit on the stroke of the path.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        [.nonspacingMark, .enclosingMark, .spacingMark].contains(scalar.properties.generalCategory)
    }

    /// Whole characters as long as they fit; of one that never would, its first scalars.
    private static func cut(_ text: String, to limit: Int) -> String {
        var cut = ""
        for character in text {
            guard cut.utf8.count + character.utf8.count <= limit else { break }
            cut.append(character)
        }
        guard cut.isEmpty else { return cut }
        var scalars = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= limit else { break }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// Microsoft, "Naming Files, Paths, and Namespaces": with any ending, in any case, superscript figures included.
    private static func isDevice(_ stem: String) -> Bool {
        var base = stem.prefix { $0 != "." }.uppercased()
        while base.last == " " { base.removeLast() }
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(base) { return true }
        guard base.count == 4, base.hasPrefix("COM") || base.hasPrefix("LPT"), let figure = base.last else {
            return false
        }
        return "0123456789¹²³".contains(figure)
    }
}

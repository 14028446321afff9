import Foundation

/// Text as the search sees it: words of `a`–`z` and digits, without accents or case, a plural as its singular. What is
/// kept and what is asked go through the same door.
public enum SearchWords {
    /// Characters of a question that are read; beyond, it is refused in words.
    public static let longestQuestion = 200
    /// Words of a question that count; the rest are left out.
    public static let mostAsked = 12
    /// Bytes of a word that are kept.
    static let longestWord = 40

    /// Each word once, in the order of its first appearance.
    public static func all(of text: String) -> [String] {
        let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        var words: [String] = []
        var seen: Set<String> = []
        var word: [UInt8] = []
        func end() {
            defer { word.removeAll(keepingCapacity: true) }
            guard !word.isEmpty else { return }
            let stem = String(decoding: singular(word).prefix(longestWord), as: UTF8.self)
            if seen.insert(stem).inserted { words.append(stem) }
        }
        for scalar in plain.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: word.append(UInt8(scalar.value))
            // Ligatures are letters of their own to the folding.
            case 0x153, 0x152: word += Array("oe".utf8)
            case 0xE6, 0xC6: word += Array("ae".utf8)
            case 0xDF: word += Array("ss".utf8)
            default: end()
            }
        }
        end()
        return words
    }

    /// The words of a question: two letters at least, or a figure.
    public static func asked(_ text: String) -> [String] {
        Array(all(of: text).filter { $0.utf8.count > 1 || $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }.prefix(mostAsked))
    }

    /// Of each word its beginnings, from three letters on, and itself: « ker », « kerf », « kerfa », « kerfab »… Names are
    /// found by how they begin; an index that is asked for whole words only need not gather what it does not give.
    public static func beginnings(of text: String) -> [String] {
        all(of: text).flatMap { word in
            let letters = Array(word.utf8)
            return letters.count <= 3
                ? [word] : (3...letters.count).map { String(decoding: letters.prefix($0), as: UTF8.self) }
        }
    }

    /// « lésions » and « lésion », « tableaux » and « tableau » are one word. Short words keep their end: « os », « bras ».
    private static func singular(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 4, let last = word.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "x") else {
            return word
        }
        return Array(word.dropLast())
    }
}

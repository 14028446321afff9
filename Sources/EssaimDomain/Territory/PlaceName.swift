/// A name of a place as it is compared: small letters without accents, words between single blanks, abbreviations written
/// out, the article at its beginning left away. `St-Denis-s/-Sarthon` and `SAINT DENIS SUR SARTHON` are one; so are
/// `Le Mans`, `Mans` and `le mans`, for the tables leave many articles out.
struct PlaceName {
    let words: [String]
    /// Whether what was typed stops within its last word, which may then be the beginning of one.
    let isOpen: Bool

    init(_ text: String) {
        var words: [String] = []
        var word = ""
        var isOpen = false
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x300, scalar.properties.generalCategory == .nonspacingMark { continue }
            if let letters = Self.letters(of: scalar) {
                word += letters
                isOpen = true
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
                isOpen = false
            }
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
        self.isOpen = isOpen
    }

    /// The name written out.
    var key: String { Self.withoutArticle(words.map { Self.writtenOut[$0] ?? $0 }).joined(separator: " ") }

    /// What names may begin with: the name written out, and its last word as typed too, for `st` may become `Strasbourg`.
    /// Nothing when there is no letter.
    var beginnings: [String] {
        guard words.joined().utf8.contains(where: { $0 > UInt8(ascii: "9") }) else { return [] }
        guard isOpen, let last = words.last, Self.writtenOut[last] != nil else { return [key] }
        let before = words.dropLast().map { Self.writtenOut[$0] ?? $0 }
        return [key, Self.withoutArticle(before + [last]).joined(separator: " ")]
    }

    /// Left away only when a word follows: `La` alone begins `Lannion`.
    private static func withoutArticle(_ words: [String]) -> ArraySlice<String> {
        words.count > 1 && articles.contains(words[0]) ? words.dropFirst() : words[...]
    }

    private static let articles: Set<String> = ["le", "la", "les", "l"]
    private static let writtenOut = ["st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur"]

    /// The plain small letters of a letter or digit, nil for what stands between words.
    private static func letters(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z", "0"..."9": String(scalar)
        case "A"..."Z": String(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        case "à", "á", "â", "ä", "ã", "À", "Á", "Â", "Ä", "Ã": "a"
        case "ç", "Ç": "c"
        case "è", "é", "ê", "ë", "È", "É", "Ê", "Ë": "e"
        case "ì", "í", "î", "ï", "Ì", "Í", "Î", "Ï": "i"
        case "ñ", "Ñ": "n"
        case "ò", "ó", "ô", "ö", "õ", "Ò", "Ó", "Ô", "Ö", "Õ": "o"
        case "ù", "ú", "û", "ü", "Ù", "Ú", "Û", "Ü": "u"
        case "ý", "ÿ", "Ý", "Ÿ": "y"
        case "œ", "Œ": "oe"
        case "æ", "Æ": "ae"
        default: scalar.properties.isAlphabetic ? scalar.properties.lowercaseMapping : nil
        }
    }
}

extension ClinicalProtocol {
    /// An id made of a label: « Où est la plaie ? » is `ou-est-la-plaie`. Never empty.
    public static func slug(_ label: String) -> String {
        var slug = ""
        for character in label.lowercased() {
            let plain = folded[character] ?? (character.isASCII ? String(character) : "-")
            for letter in plain.unicodeScalars {
                if ("a"..."z").contains(letter) || ("0"..."9").contains(letter) {
                    slug.unicodeScalars.append(letter)
                } else if !slug.hasSuffix("-"), !slug.isEmpty {
                    slug += "-"
                }
            }
        }
        let short = slug.prefix(40)
        let ended = short.hasSuffix("-") ? short.dropLast() : short
        return ended.isEmpty ? "question" : String(ended)
    }

    private static let folded: [Character: String] = [
        "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o",
        "ö": "o", "ù": "u", "û": "u", "ü": "u", "ÿ": "y", "œ": "oe", "æ": "ae",
    ]
}

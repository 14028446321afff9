/// A need in plain words, as lines are compared with it: small letters without accents, plurals and words that say nothing
/// of the need left away, what requesters call it beside what lines call it.
public struct LineNeed: Sendable, Equatable {
    /// One thing that is looked for: the words typed, in order, and what lines may call the same thing.
    struct Term: Sendable, Equatable {
        let typed: [String]
        let also: [String]
    }

    let terms: [Term]

    /// How much of what was typed is read, in UTF-8 bytes.
    public static let longest = 200
    static let mostTerms = 8

    public init(_ typed: String) {
        let beginning = String(decoding: typed.utf8.prefix(Self.longest), as: UTF8.self)
        let words = LineWords.stems(beginning)
        var terms: [Term] = []
        var next = words.startIndex
        while next < words.endIndex, terms.count < Self.mostTerms {
            let rest = words[next...]
            if let (phrase, also) = LineSynonyms.meaning(of: rest) {
                terms.append(Term(typed: phrase, also: also))
                next += phrase.count
            } else {
                terms.append(Term(typed: [words[next]], also: []))
                next += 1
            }
        }
        self.terms = terms.enumerated().filter { place, term in !terms[..<place].contains(term) }.map(\.element)
    }

    /// Nothing is looked for by its name.
    public var isEmpty: Bool { terms.isEmpty }
}

/// A text as words that can be compared.
enum LineWords {
    /// Each word's stem, in order; those that say nothing are left away.
    static func stems(_ text: String) -> [String] {
        PlaceName(text).words.filter { !silent.contains($0) }.map(stem)
    }

    /// A word without its plural and its silent end: `lésions` and `lésion`, `rénaux` and `rénal`, `diabète` and `diabétique`
    /// by its beginning. Three letters stay as they are: `pus`, `ORL`, `ECG`.
    static func stem(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        var word = word
        if word.hasSuffix("aux"), !word.hasSuffix("eaux") {
            word = String(word.dropLast(2)) + "l"
        } else if word.hasSuffix("s") || word.hasSuffix("x") {
            word.removeLast()
        }
        if word.utf8.count > 3, word.hasSuffix("e") { word.removeLast() }
        return word
    }

    /// Articles, prepositions, and what every requester types of any need.
    private static let silent: Set<String> = [
        "a", "au", "aux", "avec", "avis", "ce", "cette", "chez", "d", "dans", "de", "demande", "demander", "des", "du",
        "en", "est", "et", "il", "elle", "j", "je", "l", "la", "le", "les", "ma", "mes", "mon", "n", "ne", "ou", "par",
        "pas", "patient", "patiente", "pour", "probleme", "que", "qui", "sa", "sans", "ses", "son", "specialiste",
        "sur",
        "un", "une",
    ]
}

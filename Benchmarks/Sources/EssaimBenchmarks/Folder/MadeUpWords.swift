import EssaimTestSupport

/// Words that no language has, so that nothing here can be anybody's: syllables of a number. As in any text a few are in
/// most questions and most are in few (Zipf: the second half as often as the first).
enum MadeUpWords {
    static let count = 4_000
    /// How many a question has.
    static let length = 20...60

    private static let syllables = [
        "ba", "bre", "cho", "da", "fli", "gou", "ha", "jo", "ker", "lan", "mi", "nou", "or", "pla", "que", "ri", "sto",
        "tu",
        "vel", "zan",
    ]

    /// The word of that rank, the most frequent first; words of near ranks begin differently.
    static func word(_ rank: Int) -> String { syllables(of: rank, 4) }

    /// A family name: one in eight thousand.
    static func familyName(_ number: Int) -> String { syllables(of: number, 3).capitalized(by: "n") }
    /// A given name: one in four hundred.
    static func givenName(_ number: Int) -> String { syllables(of: number, 2).capitalized(by: "e") }

    static func question(using random: inout SeededGenerator) -> String {
        let length = Int.random(in: length, using: &random)
        return (0..<length).map { _ in word(drawnRank(using: &random)) }.joined(separator: " ")
    }

    /// Each doubling of the rank is as likely as the one before.
    private static func drawnRank(using random: inout SeededGenerator) -> Int {
        var limit = 1
        let doublings = Int.random(in: 0..<12, using: &random)
        for _ in 0..<doublings { limit *= 2 }
        return min(count - 1, limit - 1 + Int.random(in: 0..<limit, using: &random))
    }

    private static func syllables(of number: Int, _ count: Int) -> String {
        var (left, text) = (number, "")
        for _ in 0..<count {
            text += syllables[left % syllables.count]
            left /= syllables.count
        }
        return text
    }
}

extension String {
    fileprivate func capitalized(by end: String) -> String { prefix(1).uppercased() + dropFirst() + end }
}

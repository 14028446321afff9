extension DeclaredMember {
    /// A key for someone whom no file has named yet: `le-goff-anna`; with a number when it is taken.
    public static func key(family: String, given: String, besides taken: Set<String>) -> String {
        let letters = PlaceName("\(family) \(given)").words.map { word in
            word.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        var stem = ""
        for word in letters where !word.isEmpty && stem.utf8.count + word.utf8.count < longestKey - 8 {
            stem += (stem.isEmpty ? "" : "-") + word
        }
        if stem.isEmpty { stem = "membre" }
        if !taken.contains(stem) { return stem }
        // One of so many is free.
        return (2...taken.count + 2).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
    }
}

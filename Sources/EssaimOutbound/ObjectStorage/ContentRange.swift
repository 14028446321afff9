/// What part of an object an answer holds (RFC 9110 §14.4): `bytes 0-499/1234`.
struct ContentRange: Equatable {
    let bytes: ClosedRange<Int>
    /// The object's length.
    let whole: Int

    /// Nil for anything else, an unknown length (`/*`) too.
    init?(_ text: String?) {
        guard let text, text.hasPrefix("bytes ") else { return nil }
        let parts = text.dropFirst(6).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let whole = Self.number(parts[1]) else { return nil }
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]), first <= last,
            last < whole
        else { return nil }
        bytes = first...last
        self.whole = whole
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}

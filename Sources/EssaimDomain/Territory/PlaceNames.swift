/// The names of many places, to be looked through at each key that someone presses: one text, read once from end to end.
struct PlaceNames: Hashable, Sendable {
    /// The keys, one after the other, each with a blank before it.
    private let text: [UInt8]
    /// Where each key's blank stands, and the end of all.
    private let starts: [Int]

    init(_ names: some Collection<String>) {
        var (text, starts): ([UInt8], [Int]) = ([], [])
        text.reserveCapacity(names.count * 20)
        starts.reserveCapacity(names.count + 1)
        for name in names {
            starts.append(text.count)
            text.append(Self.blank)
            text.append(contentsOf: PlaceName(name).key.utf8)
        }
        starts.append(text.count)
        self.text = text
        self.starts = starts
    }

    /// How well a name fits what was typed: the better one is the lesser.
    enum Fit: Int, Comparable {
        /// The whole name.
        case whole
        /// Its beginning.
        case beginning
        /// The beginning of another of its words.
        case word

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// Calls back for each name in which a word begins what was typed, with the best fit.
    func forEach(beginning typed: String, _ found: (Int, Fit) -> Void) {
        let sought = [Self.blank] + Array(typed.utf8)
        guard sought.count > 1 else { return }
        text.withUnsafeBufferPointer { text in
            for name in 0..<starts.count - 1 {
                let fit = Self.fit(of: sought, in: text, from: starts[name], to: starts[name + 1])
                if let fit { found(name, fit) }
            }
        }
    }

    private static func fit(
        of sought: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Fit? {
        guard end - start >= sought.count else { return nil }
        for place in start...end - sought.count where text[place] == blank {
            var length = 1
            while length < sought.count, text[place + length] == sought[length] { length += 1 }
            guard length == sought.count else { continue }
            if place > start { return .word }
            return end - start == sought.count ? .whole : .beginning
        }
        return nil
    }

    private static let blank = UInt8(ascii: " ")
}

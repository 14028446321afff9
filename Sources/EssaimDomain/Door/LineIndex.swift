/// The words of one line, and how near to its purpose each stands.
struct LineIndex: Sendable {
    enum Nearness: Int, Sendable, Comparable {
        /// Said beside: its summary, its protocol, its teams, its establishment.
        case beside
        /// Its title, its keywords, its specialty.
        case own

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    private var words: [String: Nearness] = [:]

    /// - Parameter protocolText: the title of its form and when to use it.
    init(_ offer: Offer, in network: Network, protocolText: String) {
        add(offer.title, .own)
        add(offer.keywords.joined(separator: " "), .own)
        add(offer.specialty, .own)
        add(offer.summary, .beside)
        add(protocolText, .beside)
        add(network.name, .beside)
        add(offer.owner.flatMap { network.partner($0)?.name } ?? "", .beside)
        for pool in Set(offer.pools.values) { add(network.pool(pool)?.name ?? "", .beside) }
    }

    private mutating func add(_ text: String, _ nearness: Nearness) {
        for word in LineWords.stems(text) { words[word] = max(words[word] ?? nearness, nearness) }
    }

    /// How a line says one thing that is looked for.
    struct Saying: Equatable {
        let nearness: Nearness
        /// In the words that were typed, not only by another name.
        let isTyped: Bool
    }

    /// Nil when the line does not say it. What was typed may be a word's beginning, from four letters.
    func saying(of term: LineNeed.Term) -> Saying? {
        let typed = term.typed.compactMap(nearness(ofBeginning:))
        let isTyped = typed.count == term.typed.count
        let named = term.also.compactMap { words[$0] }
        guard let nearest = (named + (isTyped ? [typed.min()].compactMap(\.self) : [])).max() else { return nil }
        return Saying(nearness: nearest, isTyped: isTyped)
    }

    private func nearness(ofBeginning typed: String) -> Nearness? {
        if let exact = words[typed] { return exact }
        guard typed.utf8.count >= 4 else { return nil }
        return words.lazy.filter { $0.key.hasPrefix(typed) }.map(\.value).max()
    }
}

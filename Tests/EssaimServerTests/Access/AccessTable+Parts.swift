import EssaimDomain

/// What the table says to one visitor, from the parts that they have in each demand: these too are written by hand.
extension Door {
    enum Expected: Equatable, Sendable {
        /// The page, or the act on its way.
        case open
        /// The act is theirs, in another state.
        case late
        /// As if it did not exist.
        case absent
        case signIn
        /// Another server's message was read, and answered as its protocol says.
        case reached
    }

    func expected(for knocker: Knocker, on kept: Kept) -> Expected {
        switch rule {
        case .everyone: return .open
        case .servers: return .reached
        case .software: return .signIn
        case .nobody: return .absent
        case _ where !knocker.isKnown: return .signIn
        case .signedIn: return .open
        case .only(let admitted): return admitted.contains(knocker) ? .open : .absent
        case .demand(let parts):
            return parts.cells(of: knocker, on: kept).contains { $0.contains(kept.letter) } ? .open : .absent
        case .act(let parts):
            let cells = parts.cells(of: knocker, on: kept)
            if cells.isEmpty { return .absent }
            return cells.contains { $0.contains(kept.letter) } ? .open : .late
        }
    }
}

extension Door.Parts {
    /// What the table says to each part that this visitor has in that demand; nothing for who has none.
    fileprivate func cells(of knocker: Knocker, on kept: Kept) -> [String] {
        let cells: [String] =
            switch (knocker, kept) {
            case (_, .absent): []
            case (.neighbour, .other), (.neighbour, .otherDraft): [asking]
            case (.asker, _) where !kept.isOthers: [asking]
            case (.colleague, _) where !kept.isOthers: [asking]
            case (.delegate, _) where !kept.isOthers: [asking]
            case (_, .draft), (_, .otherDraft): []
            case (.regulator, _): [regulator]
            case (.coordinator, _): [coordinator]
            case (.southern, .other): [pool, holder]
            case (.emergency, .other): [pool]
            case (.emergency, _): [emergency]
            case (_, .other): []
            case (.senior, .submitted), (.senior, .sameStructure): [pool]
            case (.senior, _): [pool, holder]
            case (.second, .sameStructure): [pool, holder]
            case (.second, _), (.junior, _): [pool]
            default: []
            }
        return cells.filter { !$0.isEmpty }
    }
}

extension Kept {
    fileprivate var letter: Character {
        switch state {
        case .draft: "d"
        case .submitted: "s"
        case .taken: "t"
        case .awaitingInformation: "w"
        case .answered: "a"
        case .closed: "c"
        default: "?"
        }
    }
}

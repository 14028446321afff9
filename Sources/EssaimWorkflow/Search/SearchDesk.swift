import EssaimDomain

/// Keeps what someone looks for under a random name, so that the address of a search carries no patient's name: neither a
/// browser's history nor a proxy's log learns one.
public struct SearchDesk: Sendable {
    /// For how long an address of a search finds its words again.
    public static let lasts = Duration.hours(12)

    let store: any Store
    let clock: any WallClock

    public init(store: any Store, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    /// - Returns: the name under which these words are found again, by this person alone.
    public func keep(_ words: String, of person: Identifier<Person>) async throws -> String {
        let now = clock.now()
        let token = Identifier<SearchQuestion>.new(at: now).rawValue
        try await store.write { tx in
            try tx.forgetSearches(before: now - Self.lasts)
            try tx.keepSearch(words, as: token, of: person, at: now)
        }
        return token
    }

    public func words(kept token: String, of person: Identifier<Person>) async throws -> String? {
        guard token.utf8.count <= 40 else { return nil }
        let since = clock.now() - Self.lasts
        return try await store.read { try $0.keptSearch(token, of: person, since: since) }
    }
}

import EssaimWorkflow

/// The ceiling of a command: the same committer, the same SQLite settings, three plain inserts a transaction.
struct PlainLoad: Load {
    let store: any Store
    let prefix: String
    private var count = 0

    init(store: any Store, prefix: String) {
        self.store = store
        self.prefix = prefix
    }

    mutating func once() async throws {
        count += 1
        let key = "\(prefix)-\(count)"
        try await store.write { tx in
            for part in ["a", "b", "c"] { try tx.set("\(key)-\(part)", to: Self.value) }
        }
    }

    private static let value = String(repeating: "valeur d’essai ", count: 12)
}

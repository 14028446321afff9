import EssaimServer
import EssaimWorkflow

/// Three settings written in one transaction: what a write costs when it decides nothing.
struct PlainWrites: Contest {
    let name = "plain write"
    let script: PgBenchScript
    private let store: any Store
    private let database: MeasuredDatabase
    private var round = 0

    init(_ store: any Store, _ database: MeasuredDatabase) async throws {
        self.store = store
        self.database = database
        let recorded = try await Recording.of(database) {
            var load = PlainLoad(store: store, prefix: "900000000000")
            try await load.once()
        }
        script = PgBenchScript(
            recorded, settings: ["\\set d :first + :client_id * 10000000 + :turn"],
            markers: [.init(value: "900000000000", sql: ":d")])
    }

    mutating func loads(callers: Int) async throws -> @Sendable (Int) -> any Load {
        round += 1
        return { [store, round] caller in PlainLoad(store: store, prefix: "ours-\(round)-\(caller)") }
    }

    mutating func variables(clients: Int) async throws -> [String: String] {
        round += 1
        return ["first": "\(910_000_000_000 + round * 1_000_000_000)"]
    }

    func check(_ figures: PgBench.Figures, _ variables: [String: String]) async throws {
        let first = Int(variables["first"] ?? "") ?? 0
        let written = try await database.number(
            "SELECT count(*) FROM settings WHERE name >= '\(first)' AND name < '\(first + 1_000_000_000)'")
        guard written == 3 * figures.transactions else {
            throw Settings.Fault(
                description: "pgbench wrote \(written) settings in \(figures.transactions) transactions")
        }
    }
}

/// One setting read.
struct PlainReads: Contest {
    let name = "plain read"
    let script: PgBenchScript
    private let store: any Store

    init(_ store: any Store, _ database: MeasuredDatabase) async throws {
        self.store = store
        try await store.write { try $0.set("measured", to: "valeur d’essai") }
        script = PgBenchScript(
            try await Recording.of(database) {
                var load = ReadLoad(store: store) { _ in { _ = try $0.setting("measured") } }
                try await load.once()
            }, settings: [], markers: [])
    }

    mutating func loads(callers: Int) async throws -> @Sendable (Int) -> any Load {
        { [store] _ in ReadLoad(store: store) { _ in { _ = try $0.setting("measured") } } }
    }
}

/// Reads, each on a number of its own drawn by the caller.
struct ReadLoad: Load {
    let store: any Store
    /// What a read of that number asks.
    let read: @Sendable (Int) -> @Sendable (any StoreReader) throws -> Void

    init(store: any Store, read: @escaping @Sendable (Int) -> @Sendable (any StoreReader) throws -> Void) {
        self.store = store
        self.read = read
    }

    mutating func once() async throws { try await store.read(read(.random(in: 0..<1_000_000))) }
}

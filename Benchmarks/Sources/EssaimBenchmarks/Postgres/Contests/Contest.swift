import EssaimServer

/// A load, and the script by which pgbench does the same.
protocol Contest {
    var name: String { get }
    /// Recorded once.
    var script: PgBenchScript { get }
    /// What a round of ours needs; then a load for each caller.
    mutating func loads(callers: Int) async throws -> @Sendable (Int) -> any Load
    /// What a round of pgbench needs; then its variables.
    mutating func variables(clients: Int) async throws -> [String: String]
    /// - Throws: when pgbench did not do what it counted.
    func check(_ figures: PgBench.Figures, _ variables: [String: String]) async throws
}

extension Contest {
    mutating func variables(clients: Int) async throws -> [String: String] { [:] }
    func check(_ figures: PgBench.Figures, _ variables: [String: String]) async throws {}
}

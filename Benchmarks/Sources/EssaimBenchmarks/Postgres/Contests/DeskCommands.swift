import EssaimDomain
import EssaimServer
import EssaimWorkflow

/// Demands carried through the desk: take, ask, give, ask, give.
struct DeskCommands: Contest {
    let name = "desk command"
    let script: PgBenchScript
    private let server: EssaimServer
    private let database: MeasuredDatabase
    private let settings: Settings
    /// All demands of all rounds, handed out in an order in which no neighbours follow each other.
    private let first: Int
    private let requests: [AdviceRequest]
    private var used = 0

    /// More commands a second than any machine of two cores gets through.
    private static let fastest = 2_500.0
    /// Neighbours in an index meet under SERIALIZABLE though they are nothing to each other. A prime.
    private static let stride = 7_919

    init(
        _ server: EssaimServer, _ database: MeasuredDatabase, _ demands: inout NumberedDemands, _ settings: Settings
    ) async throws {
        let sample = try await demands.sample()
        let recorded = try await Recording.of(database) {
            var load = DeskLoad(desk: server.requests, supply: Supply([sample]))
            for _ in 0..<DeskLoad.commandsADemand { try await load.once() }
        }
        guard recorded.count == DeskLoad.commandsADemand else {
            throw Settings.Fault(description: "\(recorded.count) transactions were recorded")
        }
        let rounds = settings.databaseCallers.map { Self.demands(for: $0, settings) }.reduce(0, +) * settings.rounds
        var count = 2 * rounds + Self.demands(for: 32, settings)
        if count % Self.stride == 0 { count += 1 }
        (first, requests) = try await demands.put(count)
        script = PgBenchScript(
            recorded,
            settings: ["\\set d \(first) + (:from + :client_id * :each + :turn) * \(Self.stride) % \(count)"]
                + NumberedDemands.settings,
            markers: NumberedDemands.markers(of: sample))
        self.server = server
        self.database = database
        self.settings = settings
    }

    /// Enough for a round.
    private static func demands(for callers: Int, _ settings: Settings) -> Int {
        32 + Int(fastest * (settings.seconds + PgBench.warmUp)) / DeskLoad.commandsADemand / (callers == 1 ? 4 : 1)
    }

    /// The next ones in the order of handing out.
    private mutating func take(_ count: Int) -> Range<Int> {
        defer { used += count }
        return used..<used + count
    }

    mutating func loads(callers: Int) async throws -> @Sendable (Int) -> any Load {
        let turns = take(Self.demands(for: callers, settings))
        let supply = Supply(turns.map { requests[$0 * Self.stride % requests.count] })
        return { [server] _ in DeskLoad(desk: server.requests, supply: supply) }
    }

    mutating func variables(clients: Int) async throws -> [String: String] {
        let turns = take(Self.demands(for: clients, settings))
        let (versions, entries) = try await counts()
        return [
            "from": "\(turns.lowerBound)", "each": "\(turns.count / clients)", "versions": "\(versions)",
            "entries": "\(entries)",
        ]
    }

    /// Each command moved its demand on by one version, and left its entry.
    func check(_ figures: PgBench.Figures, _ variables: [String: String]) async throws {
        func number(_ name: String) -> Int { variables[name].flatMap(Int.init) ?? 0 }
        let (versions, entries) = try await counts()
        let (moved, told) = (versions - number("versions"), entries - number("entries"))
        guard moved == figures.transactions, told == figures.transactions else {
            throw Settings.Fault(
                description: "pgbench counts \(figures.transactions) commands: \(moved) versions, \(told) entries")
        }
    }

    private func counts() async throws -> (versions: Int, entries: Int) {
        let range = "'\(first)' AND '\(first + requests.count - 1)'"
        return (
            try await database.number("SELECT sum(version) FROM requests WHERE id BETWEEN \(range)"),
            try await database.number("SELECT count(*) FROM history WHERE request_id BETWEEN \(range)")
        )
    }
}

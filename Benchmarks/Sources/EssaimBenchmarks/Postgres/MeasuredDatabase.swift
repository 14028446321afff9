import Foundation

/// A database of its own on the run's private server (`scripts/with-postgres`), as someone at its console sees it.
struct MeasuredDatabase: Sendable {
    let address: String
    let log: ServerLog

    /// What our connections are set to (`PostgresSettings.connect`): pgbench's statements are planned as ours.
    static let options = "-c enable_seqscan=off -c jit=off -c statement_timeout=30s -c lock_timeout=30s"

    init() async throws {
        guard let server = ProcessInfo.processInfo.environment["ESSAIM_TEST_POSTGRES"],
            let folder = server.split(separator: "host=", maxSplits: 1).last
        else { throw Settings.Fault(description: "no PostgreSQL: run scripts/bench") }
        address = server.replacing("/postgres?", with: "/bench?")
        log = ServerLog(path: folder + "/log")
        _ = try await Program.run([
            "psql", "-Xq", server, "-c", "CREATE DATABASE bench", "-c",
            "ALTER SYSTEM SET log_line_prefix = '\(ServerLog.prefix)'", "-c", "SELECT pg_reload_conf()",
        ])
    }

    /// The rows of the last statement, every value as text.
    @discardableResult
    func run(_ statements: String...) async throws -> [[String]] {
        let commands = statements.flatMap { ["-c", $0] }
        let text = try await Program.run(
            ["psql", "-XqAt", "-F", "\u{1F}", "-v", "ON_ERROR_STOP=1", address] + commands)
        return text.split(separator: "\n").map { line in
            line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        }
    }

    func number(_ statement: String) async throws -> Int {
        guard let text = try await run(statement).first?.first, let number = Int(text) else {
            throw Settings.Fault(description: "no number: \(statement)")
        }
        return number
    }

    /// The server's processes behind our connections.
    func processes() async throws -> [Int] {
        try await run("SELECT pid FROM pg_stat_activity WHERE application_name = 'essaim'").compactMap { Int($0[0]) }
    }
}

import EssaimPostgres
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Logging
import Synchronization

/// One run: a fresh folder of demands, what the lists cost in it, then pages, then commands.
@main
struct EssaimBenchmarks {
    static func main() async {
        do {
            try await measure(try Settings(CommandLine.arguments))
        } catch {
            Report.say("benchmarks failed: \(error)")
            exit(1)
        }
    }

    private static func measure(_ settings: Settings) async throws {
        let folder = settings.results + "/data-\(getpid())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var report = Report(demands: settings.demands)
        if settings.engines.contains(.sqlite) { report = try await onSQLite(report, folder + "/sqlite", settings) }
        if settings.engines.contains(.postgres) { try await onPostgres(&report, folder + "/postgres", settings) }
        try report.write(to: settings.results + "/latest.json")
        Report.say("figures in \(settings.results)/latest.json")
    }

    /// One caller knocks as fast as it is answered: the limits on calls are another matter.
    private static let unlimited = ["ESSAIM_LIMITS": "100000"]

    private static func onSQLite(_ report: Report, _ folder: String, _ settings: Settings) async throws -> Report {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let configuration = try await ServerConfiguration.load(
            folder: folder, port: FreePort.find(), environment: unlimited)
        let server = try EssaimServer(configuration, forms: FormLibrary([.sample]), logger: logger)
        return try await serving(server) {
            var report = report
            try await Run(settings: settings, folder: folder, server: server).all(&report)
            return report
        }
    }

    /// What `work` gives while the server answers.
    private static func serving<T: Sendable>(
        _ server: EssaimServer, _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        let outcome = Mutex<Result<T, any Error>>(.failure(Settings.Fault(description: "the server ended early")))
        try await server.run(until: {
            do {
                let value = try await work()
                outcome.withLock { $0 = .success(value) }
            } catch {
                outcome.withLock { $0 = .failure(error) }
            }
        })
        return try outcome.withLock { $0 }.get()
    }

    /// The house on PostgreSQL: first with its doors shut, so that no job runs between the figures beside pgbench, then
    /// serving.
    private static func onPostgres(_ report: inout Report, _ folder: String, _ settings: Settings) async throws {
        let database = try await MeasuredDatabase()
        var configuration = try await ServerConfiguration.load(
            folder: folder, port: FreePort.find(), database: database.address, environment: unlimited)
        configuration.database?.connections = settings.databaseConnections
        let server = try EssaimServer(configuration, forms: FormLibrary([.sample]), logger: logger)
        do {
            try await PostgresRun(settings: settings, database: database, server: server).all(&report)
            try await server.close()
        } catch {
            try? await server.close()
            throw error
        }
        guard settings.parts.contains(.reads) else { return }
        let open = try EssaimServer(configuration, forms: FormLibrary([.sample]), logger: logger)
        let reads = try await serving(open) { try await ReadFigures.measure(open, settings) }
        (report.databaseLists, report.databaseSearches, report.databasePages) = (
            reads.lists, reads.searches, reads.pages
        )
    }

    /// One line a request on the error output, as `essaim serve` writes it.
    private static var logger: Logger {
        var logger = Logger(label: "essaim", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .info
        return logger
    }
}

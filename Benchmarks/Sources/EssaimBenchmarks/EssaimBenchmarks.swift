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
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let configuration = try await ServerConfiguration.load(folder: folder, port: FreePort.find(), environment: [:])
        // One line a request on the error output, as `essaim serve` writes it.
        var logger = Logger(label: "essaim", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .info
        let server = try EssaimServer(configuration, forms: FormLibrary([.sample]), logger: logger)
        let outcome = Mutex<Result<Void, any Error>>(.failure(Settings.Fault(description: "the server ended early")))
        try await server.run(until: {
            do {
                try await Run(settings: settings, folder: folder, server: server).all()
                outcome.withLock { $0 = .success(()) }
            } catch {
                outcome.withLock { $0 = .failure(error) }
            }
        })
        try outcome.withLock { $0 }.get()
    }
}

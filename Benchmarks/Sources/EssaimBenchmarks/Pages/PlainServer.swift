import Hummingbird
import Logging
import ServiceLifecycle

/// The ceiling of a page: the same web server in the same process, which says one word.
enum PlainServer {
    /// Serves until `work` is over; what it gave.
    static func serve<T: Sendable>(port: Int, while work: @Sendable () async throws -> T) async throws -> T {
        let router = Router(context: BasicRequestContext.self)
        router.get("bonjour") { _, _ in "Bonjour" }
        var logger = Logger(label: "plain")
        logger.logLevel = .warning
        let (answering, answers) = AsyncStream<Void>.makeStream()
        let application = Application(
            router: router, server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { _ in answers.finish() }, logger: logger)
        let group = ServiceGroup(configuration: .init(services: [.init(service: application)], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in answering {}
            let value = try await work()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return value
        }
    }
}

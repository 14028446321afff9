import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Looks every hour at what the rotas will lack; who changes a rota or an absence has it looked at at once.
struct RotaService: Service {
    let watch: RotaWatch
    let logger: Logger

    static let pause = Duration.seconds(3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await watch.look()
                } catch {
                    // A database that is away: the next hour looks again.
                    logger.warning("rotas not looked at", metadata: ["type": "\(type(of: error))"])
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}

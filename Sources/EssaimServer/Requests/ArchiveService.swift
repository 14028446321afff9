import EssaimDomain
import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Archives what nobody closed: at the start, then every hour.
struct ArchiveService: Service {
    let requests: RequestDesk
    let logger: Logger

    static let pause = Duration.seconds(3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let count = try await requests.archiveUnclosed()
                    if count > 0 { logger.info("demands archived", metadata: ["count": "\(count)"]) }
                } catch {
                    // A database that is away: what is due stays due.
                    logger.warning("demands not archived", metadata: ["type": "\(type(of: error))"])
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}

import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Tells who waits for a line that it opened, every minute; counts what lines really take, at the start and every hour.
struct DoorService: Service {
    let lines: LineDesk
    let logger: Logger

    static let pause = Duration.seconds(60)
    static let roundsBetweenCounts = 60

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var round = 0
            while !Task.isCancelled {
                do {
                    if round.isMultiple(of: Self.roundsBetweenCounts) { try await lines.countDelays() }
                    try await lines.tellOpenings()
                } catch {
                    // A database that is away: who waits still waits, and old figures stay.
                    logger.warning("lines not looked at", metadata: ["type": "\(type(of: error))"])
                }
                round += 1
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}

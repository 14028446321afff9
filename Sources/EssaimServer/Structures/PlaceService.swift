import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Opens and closes the places of remplaçants by their days, for those who do not knock: whoever knocks has it done first.
struct PlaceService: Service {
    let structures: StructureDesk
    let logger: Logger

    static let pause = Duration.seconds(15)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    while try await structures.turn(), !Task.isCancelled {}
                } catch {
                    // A database that is away: what is due stays due, and nobody is let in by it.
                    logger.warning("places not turned", metadata: ["type": "\(type(of: error))"])
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}

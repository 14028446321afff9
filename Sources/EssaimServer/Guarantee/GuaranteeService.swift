import EssaimDomain
import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Keeps the word on each demand: at the start, then as its moments come. What nobody can be told of is done all the same.
struct GuaranteeService: Service {
    let requests: RequestDesk
    let bulletin: any Bulletin
    let logger: Logger

    static let pause = Duration.seconds(10)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    while !Task.isCancelled {
                        signal.yield()
                        try? await Task.sleep(for: Self.pause)
                    }
                }
                // An expert who is away from now on is not waited for.
                group.addTask { for await notice in bulletin.notices() where notice == .jobs { signal.yield() } }
                for await _ in signals {
                    if Task.isCancelled { break }
                    await sweep()
                }
                group.cancelAll()
            }
        }
    }

    private func sweep() async {
        do {
            let count = try await requests.keepPromises { [logger] _, error in
                logger.error("a step of a demand was not done", metadata: ["type": "\(type(of: error))"])
            }
            if count > 0 { logger.info("steps done", metadata: ["demands": "\(count)"]) }
        } catch {
            // A database that is away: what is due stays due.
            logger.warning("steps not looked at", metadata: ["type": "\(type(of: error))"])
        }
    }
}

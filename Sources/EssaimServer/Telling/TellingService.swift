import EssaimDomain
import EssaimOutbound
import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Tells people by mail and SMS what waits for them. Each channel has its own door and workers: a mail server that hangs
/// holds up its own mails alone, and no page.
struct TellingService: Service {
    let rounds: [TellingRound]
    let delays: DueWatch
    let store: any Store
    let clock: any WallClock
    let bulletin: any Bulletin
    let doors: [OutgoingDoor]
    let logger: Logger

    /// At once on a channel.
    static let workers = 2
    /// What was told is forgotten: the demand's own history stays.
    static let kept = Duration.days(90)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for round in rounds {
                    for _ in 0..<Self.workers { group.addTask { await serve(round) } }
                }
                // With nothing to tell by there is nothing to look for, and nothing to forget.
                guard !rounds.isEmpty else { return }
                group.addTask { await watch() }
                group.addTask { await forget() }
            }
        }
        // A service that ends would end the server.
        try? await gracefulShutdown()
        for door in doors { door.close() }
    }

    /// At each change, and every two seconds for what is due by its time.
    private func serve(_ round: TellingRound) async {
        let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    signal.yield()
                    try? await Task.sleep(for: .seconds(2))
                }
            }
            group.addTask {
                for await notice in bulletin.notices() {
                    switch notice {
                    case .request, .jobs: signal.yield()
                    case .alarm, .people: break
                    }
                }
            }
            for await _ in signals {
                if Task.isCancelled { break }
                do {
                    while try await round.workOnce(), !Task.isCancelled {}
                } catch {
                    // The store is away for now; what waits is still there.
                    logger.warning("telling stopped", metadata: ["type": "\(type(of: error))"])
                }
            }
            group.cancelAll()
        }
    }

    /// Nobody acts when an hour comes.
    private func watch() async {
        while !Task.isCancelled {
            do {
                _ = try await delays.look()
            } catch {
                logger.warning("delays not looked at", metadata: ["type": "\(type(of: error))"])
            }
            try? await Task.sleep(for: .seconds(20))
        }
    }

    /// At the start, then every hour.
    private func forget() async {
        while !Task.isCancelled {
            do {
                let before = clock.now() - Self.kept
                try await store.write {
                    try $0.forgetNotices(settledBefore: before)
                    try $0.forgetRotaNotices(settledBefore: before)
                }
            } catch {
                logger.warning("notices not forgotten", metadata: ["type": "\(type(of: error))"])
            }
            try? await Task.sleep(for: Duration.hours(1))
        }
    }
}

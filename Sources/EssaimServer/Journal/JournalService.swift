import EssaimDomain
import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Numbers and signs while the server serves: four looks a second, each a short read when nothing waits.
struct JournalService: Service {
    let sequencer: JournalSequencer
    let signer: JournalSigner
    let store: any Store
    let clock: any WallClock
    let bulletin: any Bulletin
    let logger: Logger

    static let beat = Duration.milliseconds(250)
    /// Between two tries to sign what contradicts itself.
    static let afterFault = Duration.seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown { await work() }
        // What was committed while the server ended is sealed before the store closes.
        _ = try? await sequencer.numberAll()
        _ = try? await signer.signOnce()
    }

    private func work() async {
        var silentUntil = ContinuousClock.now
        var told: String?
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.beat)
            do {
                _ = try await sequencer.numberAll()
                guard ContinuousClock.now >= silentUntil else { continue }
                try await signer.signOnce()
                told = nil
            } catch let fault as JournalFault {
                silentUntil = ContinuousClock.now + Self.afterFault
                guard fault.label != told else { continue }
                told = fault.label
                await raise(fault)
            } catch is CancellationError {
                return
            } catch {
                // A database that is away, a disk that refuses: what waits is numbered later.
                logger.debug("journal", metadata: ["type": "\(type(of: error))"])
            }
        }
    }

    private func raise(_ fault: JournalFault) async {
        logger.critical("journal not signed", metadata: ["why": "\(fault)"])
        let alarm = Alarm(
            id: .new(at: clock.now()), at: clock.now(), kind: .journal, network: nil, person: nil,
            detail: fault.description)
        try? await store.write { try $0.insert(alarm) }
        bulletin.post(.alarm(nil))
    }
}

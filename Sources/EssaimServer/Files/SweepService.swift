import EssaimDomain
import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Removes what nobody names any more: files whose row was never committed, or is gone, and uploads given up. At the
/// start, then every six hours.
struct SweepService: Service {
    let vault: any FileVault
    let store: any Store
    let clock: any WallClock
    let logger: Logger

    /// A younger file may belong to a transaction that has not committed yet; a younger upload, to someone who looks for
    /// the network.
    static let age = Duration.hours(24)
    static let pause = Duration.seconds(6 * 3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let swept = try await sweep()
                    if swept.orphans + swept.leftovers + swept.strangers > 0 {
                        logger.info(
                            "files swept",
                            metadata: [
                                "orphans": "\(swept.orphans)", "leftovers": "\(swept.leftovers)",
                                "strangers": "\(swept.strangers)", "kept": "\(swept.kept)",
                            ])
                    }
                } catch {
                    logger.warning("files not swept", metadata: ["type": "\(type(of: error))"])
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    func sweep() async throws -> SweptFiles {
        try await vault.sweep(olderThan: Self.age, now: clock.now()) { [store] names in
            try await store.read { try $0.storedNames(among: names) }
        }
    }
}

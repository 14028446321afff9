import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Foundation
import Logging
import ServiceLifecycle

/// The daily backup, when the settings name a folder, once whatever the number of servers; and the entries of those that
/// the command made. A backup that fails is said at once, tried again after an hour, and `/health` turns when the last is
/// two days old.
struct BackupService: Service {
    let configuration: ServerConfiguration
    let store: any Store
    let clock: any WallClock
    let logger: Logger

    static let look = Duration.seconds(60)
    static let afterFailure = Duration.seconds(3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                var pause = Self.look
                do {
                    try await lookOnce()
                } catch is CancellationError {
                    return
                } catch {
                    let why =
                        (error as? BackupFault)?.message ?? (error as? BackupStopped)?.message ?? "\(type(of: error))"
                    logger.critical("backup failed", metadata: ["why": "\(why)"])
                    pause = Self.afterFailure
                }
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Records what waits, and makes the day's backup if it is due.
    func lookOnce() async throws {
        try await BackupNotes(configuration).record(in: store, clock: clock)
        guard let folder = configuration.backup.folder else { return }
        let now = clock.now()
        if try await store.read({ try $0.setting(Setting.backupsSince) }) == nil {
            try await store.write { try $0.set(Setting.backupsSince, to: String(now.milliseconds)) }
        }
        guard let day = try await claim() else { return }
        do {
            let receipt = try await BackupMaking(configuration, clock: clock).run(
                to: folder, keep: configuration.backup.keep)
            try await BackupNotes.record(receipt, in: store, clock: clock)
            logger.info("backup made", metadata: ["name": "\(receipt.name)", "bytes": "\(receipt.byteCount)"])
            if !receipt.missing.isEmpty {
                logger.critical("backup lacks files", metadata: ["count": "\(receipt.missing.count)"])
            }
        } catch {
            // Another try, here or elsewhere.
            try? await store.write { try $0.set(Setting.backupDay, to: "failed \(day)") }
            throw error
        }
    }

    /// The day whose backup is due and now this server's; nil when there is none. A server that dies on its backup leaves
    /// the day taken: the next day's is made, and `/health` says so if that one fails too.
    private func claim() async throws -> String? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .current
        let now = Date(timeIntervalSince1970: Double(clock.now().milliseconds) / 1000)
        let parts = calendar.dateComponents([.year, .month, .day, .hour], from: now)
        guard let hour = parts.hour, hour >= configuration.backup.hour else { return nil }
        let day = "\(parts.year ?? 0)-\(parts.month ?? 0)-\(parts.day ?? 0)"
        return try await store.write { tx in
            guard try tx.setting(Setting.backupDay) != day else { return nil }
            try tx.set(Setting.backupDay, to: day)
            return day
        }
    }
}

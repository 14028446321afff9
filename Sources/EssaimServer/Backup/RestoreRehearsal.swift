import EssaimWorkflow
import Foundation

/// `essaim restore --verify`: the whole of a restore, in a folder beside the backup that only its owner reads and that is
/// gone afterwards. On the embedded engine, whatever the backup comes from.
public struct RestoreRehearsal: Sendable {
    let request: RestoreRequest
    let settings: ServerConfiguration
    let clock: any WallClock

    /// - Parameter settings: of the server: its address, which names the journal, and its key folder.
    public init(_ request: RestoreRequest, like settings: ServerConfiguration, clock: (any WallClock)? = nil) {
        self.request = request
        self.settings = settings
        self.clock = clock ?? SystemClock()
    }

    public func run(
        progress: @escaping @Sendable (DataMoveLine) -> Void = { _ in }
    ) async throws -> RestoreReceipt {
        let file = URL(fileURLWithPath: request.file).standardizedFileURL.path
        let scratch = "\(file).essai-\(UUID().uuidString.prefix(8))"
        var target = settings
        target.folder = scratch + "/data"
        target.database = nil
        target.attachments.bucket = nil
        target.journal.key = nil
        if request.escrow != nil { target.attachments.masterKeys = scratch + "/keys" }
        try FileManager.default.createDirectory(
            atPath: scratch, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        return try await BackupRestoring(request, to: target, clock: clock).run(progress: progress)
    }
}

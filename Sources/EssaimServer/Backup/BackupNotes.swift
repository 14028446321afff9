import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Foundation

/// What a command, which may not write beside a serving server, leaves in the data folder for it to record: a note a backup.
public struct BackupNotes: Sendable {
    private let folder: String

    public init(_ configuration: ServerConfiguration) { folder = configuration.folder + "/backups" }

    public func leave(_ receipt: BackupReceipt) throws(BackupFault) {
        let files = SystemFileOperations()
        let path = "\(folder)/\(receipt.name).json"
        do throws(FileError) {
            if mkdir(folder, 0o700) != 0, errno != EEXIST { throw FileError(.mkdir, errno) }
            let text = (try? JSONEncoder().encode(receipt)).map(Array.init) ?? []
            try? files.unlink(path + ".new")
            try files.writeNew(path + ".new", text)
            try files.rename(path + ".new", to: path)
            try files.syncFolder(folder)
        } catch {
            throw BackupFault(error, at: path)
        }
    }

    /// Notes that wait, oldest first; what is none is left.
    public var waiting: [BackupReceipt] {
        names.compactMap { name in
            FileManager.default.contents(atPath: "\(folder)/\(name)")
                .flatMap { try? JSONDecoder().decode(BackupReceipt.self, from: $0) }
        }
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".backup.json") }.sorted()
    }

    /// Makes the waiting notes entries of the journal. A note that was recorded and not removed is recorded once more.
    func record(in store: any Store, clock: any WallClock) async throws {
        for receipt in waiting {
            try await Self.record(receipt, in: store, clock: clock)
            try? FileManager.default.removeItem(atPath: "\(folder)/\(receipt.name).json")
        }
    }

    static func record(_ receipt: BackupReceipt, in store: any Store, clock: any WallClock) async throws {
        let entry = HistoryRecorder().entry(
            "backup.made", at: clock.now(), by: nil,
            detail: [
                "name": receipt.name, "bytes": String(receipt.byteCount), "rows": String(receipt.rows),
                "files": String(receipt.files), "missing": String(receipt.missing.count),
            ])
        try await store.write { tx in
            let last = try tx.setting(Setting.lastBackup).flatMap(Int64.init) ?? 0
            if receipt.at.milliseconds > last { try tx.set(Setting.lastBackup, to: String(receipt.at.milliseconds)) }
            try tx.append(entry)
        }
    }
}

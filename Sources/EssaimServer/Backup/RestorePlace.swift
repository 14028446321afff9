import EssaimMedia
import EssaimWorkflow
import Foundation

/// Where a backup is put back: a folder that holds nothing, but perhaps its settings. What was begun there and not finished
/// is removed again.
struct RestorePlace {
    let folder: String
    private let wasMade: Bool
    /// What a new folder may hold.
    private static let spared: Set<String> = ["essaim.yaml", "lost+found"]

    /// - Throws: `RestoreFault.filled`, `BackupFault.failed`.
    init(_ folder: String) throws {
        self.folder = folder
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        if let name = names?.sorted().first(where: { !Self.spared.contains($0) }) {
            throw RestoreFault.filled(folder: folder, name: name)
        }
        wasMade = names == nil
        guard names != nil || mkdir(folder, 0o700) == 0 else {
            throw BackupFault.failed(path: folder, call: "mkdir", code: errno)
        }
    }

    /// The folder as it was found.
    func clear() {
        if wasMade {
            try? FileManager.default.removeItem(atPath: folder)
            return
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where !Self.spared.contains(name) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }
}

/// A file that comes piece by piece, before it is placed.
final class StagedFile {
    let path: String
    private let files = SystemFileOperations()
    private var descriptor: Int32?

    init(_ path: String) throws(BackupFault) {
        self.path = path
        do throws(FileError) {
            descriptor = try files.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode: 0o600)
        } catch {
            throw BackupFault(error, at: path)
        }
    }

    deinit { if let descriptor { try? files.close(descriptor) } }

    func write(_ bytes: [UInt8]) throws(BackupFault) {
        guard let descriptor else { return }
        do throws(FileError) {
            var rest = bytes[...]
            while !rest.isEmpty { rest = rest.dropFirst(try files.write(rest, to: descriptor)) }
        } catch {
            throw BackupFault(error, at: path)
        }
    }

    /// Makes it durable.
    func finish() throws(BackupFault) {
        guard let open = descriptor else { return }
        descriptor = nil
        do throws(FileError) {
            try files.fsync(open)
            try files.close(open)
        } catch {
            throw BackupFault(error, at: path)
        }
    }
}

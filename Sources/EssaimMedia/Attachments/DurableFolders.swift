import Glibc
import Synchronization

/// Folders that are known to be on the disk, entry in the parent included.
///
/// A folder that exists may not survive a power cut: another thread, or a process killed since, may have made it
/// without its parent's fsync. So the first use of each in the life of a process makes it if needed **and** syncs the
/// parent; later uses cost nothing.
final class DurableFolders: Sendable {
    private let operations: any FileOperations
    private let known = Mutex<Set<String>>([])

    init(_ operations: any FileOperations) { self.operations = operations }

    /// Makes `root/a/b` one level after the other. The lock is held meanwhile: nobody may trust an entry half made.
    func make(_ folders: [String], under root: String) throws(FileError) -> String {
        try known.withLock { known throws(FileError) in
            var path = root
            for folder in folders {
                let parent = path
                path += "/" + folder
                guard !known.contains(path) else { continue }
                do throws(FileError) {
                    try operations.mkdir(path, mode: 0o700)
                } catch  where error.code == EEXIST {
                    // Made before: its entry is synced all the same.
                }
                try operations.syncFolder(parent)
                known.insert(path)
            }
            return path
        }
    }
}

extension FileOperations {
    /// Makes the entries of a folder durable.
    package func syncFolder(_ path: String) throws(FileError) {
        let descriptor = try open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, mode: 0)
        do throws(FileError) {
            try fsync(descriptor)
        } catch {
            try? close(descriptor)
            throw error
        }
        try close(descriptor)
    }

    /// A new file with these bytes, synced. The file is removed again when anything fails.
    package func writeNew(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        let descriptor = try open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode: 0o600)
        do throws(FileError) {
            try writeAll(bytes, to: descriptor)
            try fsync(descriptor)
        } catch {
            try? close(descriptor)
            try? unlink(path)
            throw error
        }
        do throws(FileError) {
            try close(descriptor)
        } catch {
            try? unlink(path)
            throw error
        }
    }

    private func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try write(rest, to: descriptor)
            guard count > 0 else { throw FileError(.write, EIO) }
            rest = rest.dropFirst(count)
        }
    }
}

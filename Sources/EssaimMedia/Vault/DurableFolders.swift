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

    /// Makes one folder in a parent that exists.
    /// - Parameter root: absolute path, without a `/` at the end.
    func make(root: String) throws(FileError) {
        let parts = root.split(separator: "/").map(String.init)
        let parent = parts.dropLast().map { "/" + $0 }.joined()
        _ = try make(parts.suffix(1), under: parent)
    }

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
                try operations.syncFolder(parent.isEmpty ? "/" : parent)
                known.insert(path)
            }
            return path
        }
    }
}

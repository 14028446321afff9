import EssaimWorkflow
import Glibc
import NIOPosix

/// A shelf that is a folder: `ab/cd/<name>`, folders 0700. A file comes in by rename, then the folder is synced, and each
/// folder above that is used for the first time. What is staged must stand on the same file system. One process owns it.
public final class FolderShelf: Shelf {
    /// Absolute path, without a `/` at the end.
    public let root: String
    let operations: any FileOperations
    let calls: BlockingCalls
    let durability = Durability()
    private let folders: DurableFolders

    /// Opens the shelf, and makes its folder when the parent exists. Blocking.
    /// - Parameter threads: where its calls block.
    public init(
        root: String, threads: NIOThreadPool = .singleton, operations: any FileOperations = SystemFileOperations()
    ) throws(VaultFault) {
        self.root = root
        self.operations = operations
        calls = BlockingCalls(threads: threads)
        folders = DurableFolders(operations)
        try durability.watching { () throws(FileError) in try folders.make(root: root) }
    }

    public func place(_ staged: String, as name: AttachmentName) async throws(VaultFault) {
        try await calls.run { [self] () throws(VaultFault) in
            try durability.check()
            try durability.watching { () throws(FileError) in
                let folder = try folders.make(name.folders, under: root)
                try operations.rename(staged, to: "\(folder)/\(name)")
                try operations.syncFolder(folder)
            }
        }
    }

    public func read(_ name: AttachmentName, _ range: Range<Int>) async throws(VaultFault) -> [UInt8] {
        try await calls.run { [self] () throws(VaultFault) in
            do throws(FileError) {
                return try operations.reading(path(of: name)) { descriptor throws(FileError) in
                    try operations.read(descriptor, range.count, at: range.lowerBound)
                }
            } catch {
                throw error == FileError(.open, ENOENT) ? .absent : error.fault
            }
        }
    }

    public func size(_ name: AttachmentName) async throws(VaultFault) -> Int {
        try await calls.run { [self] () throws(VaultFault) in
            let status = try durability.watching { () throws(FileError) in try operations.status(path(of: name)) }
            guard let status else { throw .absent }
            guard status.kind == .file else { throw .failed(call: "open", code: EINVAL) }
            return status.size
        }
    }

    @discardableResult
    public func remove(_ name: AttachmentName) async throws(VaultFault) -> Bool {
        try await calls.run { [self] () throws(VaultFault) in
            try durability.check()
            return try durability.watching { () throws(FileError) in
                do throws(FileError) {
                    try operations.unlink(path(of: name))
                } catch  where error == FileError(.unlink, ENOENT) {
                    return false
                }
                try operations.syncFolder("\(root)/\(name.folders.joined(separator: "/"))")
                return true
            }
        }
    }

    func path(of name: AttachmentName) -> String { "\(root)/\(name.folders.joined(separator: "/"))/\(name)" }
}

import EssaimDomain
import Glibc
import Synchronization

/// Files in a folder, durable before their name is given out: temporary file → fsync → rename → fsync of the folder
/// (and of each folder above that is used for the first time). Only then may a row that names the file be committed; a
/// crash in between leaves a file without a row, which `sweep` removes.
///
/// Every call blocks; run them on a thread pool. Several threads may call at once. One process owns the folder.
public final class AttachmentStore: Sendable {
    /// Absolute path, without a `/` at the end.
    public let root: String
    let operations: any FileOperations
    private let folders: DurableFolders
    private let isHalted = Mutex(false)

    /// Opens the store, and makes its folder when the parent exists. Files are 0600, folders 0700.
    public init(
        root: String, operations: any FileOperations = SystemFileOperations()
    ) throws(AttachmentFault) {
        self.root = root
        self.operations = operations
        folders = DurableFolders(operations)
        let parts = root.split(separator: "/").map(String.init)
        let parent = (root.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
        do throws(FileError) {
            _ = try folders.make(parts.suffix(1), under: parent.isEmpty ? "." : parent == "/" ? "" : parent)
        } catch {
            throw halting(error)
        }
    }

    /// Stores bytes under a new random name. On return they survive a power cut.
    public func put(_ bytes: [UInt8]) throws(AttachmentFault) -> AttachmentName {
        try checkNotHalted()
        let name = AttachmentName()
        do throws(FileError) {
            let folder = try folders.make(name.folders, under: root)
            let temporary = "\(folder)/\(name)\(Self.temporarySuffix)"
            try operations.writeNew(temporary, bytes)
            do throws(FileError) {
                try operations.rename(temporary, to: "\(folder)/\(name)")
            } catch {
                try? operations.unlink(temporary)
                throw error
            }
            try operations.syncFolder(folder)
        } catch {
            throw halting(error)
        }
        return name
    }

    /// The bytes stored under a name.
    public func read(_ name: AttachmentName) throws(AttachmentFault) -> [UInt8] {
        do throws(FileError) {
            return try FileReading.contents(of: path(of: name))
        } catch {
            throw error == FileError(.open, ENOENT) ? .notFound : error.fault
        }
    }

    /// Removes a file for good: on return its entry is gone from the disk. Returns false when there was none.
    @discardableResult
    public func remove(_ name: AttachmentName) throws(AttachmentFault) -> Bool {
        try checkNotHalted()
        do throws(FileError) {
            try operations.unlink(path(of: name))
            try operations.syncFolder("\(root)/\(name.folders.joined(separator: "/"))")
            return true
        } catch  where error == FileError(.unlink, ENOENT) {
            return false
        } catch {
            throw halting(error)
        }
    }

    /// True once an fsync has failed: nothing more is stored or removed, reads go on.
    public var isDurabilityLost: Bool { isHalted.withLock { $0 } }

    func path(of name: AttachmentName) -> String { "\(root)/\(name.folders.joined(separator: "/"))/\(name)" }

    /// What a file is called until it is whole.
    static let temporarySuffix = ".part"

    private func checkNotHalted() throws(AttachmentFault) {
        guard !isDurabilityLost else { throw .durabilityLost }
    }

    /// The fault to throw; a failed fsync, or a `close` that reports a lost write, stops the store.
    private func halting(_ error: FileError) -> AttachmentFault {
        guard error.call == .fsync || (error.call == .close && error.code == EIO) else { return error.fault }
        isHalted.withLock { $0 = true }
        return .durabilityLost
    }
}

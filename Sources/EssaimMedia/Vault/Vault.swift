import EssaimDomain
import EssaimWorkflow
import Glibc
import NIOPosix

/// Files at rest, sealed from their first byte: uploads under way in `uploads/`, files being made in `staging/`, kept ones
/// on a shelf. Nothing is written in clear, no file is whole in memory, and what a call returned for survives a power cut.
///
/// One process owns the folder. Calls that block run on threads of their own.
public final class Vault: FileVault {
    let shelf: any Shelf
    let uploads: UploadFolder
    let staging: String
    let operations: any FileOperations
    let calls: BlockingCalls
    let durability: Durability

    /// Opens the vault, and makes its folders when the parent exists. Files are 0600, folders 0700. Blocking.
    /// - Parameters:
    ///   - root: absolute path, without a `/` at the end; on the file system of the shelf, when that is a folder.
    ///   - shelf: where kept files stand.
    ///   - secret: what uploads are sealed from. Under another one, those under way begin again.
    ///   - threads: where calls block.
    ///   - onDiskFailure: called once an fsync has failed: nothing more is taken, and the process is to stop.
    public init(
        root: String, shelf: any Shelf, secret: FileKey, threads: NIOThreadPool = .singleton,
        operations: any FileOperations = SystemFileOperations(), onDiskFailure: @escaping @Sendable () -> Void = {}
    ) throws(VaultFault) {
        durability = Durability(onLost: onDiskFailure)
        self.shelf = shelf
        self.operations = operations
        calls = BlockingCalls(threads: threads)
        staging = root + "/staging"
        uploads = UploadFolder(
            folder: root + "/uploads", secret: secret, operations: operations, calls: calls, durability: durability)
        let folders = DurableFolders(operations)
        try durability.watching { () throws(FileError) in
            try folders.make(root: root)
            _ = try folders.make(["uploads"], under: root)
            _ = try folders.make(["staging"], under: root)
        }
    }

    /// True once an fsync has failed: nothing more is taken, reads go on, and the process is to stop.
    public var isDurabilityLost: Bool { durability.isLost }

    public func received(of upload: Upload) async throws -> Int { try await uploads.received(of: upload) }

    /// - Throws: `.wrongOffset` as well when the same upload is being received already; `.absent` when it was dropped
    ///   meanwhile.
    public func receive(_ bytes: ByteStream, of upload: Upload, at offset: Int, total: Int?) async throws -> Int {
        try await uploads.receive(bytes, of: upload, at: offset, total: total)
    }

    /// - Throws: `.absent` when nothing of it is there, `.wrongOffset` when it is not whole.
    public func contents(of upload: Upload) async throws -> ByteStream { try await uploads.contents(of: upload) }

    public func drop(_ upload: Upload) async throws { try await uploads.drop(upload) }

    public func newFile(under key: FileKey) async throws -> any FileWriting {
        try durability.check()
        let name = AttachmentName()
        let writer = try await blocking { [staging, operations] () throws(FileError) in
            try SealedWriter(
                "\(staging)/\(name)", flags: O_CREAT | O_EXCL, seal: ChunkSeal(key: key, name: name.text),
                operations: operations)
        }
        return NewFile(name, writer: writer, vault: self)
    }

    /// A range is cut at the end of the file; that the end is the end is checked whenever the range reaches it.
    public func contents(of name: String, under key: FileKey, _ range: Range<Int>) async throws -> ByteStream {
        guard let name = AttachmentName(name) else { throw VaultFault.absent }
        let length = try await shelf.size(name)
        let seal = ChunkSeal(key: key, name: name.text)
        let reader = SealedReader(seal: seal, sealedLength: length) { [shelf] range throws(VaultFault) in
            try await shelf.read(name, range)
        }
        return try await reader.stream(range)
    }

    public func remove(_ name: String) async throws {
        try durability.check()
        guard let name = AttachmentName(name) else { return }
        do throws(VaultFault) {
            try await shelf.remove(name)
        } catch {
            throw durability.heeding(error)
        }
    }

    /// Puts a staged file on the shelf.
    func place(_ staged: String, as name: AttachmentName) async throws(VaultFault) {
        do throws(VaultFault) {
            try await shelf.place(staged, as: name)
        } catch {
            throw durability.heeding(error)
        }
    }

    /// Calls that block, with what their failure means.
    func blocking<Value: Sendable>(
        _ body: @escaping @Sendable () throws(FileError) -> Value
    ) async throws(VaultFault) -> Value {
        try await calls.run { [durability] () throws(VaultFault) in try durability.watching(body) }
    }

    /// Closes a staged file and removes what is left of it.
    func clear(_ writer: SealedWriter) async {
        try? await blocking { [operations] () throws(FileError) in
            try? writer.close()
            try operations.unlink(writer.path)
        }
    }
}

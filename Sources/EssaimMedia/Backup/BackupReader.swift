import Crypto
import EssaimWorkflow
import Glibc

/// Reads a backup from its head to its end, each chunk authenticated before anything of it is given out. Blocking.
public final class BackupReader {
    public let header: BackupHeader
    public let path: String
    public let byteCount: Int
    private let operations: any FileOperations
    private let descriptor: Int32
    private let seal: ChunkSeal
    /// Where the last chunk ends.
    private let sealedEnd: Int
    private var offset: Int
    private var chunks = 0
    private var opened: [UInt8] = []
    private var hash = SHA256()
    /// SHA-256 of the frames given out, but the last one.
    public private(set) var digestBefore: [UInt8] = []

    /// The head of a backup, which needs no key.
    public static func header(
        of path: String, operations: any FileOperations = SystemFileOperations()
    ) throws(BackupFault) -> BackupHeader {
        let start = try calling(path) { () throws(FileError) in
            try operations.reading(path) { descriptor throws(FileError) in
                try operations.read(descriptor, BackupHeader.longest, at: 0)
            }
        }
        return try BackupHeader.read(start).header
    }

    /// - Throws: `.notABackup`, `.cut`, `.altered`, `.laterFormat`, `.missingMaster`, `.wrongMaster`, `.failed`.
    public init(
        _ path: String, masters: any MasterKeys, operations: any FileOperations = SystemFileOperations()
    ) throws(BackupFault) {
        let byteCount = try Self.calling(path) { () throws(FileError) in try operations.status(path) }?.size ?? 0
        let descriptor = try Self.calling(path) { () throws(FileError) in
            try operations.open(path, O_RDONLY | O_CLOEXEC, mode: 0)
        }
        let begun: (header: BackupHeader, length: Int, key: FileKey)
        do throws(BackupFault) {
            begun = try Self.begin(path, descriptor, byteCount, masters, operations)
        } catch {
            try? operations.close(descriptor)
            throw error
        }
        self.path = path
        self.operations = operations
        self.byteCount = byteCount
        self.descriptor = descriptor
        header = begun.header
        seal = begun.header.seal(begun.key)
        offset = begun.length
        sealedEnd = byteCount - BackupFrame.end.count
    }

    private static func begin(
        _ path: String, _ descriptor: Int32, _ byteCount: Int, _ masters: any MasterKeys,
        _ operations: any FileOperations
    ) throws(BackupFault) -> (header: BackupHeader, length: Int, key: FileKey) {
        let start = try calling(path) { () throws(FileError) in
            try operations.read(descriptor, BackupHeader.longest, at: 0)
        }
        let (header, length) = try BackupHeader.read(start)
        guard masters.known.contains(header.master) else { throw .missingMaster(id: header.master) }
        let key: FileKey
        do throws(VaultFault) {
            key = try masters.opening(header.sealedKey, by: header.master, for: BackupHeader.use)
        } catch {
            throw .wrongMaster(id: header.master)
        }
        let mark = BackupFrame.end
        guard byteCount - mark.count > length else { throw .cut }
        let found = try calling(path) { () throws(FileError) in
            try operations.read(descriptor, mark.count, at: byteCount - mark.count)
        }
        guard found == mark else { throw .cut }
        return (header, length, key)
    }

    deinit { try? operations.close(descriptor) }

    /// Bytes read so far.
    public var position: Int { offset }

    /// The next frame; nil after the trailer.
    /// - Throws: `.altered` with the place of the chunk, `.inconsistent`, `.failed`.
    public func next() throws(BackupFault) -> BackupFrame? {
        if opened.isEmpty, offset == sealedEnd, chunks > 0 { return nil }
        try fill(BackupFrame.head)
        let length = opened[1..<BackupFrame.head].reduce(0) { $0 << 8 | UInt64($1) }
        guard let kind = BackupFrame.Kind(rawValue: opened[0]), length <= UInt64(BackupFrame.longest) else {
            throw .inconsistent("une section d’un genre inconnu")
        }
        let whole = BackupFrame.head + Int(length)
        try fill(whole)
        digestBefore = Array(hash.finalize())
        hash.update(data: opened[..<whole])
        let frame = BackupFrame(kind, Array(opened[BackupFrame.head..<whole]))
        opened.removeFirst(whole)
        return frame
    }

    /// Opens chunks until so many bytes are there.
    private func fill(_ count: Int) throws(BackupFault) {
        while opened.count < count {
            let length = min(SealedFormat.sealedChunk, sealedEnd - offset)
            guard length > 0 else { throw .inconsistent("une section sans fin") }
            let (descriptor, place, operations) = (descriptor, offset, operations)
            let sealed = try Self.calling(path) { () throws(FileError) in
                try operations.read(descriptor, length, at: place)
            }
            do throws(VaultFault) {
                opened += try seal.open(sealed[...], index: chunks, isLast: offset + length == sealedEnd)
            } catch {
                throw .altered(at: offset)
            }
            offset += length
            chunks += 1
        }
    }

    private static func calling<Value>(
        _ path: String, _ body: () throws(FileError) -> Value
    ) throws(BackupFault) -> Value {
        do throws(FileError) {
            return try body()
        } catch {
            throw BackupFault(error, at: path)
        }
    }
}

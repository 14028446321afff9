import EssaimWorkflow
import Glibc

/// How much of an upload is durable.
struct UploadStanding: Sendable, Equatable {
    /// Whole chunks in the file.
    let chunks: Int
    /// Plain bytes.
    let durable: Int
    /// The last chunk is there.
    let isWhole: Bool

    static let nothing = UploadStanding(chunks: 0)

    /// Whole chunks, and more to come.
    init(chunks: Int) {
        self.chunks = chunks
        durable = chunks * SealedFormat.chunk
        isWhole = false
    }

    /// All of it.
    init(whole plain: Int) {
        chunks = SealedFormat.chunks(of: plain)
        durable = plain
        isWhole = true
    }

    /// Whether a file of that length may begin with this. Whole chunks that are not the last announce at least one byte
    /// more: a sender who then says that there is none said something else before.
    /// - Parameter total: nil when it is not known; then at most `limit`.
    func fits(_ total: Int?, limit: Int) -> Bool {
        guard chunks > 0 else { return true }
        return isWhole ? durable == total ?? durable && durable <= limit : durable < limit
    }

    /// How long the file is.
    var sealedLength: Int {
        if isWhole { return SealedFormat.sealedLength(of: durable) }
        return chunks == 0 ? 0 : SealedFormat.offset(of: chunks)
    }

    /// Reads a file to its last good chunk, and makes it durable up to there. Blocking.
    ///
    /// After a power cut the length of a file says nothing: any chunk after the last fsync may be there, torn, or other
    /// bytes. So each is opened. After a kill they are all there, and not yet on the disk: so they are synced before
    /// anybody is told.
    static func examining(
        _ place: UploadPlace, folder: String, operations: any FileOperations
    ) throws(FileError) -> UploadStanding {
        guard let status = try operations.status(place.path) else { return .nothing }
        return try operations.reading(place.path) { descriptor throws(FileError) in
            let found = try reading(descriptor, length: status.size, seal: place.seal, operations)
            if found.chunks > 0 {
                try operations.fsync(descriptor)
                try operations.syncFolder(folder)
            }
            return found
        }
    }

    private static func reading(
        _ descriptor: Int32, length: Int, seal: ChunkSeal, _ operations: any FileOperations
    ) throws(FileError) -> UploadStanding {
        guard try operations.read(descriptor, SealedFormat.header.count, at: 0) == SealedFormat.header else {
            return .nothing
        }
        var chunks = 0
        while true {
            let offset = SealedFormat.offset(of: chunks)
            let sealed = try operations.read(descriptor, SealedFormat.sealedChunk, at: offset)
            if let plain = try? seal.open(sealed[...], index: chunks, isLast: true), offset + sealed.count == length,
                chunks == 0 || !plain.isEmpty
            {
                return UploadStanding(whole: chunks * SealedFormat.chunk + plain.count)
            }
            guard sealed.count == SealedFormat.sealedChunk,
                (try? seal.open(sealed[...], index: chunks, isLast: false)) != nil
            else { return UploadStanding(chunks: chunks) }
            chunks += 1
        }
    }
}

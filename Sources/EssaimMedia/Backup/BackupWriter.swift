import Crypto
import EssaimWorkflow
import Glibc
import Synchronization

/// Writes a backup under a temporary name; `finish` gives it its own. Blocking; one writer at a time.
///
/// After the head come the frames, cut into chunks of 64 KiB that are sealed as a file's are (`SealedFormat`), then the end
/// mark.
public final class BackupWriter: Sendable {
    private struct State {
        var descriptor: Int32?
        var waiting: [UInt8] = []
        var chunks = 0
        var digest = SHA256()
        var written = 0
    }

    public let path: String
    private let seal: ChunkSeal
    private let operations: any FileOperations
    private let state: Mutex<State>

    /// - Parameter path: of the whole file; it is written beside, as `<path>.part`, which must not be there.
    public init(
        _ path: String, _ header: BackupHeader, key: FileKey, operations: any FileOperations = SystemFileOperations()
    ) throws(BackupFault) {
        self.path = path
        self.operations = operations
        seal = header.seal(key)
        let part = path + ".part"
        let descriptor: Int32
        do throws(FileError) {
            descriptor = try operations.open(
                part, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode: 0o600)
        } catch {
            throw BackupFault(error, at: part)
        }
        state = Mutex(State(descriptor: descriptor))
        do throws(BackupFault) {
            try put(header.bytes)
        } catch {
            abandon()
            throw error
        }
    }

    deinit { abandon() }

    /// Bytes on the disk so far.
    public var byteCount: Int { state.withLock { $0.written } }

    /// Adds a frame.
    public func add(_ frame: BackupFrame) throws(BackupFault) {
        let bytes = frame.bytes
        var whole: [[UInt8]] = []
        do throws(FileError) {
            whole = try state.withLock { state throws(FileError) in
                state.digest.update(data: bytes)
                state.waiting += bytes
                var sealed: [[UInt8]] = []
                var start = 0
                // One chunk stays: it may be the last.
                while state.waiting.count - start > SealedFormat.chunk {
                    let chunk = state.waiting[start..<start + SealedFormat.chunk]
                    sealed.append(try seal.seal(chunk, index: state.chunks, isLast: false))
                    state.chunks += 1
                    start += SealedFormat.chunk
                }
                state.waiting.removeFirst(start)
                return sealed
            }
        } catch {
            throw BackupFault(error, at: path)
        }
        for chunk in whole { try put(chunk) }
    }

    /// SHA-256 of every frame so far: what the trailer says.
    public var digest: [UInt8] { state.withLock { Array($0.digest.finalize()) } }

    /// Makes the file durable under its own name. It is whole then, or it is not there.
    public func finish() throws(BackupFault) {
        do throws(FileError) {
            let last = try state.withLock { state throws(FileError) in
                try seal.seal(state.waiting[...], index: state.chunks, isLast: true)
            }
            try write(last + BackupFrame.end)
            let descriptor = state.withLock { state in
                defer { state.descriptor = nil }
                return state.descriptor
            }
            guard let descriptor else { throw FileError(.write, EBADF) }
            do throws(FileError) {
                try operations.fsync(descriptor)
            } catch {
                try? operations.close(descriptor)
                throw error
            }
            try operations.close(descriptor)
            try operations.rename(path + ".part", to: path)
            try operations.syncFolder(path.folder)
        } catch {
            try? operations.unlink(path + ".part")
            throw BackupFault(error, at: path)
        }
    }

    /// Gives it up; nothing of it is left.
    public func abandon() {
        let descriptor = state.withLock { state in
            defer { state.descriptor = nil }
            return state.descriptor
        }
        guard let descriptor else { return }
        try? operations.close(descriptor)
        try? operations.unlink(path + ".part")
    }

    private func put(_ bytes: [UInt8]) throws(BackupFault) {
        do throws(FileError) {
            try write(bytes)
        } catch {
            throw BackupFault(error, at: path)
        }
    }

    private func write(_ bytes: [UInt8]) throws(FileError) {
        guard let descriptor = state.withLock({ $0.descriptor }) else { throw FileError(.write, EBADF) }
        try operations.writeAll(bytes, to: descriptor)
        state.withLock { $0.written += bytes.count }
    }
}

extension String {
    /// What stands before the last `/`.
    var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "." }
}

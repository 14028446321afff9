import Glibc
import Synchronization

/// A sealed file that grows at its end, chunk by chunk. Blocking; one writer at a time.
final class SealedWriter: Sendable {
    private struct State {
        var descriptor: Int32?
        var chunks: Int
        /// Bytes after the last whole chunk, of a write that failed.
        var isTorn = false
        var isSynced = true
    }

    let path: String
    private let seal: ChunkSeal
    private let operations: any FileOperations
    private let state: Mutex<State>

    /// Opens a file that holds whole chunks, none of them the last.
    /// - Parameters:
    ///   - chunks: how many; what stands after them is cut off.
    ///   - flags: `O_CREAT` for one that may be absent, `O_EXCL` for one that must be.
    init(
        _ path: String, flags: Int32, seal: ChunkSeal, chunks: Int = 0, operations: any FileOperations
    ) throws(FileError) {
        self.path = path
        self.seal = seal
        self.operations = operations
        let descriptor = try operations.open(
            path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | flags, mode: 0o600)
        state = Mutex(State(descriptor: descriptor, chunks: chunks))
    }

    deinit {
        if let descriptor = state.withLock({ $0.descriptor }) { try? operations.close(descriptor) }
    }

    /// Whole chunks in the file.
    var chunks: Int { state.withLock { $0.chunks } }

    /// Writes the next chunk. When it fails, part of it may stand in the file, and nothing is written behind it, until
    /// `cut`.
    func append(_ plain: ArraySlice<UInt8>, isLast: Bool) throws(FileError) {
        try state.withLock { state throws(FileError) in
            let descriptor = try Self.open(state)
            guard !state.isTorn else { throw FileError(.write, EBADF) }
            var sealed = try seal.seal(plain, index: state.chunks, isLast: isLast)
            if state.chunks == 0 { sealed = SealedFormat.header + sealed }
            (state.isTorn, state.isSynced) = (true, false)
            try operations.writeAll(sealed, to: descriptor)
            state.chunks += 1
            state.isTorn = false
        }
    }

    /// Cuts off what stands after the whole chunks.
    func cut() throws(FileError) {
        try state.withLock { state throws(FileError) in
            let length = state.chunks == 0 ? 0 : SealedFormat.offset(of: state.chunks)
            state.isSynced = false
            try operations.truncate(try Self.open(state), to: length)
            state.isTorn = false
        }
    }

    /// Makes the whole chunks durable, after cutting off what a failed write left; nothing when they are.
    func sync() throws(FileError) {
        if state.withLock({ $0.isTorn }) { try cut() }
        try state.withLock { state throws(FileError) in
            guard !state.isSynced else { return }
            try operations.fsync(try Self.open(state))
            state.isSynced = true
        }
    }

    func close() throws(FileError) {
        let descriptor = state.withLock { state in
            defer { state.descriptor = nil }
            return state.descriptor
        }
        if let descriptor { try operations.close(descriptor) }
    }

    private static func open(_ state: State) throws(FileError) -> Int32 {
        guard let descriptor = state.descriptor else { throw FileError(.write, EBADF) }
        return descriptor
    }
}

import EssaimWorkflow

/// Cuts what comes into chunks, and has them written a few at a time: that much of an upload is in memory, whatever its
/// length. The chunk that completes the upload waits for the end: one byte more and it was not the last.
struct UploadIntake {
    private let writer: SealedWriter
    private let calls: BlockingCalls
    private let durability: Durability
    /// Nil: the upload ends where the bytes do.
    private let total: Int?
    /// What came and is not written.
    private var buffer: [UInt8] = []
    /// A write failed: what is at hand cannot be written behind it.
    private var isBroken = false
    /// All its plain bytes, once the upload is there to its last one.
    private(set) var whole: Int?

    /// - Parameter total: plain bytes of the whole upload; nil when nobody knows yet.
    init(writer: SealedWriter, calls: BlockingCalls, durability: Durability, total: Int?) {
        self.writer = writer
        self.calls = calls
        self.durability = durability
        self.total = total
    }

    private var written: Int { writer.chunks * SealedFormat.chunk }

    /// - Throws: `.tooLong`, the writer's faults; what the stream throws, after the whole chunks that came were written.
    mutating func take(_ bytes: ByteStream) async throws {
        do {
            for try await piece in bytes {
                let limit = total ?? Upload.limit
                guard piece.count <= limit - written - buffer.count else { throw VaultFault.tooLong(limit: limit) }
                var rest = piece[...]
                while !rest.isEmpty {
                    let part = rest.prefix(SealedFormat.window * SealedFormat.chunk - buffer.count)
                    buffer.append(contentsOf: part)
                    rest = rest.dropFirst(part.count)
                    if buffer.count == SealedFormat.window * SealedFormat.chunk { try await flush() }
                }
            }
        } catch {
            try await flush()
            throw error
        }
        try await flush()
        guard total == nil || written + buffer.count == total else { return }
        // The last chunk is empty in an empty file only: what stands is not made whole by nothing.
        guard !buffer.isEmpty || written == 0 else { return }
        let last = buffer
        let end = written + last.count
        try await write { writer throws(FileError) in try writer.append(last[...], isLast: true) }
        whole = end
    }

    /// Writes the whole chunks at hand, but for one that would be the last.
    private mutating func flush() async throws(VaultFault) {
        var count = buffer.count / SealedFormat.chunk
        let isEnd =
            total.map { written + count * SealedFormat.chunk == $0 } ?? (count * SealedFormat.chunk == buffer.count)
        if count > 0, isEnd { count -= 1 }
        guard count > 0, !isBroken else { return }
        let chunks = buffer.prefix(count * SealedFormat.chunk)
        try await write { writer throws(FileError) in
            var rest = chunks
            while !rest.isEmpty {
                try writer.append(rest.prefix(SealedFormat.chunk), isLast: false)
                rest = rest.dropFirst(SealedFormat.chunk)
            }
        }
        buffer = Array(buffer.dropFirst(chunks.count))
    }

    private mutating func write(
        _ body: @escaping @Sendable (SealedWriter) throws(FileError) -> Void
    ) async throws(VaultFault) {
        do throws(VaultFault) {
            try await calls.run { [writer, durability] () throws(VaultFault) in
                try durability.watching { () throws(FileError) in try body(writer) }
            }
        } catch {
            isBroken = true
            throw error
        }
    }
}

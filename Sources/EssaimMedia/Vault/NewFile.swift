import EssaimWorkflow
import Glibc

/// A file being written: sealed in the staging folder, put on the shelf when it is whole. A chunk is held back until more
/// comes, for it may be the last.
actor NewFile: FileWriting {
    private enum State {
        case open(SealedWriter)
        case given(VaultFault)
        case finished
    }

    nonisolated let name: String
    private let attachment: AttachmentName
    private let vault: Vault
    private var state: State
    private var buffer: [UInt8] = []
    /// A call is under way: a second one would put its bytes in the middle.
    private var isBusy = false

    init(_ attachment: AttachmentName, writer: SealedWriter, vault: Vault) {
        name = attachment.text
        self.attachment = attachment
        self.vault = vault
        state = .open(writer)
    }

    /// - Throws: `.full`, `.failed`; from then on the same again, and nothing of the file is left. `.failed` with `EBUSY`
    ///   for a second writer.
    func write(_ bytes: [UInt8]) async throws {
        try await exclusively { writer async throws(VaultFault) in
            var rest = bytes[...]
            while !rest.isEmpty {
                let part = rest.prefix((SealedFormat.window + 1) * SealedFormat.chunk - buffer.count)
                buffer.append(contentsOf: part)
                rest = rest.dropFirst(part.count)
                let count = (buffer.count - 1) / SealedFormat.chunk
                guard count >= SealedFormat.window else { continue }
                try await seal(count, in: writer)
            }
        }
    }

    func finish() async throws {
        if case .finished = state { return }
        try await exclusively { writer async throws(VaultFault) in
            try await seal(max(0, buffer.count - 1) / SealedFormat.chunk, in: writer)
            let last = buffer
            try await vault.blocking { () throws(FileError) in
                try writer.append(last[...], isLast: true)
                try writer.sync()
                try writer.close()
            }
            try await vault.place(writer.path, as: attachment)
            await vault.clear(writer)
            state = .finished
            buffer = []
        }
    }

    func abandon() async {
        guard case .open(let writer) = state else { return }
        state = .given(.absent)
        buffer = []
        await vault.clear(writer)
    }

    private func seal(_ count: Int, in writer: SealedWriter) async throws(VaultFault) {
        guard count > 0 else { return }
        let chunks = buffer.prefix(count * SealedFormat.chunk)
        try await vault.blocking { () throws(FileError) in
            var rest = chunks
            while !rest.isEmpty {
                try writer.append(rest.prefix(SealedFormat.chunk), isLast: false)
                rest = rest.dropFirst(SealedFormat.chunk)
            }
        }
        buffer = Array(buffer.dropFirst(chunks.count))
    }

    private func exclusively(_ body: (SealedWriter) async throws(VaultFault) -> Void) async throws(VaultFault) {
        guard !isBusy else { throw .failed(call: "write", code: EBUSY) }
        let writer: SealedWriter
        switch state {
        case .open(let open): writer = open
        case .given(let fault): throw fault
        case .finished: throw .failed(call: "write", code: EBADF)
        }
        isBusy = true
        defer { isBusy = false }
        do throws(VaultFault) {
            try vault.durability.check()
            try await body(writer)
        } catch {
            state = .given(error)
            buffer = []
            await vault.clear(writer)
            throw error
        }
    }
}

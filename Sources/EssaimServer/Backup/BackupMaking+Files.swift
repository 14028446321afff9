import Crypto
import EssaimMedia
import EssaimWorkflow
import NIOPosix

extension BackupMaking {
    /// Bytes of a file that are read and sealed at a time.
    static let piece = 256 << 10

    /// The files that the copied rows name.
    /// - Returns: those that are not there though a row still names them, and how many went with their rows meanwhile.
    func copyFiles(
        _ names: [String], of source: BackupSource, to writer: BackupWriter, counting trailer: inout TrailerMark,
        _ lines: BackupLines
    ) async throws -> (missing: [String], vanished: Int) {
        let shelf = try FileRooms.shelf(configuration) { _, _ in }
        for text in names {
            if let name = AttachmentName(text), try await copy(name, of: shelf, to: writer, &trailer) {
                lines.tell(files: trailer.files, of: names.count)
            } else {
                trailer.absent.append(text)
            }
        }
        var missing: [String] = []
        for start in stride(from: 0, to: trailer.absent.count, by: 500) {
            let some = Array(trailer.absent[start..<min(start + 500, trailer.absent.count)])
            missing += try await source.store.read { try $0.storedNames(among: some) }.sorted()
        }
        return (missing, trailer.absent.count - missing.count)
    }

    /// A kept file, sealed as it stands.
    /// - Returns: false when it is not there, or went while it was read.
    private func copy(
        _ name: AttachmentName, of shelf: any Shelf, to writer: BackupWriter, _ trailer: inout TrailerMark
    ) async throws -> Bool {
        var (hash, offset) = (SHA256(), 0)
        let mark = FileMark(place: .shelf, name: name.text)
        do {
            let length = try await shelf.size(name)
            while offset < length {
                let bytes = try await shelf.read(name, offset..<min(offset + Self.piece, length))
                guard !bytes.isEmpty else { throw VaultFault.unreadable }
                hash.update(data: bytes)
                let isFirst = offset == 0
                offset += bytes.count
                try await Self.blocking {
                    if isFirst { try writer.add(try BackupFrame(.file, saying: mark)) }
                    try writer.add(BackupFrame(.bytes, bytes))
                }
            }
        } catch VaultFault.absent {
            if offset > 0 { try await close(FileEndMark(byteCount: offset, digest: [], isWhole: false), in: writer) }
            return false
        }
        let digest = Array(hash.finalize())
        try await close(FileEndMark(byteCount: offset, digest: digest, isWhole: true), in: writer)
        trailer.files += 1
        trailer.bytes += offset
        return true
    }

    /// The journal's own key, when it stands in the data folder.
    func copyJournalKey(to writer: BackupWriter, counting trailer: inout TrailerMark) async throws {
        guard let text = try JournalFolder(configuration).keyInFolder() else { return }
        let bytes = Array(text.utf8)
        try await Self.blocking {
            try writer.add(try BackupFrame(.file, saying: FileMark(place: .journal, name: "key")))
            try writer.add(BackupFrame(.bytes, bytes))
        }
        let digest = Array(SHA256.hash(data: bytes))
        try await close(FileEndMark(byteCount: bytes.count, digest: digest, isWhole: true), in: writer)
        trailer.files += 1
        trailer.bytes += bytes.count
    }

    /// A slow disk holds up no page.
    static func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(body)
    }

    private func close(_ mark: FileEndMark, in writer: BackupWriter) async throws {
        try await Self.blocking { try writer.add(try BackupFrame(.fileEnd, saying: mark)) }
    }
}

import EssaimMedia
import EssaimStorage
import EssaimWorkflow
import Foundation

/// Puts the parts of a backup where they belong, in the order in which they come.
actor RestoreTaker {
    private let engine: any MovableEngine
    private let target: ServerConfiguration
    private let shelf: any Shelf
    private let staging: String
    private var rows: CopyIn?
    private var mark: FileMark?
    private var staged: StagedFile?
    /// Of the journal's key, some hundred bytes.
    private var small: [UInt8] = []
    private var key: String?

    /// - Throws: `RestoreFault.filledBucket`, `VaultFault`.
    init(_ engine: any MovableEngine, _ target: ServerConfiguration) async throws {
        self.engine = engine
        self.target = target
        let shelf = try FileRooms.shelf(target) { _, _ in }
        guard try await shelf.names(after: nil, limit: 1).files.isEmpty else { throw RestoreFault.filledBucket }
        self.shelf = shelf
        staging = target.folder + "/attachments/staging"
        try FileManager.default.createDirectory(
            atPath: staging, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func take(_ part: BackupPart) async throws {
        switch part {
        case .shape(let bytes): rows = try await CopyIn(bytes, to: engine)
        case .rows(let table, let some):
            guard let rows else { throw BackupFault.inconsistent("des lignes avant les tables") }
            try await rows.add(some, to: table)
        case .file(let mark):
            self.mark = mark
            small = []
            staged = nil
            if mark.place == .shelf {
                guard AttachmentName(mark.name) != nil else { throw BackupFault.inconsistent("un nom de fichier") }
                staged = try StagedFile("\(staging)/\(mark.name)")
            }
        case .bytes(let bytes):
            if let staged { try staged.write(bytes) } else if small.count < 4096 { small += bytes }
        case .fileEnd(let isWhole): try await end(isWhole)
        }
    }

    private func end(_ isWhole: Bool) async throws {
        defer { (mark, staged) = (nil, nil) }
        if let staged, let name = mark.flatMap({ AttachmentName($0.name) }) {
            try staged.finish()
            if isWhole { try await shelf.place(staged.path, as: name) }
            // A shelf elsewhere leaves it.
            try? FileManager.default.removeItem(atPath: staged.path)
        } else if mark == FileMark(place: .journal, name: "key") {
            key = String(decoding: small, as: UTF8.self)
        }
    }

    /// Everything came: the rows are compared, the engine is whole.
    func finish(_ header: BackupHeader) async throws {
        guard let rows else { throw BackupFault.inconsistent("elle n’a pas de tables") }
        try JournalFolder(target).restore(key: target.journal.key == nil ? key : nil, checkpoint: header.checkpoint)
        try await rows.finish()
    }
}

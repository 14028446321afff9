import EssaimWorkflow
import Foundation
import TransparencyLog

extension JournalBook {
    /// Writes what the server publishes into a folder, for a verifier that knows nothing of Essaim: `checkpoint`, and
    /// `tile/…` as the signed size has them (c2sp.org/tlog-tiles).
    /// - Returns: how many entries.
    public func export(to folder: String) async throws -> Int {
        let files = FileManager.default
        let isThere = files.fileExists(atPath: folder)
        guard try !isThere || files.contentsOfDirectory(atPath: folder).isEmpty else {
            throw Fault(message: "le dossier \(folder) n’est pas vide : donnez-en un nouveau")
        }
        let signed = try await store.read { reader in try reader.journalHead().map { ($0.checkpoint, $0.signedSize) } }
        guard case (let checkpoint?, let size)? = signed else {
            throw Fault(message: "le journal n’a pas encore de point de contrôle signé")
        }
        for path in TilePath.all(ofSize: size) {
            let bytes = try await store.read { try JournalTiles($0)?.bytes(path) }
            guard let bytes else { throw JournalFault.damaged("la tuile \(path.text) manque") }
            let file = URL(filePath: folder).appending(path: path.text)
            try files.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(checkpoint.utf8).write(to: URL(filePath: folder).appending(path: "checkpoint"))
        return size
    }
}

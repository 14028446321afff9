import EssaimHTTP
import EssaimMedia
import EssaimWorkflow
import Foundation
import TransparencyLog

/// The journal's key and its last signature, in files for their owner alone: `journal/key`, unless the settings keep it
/// elsewhere, and `journal/checkpoint`. Outside the database, so that a database put back is seen.
struct JournalFolder: JournalKeyRoom {
    let folder: String
    let keyPath: String
    /// What the key is called: `essaim.exemple.fr/journal`.
    let name: String
    private let files = SystemFileOperations()

    init(_ configuration: ServerConfiguration) {
        folder = configuration.folder + "/journal"
        keyPath = configuration.journal.key ?? folder + "/key"
        name = configuration.origin.authority + "/journal"
    }

    /// The key cannot be read, or is none.
    struct Unreadable: Error {
        let path: String
    }

    func key() throws -> SigningKey? {
        guard let text = try text(at: keyPath) else { return nil }
        guard let key = SigningKey(text: text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Unreadable(path: keyPath)
        }
        return key
    }

    func makeKey() throws -> SigningKey? {
        guard let key = SigningKey(name: name) else { return nil }
        return try write(key, to: keyPath) ? key : nil
    }

    /// False when there is a file already.
    private func write(_ key: SigningKey, to path: String) throws -> Bool {
        try makeFolder()
        do throws(FileError) {
            try files.writeNew(path, Array((key.text + "\n").utf8))
        } catch  where error.code == EEXIST {
            return false
        }
        try files.syncFolder((path as NSString).deletingLastPathComponent)
        return true
    }

    /// The key's text, when it stands in the data folder: what a backup takes along.
    func keyInFolder() throws -> String? { keyPath == folder + "/key" ? try text(at: keyPath) : nil }

    /// Puts back what a backup holds: the key, and the head that was signed last when it was made.
    func restore(key: String?, checkpoint: String?) throws {
        try makeFolder()
        if let key { try files.writeNew(folder + "/key", Array(key.utf8)) }
        if let checkpoint { try remember(checkpoint) }
        try files.syncFolder(folder)
    }

    /// A key beside the present one, while it is being changed.
    private var pendingPath: String { keyPath + ".new" }

    func pendingKey() throws -> SigningKey? {
        try text(at: pendingPath).flatMap { SigningKey(text: $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    func writePending(_ key: SigningKey) throws {
        try? files.unlink(pendingPath)
        _ = try write(key, to: pendingPath)
    }

    /// Puts the pending key in the place of the present one, in one step.
    func replaceKey() throws {
        try files.rename(pendingPath, to: keyPath)
        try files.syncFolder((keyPath as NSString).deletingLastPathComponent)
    }

    func lastSigned() throws -> String? { try text(at: folder + "/checkpoint") }

    func remember(_ note: String) throws {
        try makeFolder()
        // Another server over the same folder may be ahead.
        if let known = try lastSigned(), Self.size(known) > Self.size(note) { return }
        let temporary = folder + "/checkpoint.\(getpid())"
        try? files.unlink(temporary)
        try files.writeNew(temporary, Array(note.utf8))
        try files.rename(temporary, to: folder + "/checkpoint")
        try files.syncFolder(folder)
    }

    private static func size(_ note: String) -> Int {
        (try? Checkpoint(body: SignedNote(text: note).body))?.size ?? 0
    }

    private func makeFolder() throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    private func text(at path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw Unreadable(path: path) }
        return text
    }
}

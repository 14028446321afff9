import Crypto
import EssaimWorkflow
import Synchronization

/// The master keys, kept in a folder of their own, 0700, outside of the data folder and of its backups; each in a file,
/// 0600. Opening and changing them blocks. Only `escrowText` ever gives a key out.
public final class MasterKeyFolder: MasterKeys, CustomStringConvertible {
    private struct Ring {
        var keys: [String: MasterKey]
        var current: MasterKey
    }

    public let folder: String
    private let files: MasterKeyFiles
    private let ring: Mutex<Ring>

    /// Opens the keys that are there.
    /// - Parameter folder: absolute path, without a `/` at the end.
    /// - Throws: `.missing`, `.openToOthers`, `.damaged`, `.noCurrent`, `.failed`.
    public init(
        opening folder: String, operations: any FileOperations = SystemFileOperations()
    ) throws(MasterKeyFault) {
        self.folder = folder
        files = MasterKeyFiles(folder: folder, operations: operations)
        let (keys, current) = try files.read()
        guard let first = keys.values.first else { throw .missing(folder: folder) }
        // A single key is the current one: the process may have died before that was written.
        if let current = current.flatMap({ keys[$0] }) ?? (keys.count == 1 ? first : nil) {
            ring = Mutex(Ring(keys: keys, current: current))
        } else {
            throw .noCurrent(folder: folder)
        }
    }

    /// Makes the first key, and the folder when its parent exists.
    /// - Throws: `.present` when there is a key already; as for opening.
    public static func create(
        _ folder: String, operations: any FileOperations = SystemFileOperations()
    ) throws(MasterKeyFault) -> MasterKeyFolder {
        let files = MasterKeyFiles(folder: folder, operations: operations)
        let found = try files.read()
        guard found.keys.isEmpty, found.current == nil else { throw .present(folder: folder) }
        try files.makeFolder()
        let key = MasterKey()
        try files.write(key)
        try files.write(current: key.id)
        return try MasterKeyFolder(opening: folder, operations: operations)
    }

    /// Puts back the keys of an escrow sheet. Keys that are there stay, and stay current; it can be done again.
    /// - Throws: `.typed`; as for opening.
    public static func restore(
        from text: String, to folder: String, operations: any FileOperations = SystemFileOperations()
    ) throws(MasterKeyFault) -> MasterKeyFolder {
        let sheet: (keys: [MasterKey], current: String)
        do throws(EscrowFault) {
            sheet = try EscrowText.keys(text)
        } catch {
            throw .typed(error)
        }
        let files = MasterKeyFiles(folder: folder, operations: operations)
        let found = try files.read()
        try files.makeFolder()
        for key in sheet.keys where found.keys[key.id] == nil { try files.write(key) }
        if found.current == nil { try files.write(current: sheet.current) }
        return try MasterKeyFolder(opening: folder, operations: operations)
    }

    public var current: String { ring.withLock { $0.current.id } }
    public var known: Set<String> { ring.withLock { Set($0.keys.keys) } }

    public func sealing(_ key: FileKey, for use: String) throws -> (master: String, sealed: [UInt8]) {
        let current = ring.withLock { $0.current }
        return (current.id, try current.key.sealing(key, for: use))
    }

    public func opening(_ sealed: [UInt8], by master: String, for use: String) throws(VaultFault) -> FileKey {
        guard let key = ring.withLock({ $0.keys[master] }) else { throw .unreadable }
        return try key.key.opening(sealed, for: use)
    }

    /// A key for another purpose, from the current one: it changes with it.
    /// - Parameter label: `uploads`.
    public func derived(_ label: String) -> FileKey {
        let current = ring.withLock { $0.current }
        return FileKey(
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: current.key.key, info: Array("essaim derived \(label)".utf8), outputByteCount: 32))
    }

    /// Makes a new key, which seals from now on; the others still open.
    /// - Returns: its id.
    public func addCurrent() throws(MasterKeyFault) -> String {
        try ring.withLock { ring throws(MasterKeyFault) in
            let key = MasterKey()
            try files.write(key)
            ring.keys[key.id] = key
            try files.write(current: key.id)
            ring.current = key
            return key.id
        }
    }

    /// Forgets a retired key for good. What is sealed under it is lost: the caller has made sure that nothing is.
    /// - Throws: `.isCurrent`, `.unknown`, `.failed`.
    public func remove(_ id: String) throws(MasterKeyFault) {
        try ring.withLock { ring throws(MasterKeyFault) in
            guard id != ring.current.id else { throw .isCurrent(id: id) }
            guard ring.keys[id] != nil else { throw .unknown(id: id) }
            try files.remove(id)
            ring.keys[id] = nil
        }
    }

    /// Every key, as a sheet to be printed and kept under seal: the only thing that gives them out.
    public var escrowText: String {
        let ring = ring.withLock { $0 }
        return EscrowText.text(ring.keys.values.sorted { $0.id < $1.id }, current: ring.current.id)
    }

    public var description: String { "MasterKeyFolder(\(folder))" }
}

import Crypto
import EssaimDomain

/// The key that seals one file, or one demand's keys: 256 random bits. Not printed, not compared, not stored in clear.
public struct FileKey: Sendable, CustomStringConvertible {
    public let key: SymmetricKey

    public init() { key = SymmetricKey(size: .bits256) }
    public init(_ key: SymmetricKey) { self.key = key }

    public var description: String { "FileKey" }

    /// Seals another key with this one, for one use only: the same bytes open nothing elsewhere.
    /// - Parameter use: what the sealed key is for, `file <name>`.
    public func sealing(_ inner: FileKey, for use: String) throws -> [UInt8] {
        let bytes = inner.key.withUnsafeBytes { Array($0) }
        let box = try AES.GCM.seal(bytes, using: key, authenticating: Array(use.utf8))
        // 12 bytes of nonce, 32 of key, 16 of tag; `combined` is there for nonces of 12 bytes.
        guard let combined = box.combined else { throw VaultFault.unreadable }
        return Array(combined)
    }

    /// - Throws: `VaultFault.unreadable` when these bytes were sealed otherwise.
    public func opening(_ sealed: [UInt8], for use: String) throws(VaultFault) -> FileKey {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return FileKey(SymmetricKey(data: try AES.GCM.open(box, using: key, authenticating: Array(use.utf8))))
        } catch {
            throw .unreadable
        }
    }
}

/// A demand's own key, sealed by a master key. Without it, no file of the demand opens: thrown away with a draft.
public struct RequestKey: Sendable, Equatable {
    public let request: Identifier<AdviceRequest>
    /// Which master key: 16 hexadecimal digits.
    public let master: String
    public let sealed: [UInt8]

    public init(request: Identifier<AdviceRequest>, master: String, sealed: [UInt8]) {
        self.request = request
        self.master = master
        self.sealed = sealed
    }

    /// What the master key seals it for.
    public static func use(_ request: Identifier<AdviceRequest>) -> String { "demand \(request.rawValue)" }
}

/// The master keys that this server holds: outside of the data folder, never in a backup. Retired ones still open.
public protocol MasterKeys: Sendable {
    /// The one that seals: 16 hexadecimal digits, which say nothing of the key.
    var current: String { get }
    /// Those that open, the current one among them.
    var known: Set<String> { get }
    func sealing(_ key: FileKey, for use: String) throws -> (master: String, sealed: [UInt8])
    /// - Throws: `VaultFault.unreadable` when the master key is not known here, or the bytes were sealed otherwise.
    func opening(_ sealed: [UInt8], by master: String, for use: String) throws(VaultFault) -> FileKey
}

public protocol RequestKeyReading {
    func key(of request: Identifier<AdviceRequest>) throws -> RequestKey?
    /// Keys sealed by another master than this one, in order of demand, from after one; for a rotation.
    func keys(notSealedBy master: String, after: Identifier<AdviceRequest>?, limit: Int) throws -> [RequestKey]
    /// The master keys under which anything is sealed.
    func mastersInUse() throws -> Set<String>
}

public protocol RequestKeyWriting {
    /// Keeps a demand's key; the one already kept stays.
    func keep(_ key: RequestKey) throws
    /// Replaces what seals a demand's key.
    func reseal(_ key: RequestKey) throws
}

extension FileKey {
    public init(bytes: [UInt8]) { self.init(SymmetricKey(data: bytes)) }

    public var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }
}

import EssaimWorkflow

/// The keys of an escrow sheet, in memory only: to open a backup before anything is written.
public struct MasterKeySheet: MasterKeys {
    private let keys: [String: MasterKey]
    public let current: String

    /// - Throws: `MasterKeyFault.typed`.
    public init(_ text: String) throws(MasterKeyFault) {
        do throws(EscrowFault) {
            let sheet = try EscrowText.keys(text)
            keys = Dictionary(uniqueKeysWithValues: sheet.keys.map { ($0.id, $0) })
            current = sheet.current
        } catch {
            throw .typed(error)
        }
    }

    public var known: Set<String> { Set(keys.keys) }

    public func sealing(_ key: FileKey, for use: String) throws -> (master: String, sealed: [UInt8]) {
        guard let master = keys[current] else { throw VaultFault.unreadable }
        return (current, try master.key.sealing(key, for: use))
    }

    public func opening(_ sealed: [UInt8], by master: String, for use: String) throws(VaultFault) -> FileKey {
        guard let key = keys[master] else { throw .unreadable }
        return try key.key.opening(sealed, for: use)
    }
}

import TransparencyLog

/// Where the journal's key stands, and what it signed last: both outside the database, whose rollback is seen by them.
public protocol JournalKeyRoom: Sendable {
    /// The key of this server; nil when it has none.
    func key() throws -> SigningKey?
    /// Makes the first key; nil when there is one already.
    func makeKey() throws -> SigningKey?
    /// The checkpoint that was signed last here, as a signed note.
    func lastSigned() throws -> String?
    /// Keeps a checkpoint before anybody sees it; durable when it returns.
    func remember(_ note: String) throws
}

import EssaimDomain

/// A numbered entry as its row stands, for who verifies it: nothing decoded, nothing believed.
public struct JournalRow: Sendable {
    public let leaf: Int
    public let at: Instant
    public let request: String?
    public let network: String?
    public let person: String?
    public let action: String
    public let outcome: String
    /// Nil once forgotten.
    public let payload: String?
    public let salt: [UInt8]?
    public let commitment: [UInt8]
    public let record: String?

    public init(
        leaf: Int, at: Instant, request: String?, network: String?, person: String?, action: String, outcome: String,
        payload: String?, salt: [UInt8]?, commitment: [UInt8], record: String?
    ) {
        self.leaf = leaf
        self.at = at
        self.request = request
        self.network = network
        self.person = person
        self.action = action
        self.outcome = outcome
        self.payload = payload
        self.salt = salt
        self.commitment = commitment
        self.record = record
    }
}

public protocol JournalRowReading {
    /// The rows numbered from `first` on, before `end`, in order.
    func journalRows(from first: Int, until end: Int) throws -> [JournalRow]
    /// Rows that bear a number that a tree of that size has not: there should be none.
    func countRows(beyond size: Int) throws -> Int
    /// Full tiles, and full bundles.
    func countTiles() throws -> (tiles: Int, bundles: Int)
    /// Rows not numbered yet.
    func countWaiting() throws -> Int
}

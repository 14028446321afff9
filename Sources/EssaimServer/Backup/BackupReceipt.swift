import EssaimDomain
import Foundation

/// What a backup came to.
public struct BackupReceipt: Sendable, Codable, Equatable {
    public let path: String
    public let at: Instant
    public let byteCount: Int
    public let rows: Int
    public let files: Int
    /// Files that a row names and that are not there: to be looked for in older backups, which stay.
    public let missing: [String]
    /// Files that went with their rows while it was made.
    public let vanished: Int
    /// Older backups that were removed.
    public let removed: [String]

    public var name: String { (path as NSString).lastPathComponent }
}

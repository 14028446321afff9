/// What the sealed part of a backup is made of, once opened: one byte of kind, eight of length, big end first, the payload.
public struct BackupFrame: Sendable, Equatable {
    public enum Kind: UInt8, Sendable {
        /// The tables and their columns: JSON.
        case shape = 1
        /// Rows of one table.
        case rows = 2
        /// A table's end, its count and digest: JSON.
        case table = 3
        /// A file's beginning: JSON.
        case file = 4
        /// Some of its bytes.
        case bytes = 5
        /// A file's end, its length and digest: JSON.
        case fileEnd = 6
        /// Counts, and the digest of all that stands before: JSON. Nothing follows.
        case trailer = 7
    }

    public let kind: Kind
    public let payload: [UInt8]

    public init(_ kind: Kind, _ payload: [UInt8]) {
        self.kind = kind
        self.payload = payload
    }

    static let head = 9
    /// A page of rows is some megabytes, a single row may be more.
    static let longest = 1 << 30
    /// After the last chunk, in clear: a file without it was cut.
    static let end: [UInt8] = Array("essaim-backup-end\n".utf8)

    var bytes: [UInt8] {
        [kind.rawValue] + withUnsafeBytes(of: UInt64(payload.count).bigEndian) { Array($0) } + payload
    }
}

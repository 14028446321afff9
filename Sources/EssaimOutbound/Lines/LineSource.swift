import Foundation

/// What a line sends: bytes at hand, or a file read as it leaves.
enum LineSource {
    case bytes([UInt8])
    case file(FileHandle)

    /// The following bytes, at most `count`; none at the end.
    /// - Parameter sent: how many went before.
    /// - Throws: what the disk says.
    func next(_ count: Int, after sent: Int) throws -> [UInt8] {
        switch self {
        case .bytes(let bytes): Array(bytes[sent..<min(bytes.count, sent + count)])
        case .file(let handle): try handle.read(upToCount: count).map { Array($0) } ?? []
        }
    }
}

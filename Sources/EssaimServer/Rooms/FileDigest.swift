import Crypto
import Foundation

/// The SHA-256 and the length of a file, read a piece at a time; it may wait for a disk.
struct FileDigest {
    let digest: [UInt8]
    let byteCount: Int

    private static let piece = 256 << 10

    /// Nil for a file that cannot be read.
    init?(of path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var hash = SHA256()
        var count = 0
        do {
            while let bytes = try file.read(upToCount: Self.piece), !bytes.isEmpty {
                hash.update(data: bytes)
                count += bytes.count
            }
        } catch {
            return nil
        }
        digest = Array(hash.finalize())
        byteCount = count
    }
}

/// A file at rest, version 1. All numbers are big-endian.
///
/// | offset | bytes | what |
/// |---|---|---|
/// | 0 | 6 | `ESSAIM` |
/// | 6 | 2 | version: 1 |
/// | 8 | 4 | plain bytes of a chunk: 65,536 |
/// | 12 | 4 | zero |
/// | 16 + 65,564 i | 12 | random nonce of chunk i, i from 0 |
/// | + 12 | n | the chunk, AES-256-GCM; n = 65,536 but for the last one, 0…65,536 |
/// | + 12 + n | 16 | tag |
///
/// Every chunk is authenticated with one byte that is 1 for the last chunk and 0 otherwise, its index i in eight bytes,
/// the text `essaim sealed file 1 `, and the name that the file stands under. So none can be cut off, put elsewhere, or
/// moved to another file, and each opens without the others. A file has at least one chunk, the last one is empty only in
/// an empty file. Nonces are random, not counted: a chunk written again after a crash never uses one twice.
enum SealedFormat {
    /// Plain bytes of a whole chunk.
    static let chunk = 65_536
    static let nonce = 12
    static let tag = 16
    /// Sealed bytes of a whole chunk.
    static let sealedChunk = nonce + chunk + tag
    static let header: [UInt8] = Array("ESSAIM".utf8) + [0, 1, 0, 1, 0, 0, 0, 0, 0, 0]

    /// How many chunks are read, sealed or written at a time: 256 KiB of memory a file.
    static let window = 4

    /// How many chunks hold so many bytes.
    static func chunks(of plain: Int) -> Int { max(1, (plain + chunk - 1) / chunk) }

    /// Where a chunk begins.
    static func offset(of index: Int) -> Int { header.count + index * sealedChunk }

    /// Sealed bytes of a whole file.
    static func sealedLength(of plain: Int) -> Int { header.count + plain + chunks(of: plain) * (nonce + tag) }

    /// Plain bytes of a whole file; nil for a length that no file has.
    static func plainLength(of sealed: Int) -> Int? {
        let chunks = (sealed - header.count + sealedChunk - 1) / sealedChunk
        let plain = sealed - header.count - chunks * (nonce + tag)
        guard sealed > header.count, plain >= 0, sealedLength(of: plain) == sealed else { return nil }
        return plain
    }
}

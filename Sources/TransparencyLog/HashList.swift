/// Hashes one after the other, 32 bytes each: what a tile holds on disk and on the wire (c2sp.org/tlog-tiles).
extension MerkleHash {
    /// The hashes in these bytes; nil if their count is no multiple of 32.
    public static func list(from bytes: [UInt8]) -> [MerkleHash]? {
        guard bytes.count.isMultiple(of: byteCount) else { return nil }
        return bytes.withUnsafeBytes { buffer in
            stride(from: 0, to: buffer.count, by: byteCount).map { offset in
                MerkleHash(unchecked: UnsafeRawBufferPointer(rebasing: buffer[offset..<(offset + byteCount)]))
            }
        }
    }

    /// The bytes of a list of hashes, in order.
    public static func bytes(of hashes: some Collection<MerkleHash>) -> [UInt8] {
        let count = hashes.count * byteCount
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            for hash in hashes {
                hash.write(to: raw, at: written)
                written += byteCount
            }
        }
    }
}

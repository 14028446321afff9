import Crypto

/// How a tree hashes: RFC 6962, section 2.1. The byte before keeps a leaf from ever passing for a node.
extension MerkleHash {
    /// The hash of an entry: SHA-256(0x00 ‖ entry). An entry in contiguous memory is copied once, to the stack if it is
    /// short.
    public static func leaf(_ entry: some Collection<UInt8>) -> MerkleHash {
        let fast = entry.withContiguousStorageIfAvailable { leaf(contiguous: UnsafeRawBufferPointer($0)) }
        if let fast { return fast }
        return Array(entry).withUnsafeBytes { leaf(contiguous: $0) }
    }

    /// The hash of two neighbours: SHA-256(0x01 ‖ left ‖ right).
    public static func node(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 16) { buffer in
            buffer[0] = 0x01
            left.write(to: buffer, at: 1)
            right.write(to: buffer, at: 1 + byteCount)
            return digest(UnsafeRawBufferPointer(buffer))
        }
    }

    /// The root of a tree without entries: SHA-256 of nothing.
    public static let empty = digest(UnsafeRawBufferPointer(start: nil, count: 0))

    private static func leaf(contiguous entry: UnsafeRawBufferPointer) -> MerkleHash {
        withUnsafeTemporaryAllocation(byteCount: 1 + entry.count, alignment: 16) { buffer in
            buffer[0] = 0x00
            UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: entry)
            return digest(UnsafeRawBufferPointer(buffer))
        }
    }

    private static func digest(_ bytes: UnsafeRawBufferPointer) -> MerkleHash {
        var sha = SHA256()
        sha.update(bufferPointer: bytes)
        return sha.finalize().withUnsafeBytes { MerkleHash(unchecked: $0) }
    }
}

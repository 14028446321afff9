import EssaimDomain
import TransparencyLog

/// The tree as it is kept, read for proofs and for whoever fetches it: full tiles from their table, partial ones cut from
/// full ones or from the head's edge. What is outside the tree is nil.
public struct JournalTiles: TileSource {
    let reader: any StoreReader
    public let head: JournalHead

    public init?(_ reader: any StoreReader) throws {
        guard let head = try reader.journalHead() else { return nil }
        self.reader = reader
        self.head = head
    }

    /// Not in the tree, or not as the tree needs it.
    public struct Missing: Error {}

    public func hashes(_ path: TilePath) throws -> [MerkleHash] {
        guard let bytes = try bytes(path) else { throw Missing() }
        guard let hashes = MerkleHash.list(from: bytes) else { throw Missing() }
        return hashes
    }

    /// The bytes of a tile or of a bundle, as `/journal/tile/…` gives them.
    public func bytes(_ path: TilePath) throws -> [UInt8]? {
        switch path.kind {
        case .hashes(let level):
            if let full = try reader.journalTile(level: level, number: path.number) {
                return full.count == 256 * 32 ? Array(full.prefix(path.width * 32)) : nil
            }
            guard path.width < 256, level < 8, path.number == (head.edge.size >> (8 * level)) >> 8 else { return nil }
            let edge = head.edge.hashes(ofLevel: level)
            return edge.count >= path.width ? MerkleHash.bytes(of: edge.prefix(path.width)) : nil
        case .entries:
            let isLast = path.number == head.edge.size >> 8
            guard let bytes = try reader.journalBundle(path.number) ?? (isLast ? head.bundle : nil),
                let entries = EntryBundle.entries(bytes), entries.count >= path.width
            else { return nil }
            return EntryBundle.bytes(Array(entries.prefix(path.width)))
        }
    }

    /// That the entry of this number stands in the tree of that size.
    public func inclusionProof(of leaf: Int, in size: Int) throws -> [MerkleHash] {
        var tree = TreeReader(size: size, source: self)
        return try tree.inclusionProof(of: leaf)
    }

    /// That the tree of that size continues the one of the old size.
    public func consistencyProof(from old: Int, to size: Int) throws -> [MerkleHash] {
        var tree = TreeReader(size: size, source: self)
        return try tree.consistencyProof(from: old)
    }
}

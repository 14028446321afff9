/// A tile that will never change: 256 hashes of one level, side by side.
///
/// Source: c2sp.org/tlog-tiles, "Merkle Tree".
public struct FullTile: Sendable, Equatable {
    /// 0 for the hashes of entries; one more for each eight levels of the tree.
    public let level: Int
    /// Which tile of that level, from 0.
    public let number: Int
    /// The 256 hashes.
    public let hashes: [MerkleHash]

    /// Where a log serves it.
    public var path: TilePath { TilePath(.hashes(level: level), number: number) }

    /// Its 8,192 bytes.
    public var bytes: [UInt8] { MerkleHash.bytes(of: hashes) }

    /// The root over the 256 hashes: one hash of the level above.
    var root: MerkleHash { PerfectTree.root(of: hashes, from: 0, count: hashes.count) }
}

/// How large a tree of ours may be, and how large its parts are.
public enum TreeSize {
    /// The largest size that a checkpoint, a path or a proof may name: 2^62 entries. Sums of sizes stay within an `Int`.
    public static let largest = 1 << 62

    /// How many hashes a full tile holds (c2sp.org/tlog-tiles): a tile stands for a subtree of height eight.
    public static let tileWidth = 256

    /// The height of a tile.
    static let tileHeight = 8

    /// A proof over a tree of at most 2^62 entries never needs more hashes (c2sp.org/tlog-witness).
    static let longestProof = 63

    /// How many hashes the level holds in a tree of that size, over all of its tiles: size / 256^level.
    static func hashes(atLevel level: Int, ofSize size: Int) -> Int {
        size >> (tileHeight * level)
    }
}

/// The right edge of a log: the partial tile of each level. It is all that must be known to append and to tell the root.
public struct TreeEdge: Sendable, Equatable {
    /// How many entries the tree has.
    public private(set) var size: Int
    /// The partial tile of each level, level 0 first; a level without one has an empty list or none.
    private var tiles: [[MerkleHash]]

    /// The edge of a tree without entries.
    public init() {
        size = 0
        tiles = []
    }

    /// An edge as ``bytes`` stored it. Nil unless the number of hashes follows from the size: at level *l* there are
    /// (size / 256^l) mod 256. What the hashes are is for the caller to compare with a signed root.
    public init?(size: Int, bytes: [UInt8]) {
        guard (0...TreeSize.largest).contains(size), let hashes = MerkleHash.list(from: bytes) else { return nil }
        let widths = Self.widths(ofSize: size)
        guard widths.reduce(0, +) == hashes.count else { return nil }
        self.size = size
        var rest = hashes[...]
        tiles = widths.map { width in
            defer { rest = rest.dropFirst(width) }
            return Array(rest.prefix(width))
        }
    }

    /// The partial tiles, level 0 first, 32 bytes a hash.
    public var bytes: [UInt8] { MerkleHash.bytes(of: tiles.flatMap { $0 }) }

    /// The partial tile at that level; empty where the tree has none.
    public func hashes(ofLevel level: Int) -> [MerkleHash] {
        tiles.indices.contains(level) ? tiles[level] : []
    }

    /// Adds an entry's hash, and returns the tiles that it completes, lowest level first: none for 255 entries in 256.
    public mutating func append(_ leaf: MerkleHash) -> [FullTile] {
        size += 1
        var completed: [FullTile] = []
        var carried = leaf
        var level = 0
        while let tile = push(carried, at: level) {
            completed.append(tile)
            carried = tile.root
            level += 1
        }
        return completed
    }

    /// Puts a hash at the end of a level; returns the tile if that fills it, and leaves the level empty.
    private mutating func push(_ hash: MerkleHash, at level: Int) -> FullTile? {
        if level == tiles.count { tiles.append([]) }
        if tiles[level].isEmpty { tiles[level].reserveCapacity(TreeSize.tileWidth) }
        tiles[level].append(hash)
        guard tiles[level].count == TreeSize.tileWidth else { return nil }
        let number = TreeSize.hashes(atLevel: level + 1, ofSize: size) - 1
        let tile = FullTile(level: level, number: number, hashes: tiles[level])
        tiles[level] = []
        return tile
    }

    /// How many hashes each level's partial tile holds.
    private static func widths(ofSize size: Int) -> [Int] {
        var widths: [Int] = []
        while case let hashes = TreeSize.hashes(atLevel: widths.count, ofSize: size), hashes > 0 {
            widths.append(hashes % TreeSize.tileWidth)
        }
        return widths
    }
}

extension TreeEdge {
    /// The root of the tree: the perfect subtrees of the edge, joined from the smallest, which stands rightmost.
    ///
    /// At most 255 hashes a level are computed; ask for it once a batch, not once an entry.
    public var root: MerkleHash {
        var root: MerkleHash?
        for tile in tiles {
            for subtree in Self.perfectSubtrees(of: tile) {
                root = root.map { .node(subtree, $0) } ?? subtree
            }
        }
        return root ?? .empty
    }

    /// The roots of the perfect subtrees of a partial tile, from right to left: one for each bit of its width.
    private static func perfectSubtrees(of tile: [MerkleHash]) -> [MerkleHash] {
        var roots: [MerkleHash] = []
        var end = tile.count
        while end > 0 {
            let count = end & -end
            roots.append(PerfectTree.root(of: tile, from: end - count, count: count))
            end -= count
        }
        return roots
    }
}

/// Where a reader gets tiles from: a database, a folder, a server.
public protocol TileSource {
    /// The hashes of a tile: exactly as many as the path's width.
    func hashes(_ path: TilePath) throws -> [MerkleHash]
}

/// Why a tree could not be read. What the source throws passes as it is.
public enum TreeFault: Error, Equatable {
    /// There is no such entry, or no such older size, in a tree of that size.
    case outsideTree
    /// The source gave another number of hashes than the path's width.
    case wrongWidth(TilePath)
}

/// Computes the root and proofs of a tree of a given size from its tiles.
///
/// It believes its source: compare ``root()`` with a signed checkpoint, or check a proof with ``MerkleProof``. It keeps
/// the tiles that it has read, up to 1,024 (8 MB).
public struct TreeReader<Source: TileSource> {
    /// How many entries the tree has.
    public let size: Int
    private let source: Source
    private var cache: [TilePath: [MerkleHash]] = [:]

    /// A reader of the tree with the first `size` entries; the size is not negative.
    public init(size: Int, source: Source) {
        precondition(size >= 0, "A tree's size is not negative")
        self.size = size
        self.source = source
    }

    /// The root of the tree; that of the empty tree for size 0.
    public mutating func root() throws -> MerkleHash {
        size == 0 ? .empty : try hash(of: 0..<size)
    }

    /// The hash over a run of entries, as the recursion of RFC 6962 cuts them: it starts at a multiple of the next
    /// power of two and is not empty.
    mutating func hash(of entries: Range<Int>) throws -> MerkleHash {
        let count = entries.count
        if count & (count - 1) == 0 { return try perfect(entries) }
        let middle = entries.lowerBound + Self.split(count)
        let left = try perfect(entries.lowerBound..<middle)
        return .node(left, try hash(of: middle..<entries.upperBound))
    }

    /// The largest power of two below the count, which is at least two: where RFC 6962 cuts a tree.
    static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }

    /// The hash over a power of two of entries: it lies in one tile, or follows from neighbours in one tile.
    private mutating func perfect(_ entries: Range<Int>) throws -> MerkleHash {
        let height = entries.count.trailingZeroBitCount
        let level = height / TreeSize.tileHeight
        let first = entries.lowerBound >> (TreeSize.tileHeight * level)
        let hashes = try tile(level: level, number: first / TreeSize.tileWidth)
        let count = 1 << (height % TreeSize.tileHeight)
        return PerfectTree.root(of: hashes, from: first % TreeSize.tileWidth, count: count)
    }

    /// A tile of this tree, as wide as the size makes it.
    private mutating func tile(level: Int, number: Int) throws -> [MerkleHash] {
        let before = number * TreeSize.tileWidth
        let width = min(TreeSize.tileWidth, TreeSize.hashes(atLevel: level, ofSize: size) - before)
        let path = TilePath(.hashes(level: level), number: number, width: width)
        if let known = cache[path] { return known }
        let hashes = try source.hashes(path)
        guard hashes.count == width else { throw TreeFault.wrongWidth(path) }
        if cache.count >= 1024 { cache.removeAll(keepingCapacity: true) }
        cache[path] = hashes
        return hashes
    }
}

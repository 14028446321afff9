import Testing
import TransparencyLog

@Suite struct TreeEdgeTests {
    @Test func `at every size to 700 the edge has the root of the definition, and survives being stored`() throws {
        let leaves = NaiveTree.leaves(700)
        var edge = TreeEdge()
        for size in 0...700 {
            let root = NaiveTree.root(leaves.prefix(size))
            #expect(edge.size == size)
            #expect(edge.root == root)
            let restored = try #require(TreeEdge(size: size, bytes: edge.bytes))
            #expect(restored.root == root)
            #expect(restored.bytes == edge.bytes)
            // A restored edge goes on as the other does.
            var (one, other) = (edge, restored)
            let next = MerkleHash.leaf([UInt8(truncatingIfNeeded: size)])
            #expect(one.append(next) == other.append(next))
            #expect(one.root == other.root)
            if size < 700 { _ = edge.append(leaves[size]) }
        }
    }

    @Test func `a tile is handed out when its 256th hash comes, and the level above gets its root`() {
        var edge = TreeEdge()
        var completed: [Int: [FullTile]] = [:]
        let leaves = NaiveTree.leaves(700)
        for (index, leaf) in leaves.enumerated() {
            let tiles = edge.append(leaf)
            if !tiles.isEmpty { completed[index] = tiles }
        }
        #expect(completed.keys.sorted() == [255, 511])
        #expect(completed[255]?.map(\.path.text) == ["tile/0/000"])
        #expect(completed[255]?.first?.hashes == Array(leaves[..<256]))
        #expect(completed[511]?.map(\.path.text) == ["tile/0/001"])
        #expect(edge.hashes(ofLevel: 0) == Array(leaves[512...]))
        #expect(edge.hashes(ofLevel: 1) == [NaiveTree.root(leaves[..<256]), NaiveTree.root(leaves[256..<512])])
        #expect(edge.hashes(ofLevel: 2).isEmpty)
        #expect(edge.hashes(ofLevel: -1).isEmpty)
    }

    @Test func `the entry 65,536 completes a tile on two levels at once, lowest first`() throws {
        let hash = MerkleHash.leaf([1])
        let stored = Array(repeating: hash, count: 2 * 255)
        var edge = try #require(TreeEdge(size: 65_535, bytes: MerkleHash.bytes(of: stored)))
        let tiles = edge.append(hash)
        #expect(tiles.map(\.path.text) == ["tile/0/255", "tile/1/000"])
        #expect(tiles.map(\.hashes.count) == [256, 256])
        #expect(edge.hashes(ofLevel: 0).isEmpty)
        #expect(edge.hashes(ofLevel: 1).isEmpty)
        #expect(edge.hashes(ofLevel: 2).count == 1)
        #expect(edge.bytes.count == 32)
        #expect(edge.root == NaiveTree.root(tiles[1].hashes[...]))
    }

    @Test(arguments: [
        (0, 0, true), (0, 32, false), (1, 32, true), (1, 0, false), (1, 31, false), (1, 33, false), (1, 64, false),
        (255, 255 * 32, true), (256, 32, true), (256, 256 * 32, false), (257, 64, true), (700, 190 * 32, true),
        (65_536, 32, true), (-1, 0, false), (1 << 62, 64 * 32, true), (1 << 62, 32, false), (.max, 32, false),
        (.min, 0, false),
    ])
    func `an edge is restored only with as many hashes as its size makes`(size: Int, count: Int, restored: Bool) {
        #expect((TreeEdge(size: size, bytes: Array(repeating: 7, count: count)) != nil) == restored)
    }

    @Test func `hashes are 32 bytes and read back from base64 in one spelling only`() {
        let hash = MerkleHash.leaf([1, 2, 3])
        #expect(MerkleHash(hash.bytes) == hash)
        #expect(MerkleHash(hash.bytes.dropLast()) == nil)
        #expect(MerkleHash(hash.bytes + [0]) == nil)
        #expect(MerkleHash(base64: hash.base64) == hash)
        #expect(MerkleHash(base64: hash.base64 + "\n") == nil)
        #expect(MerkleHash(base64: String(hash.base64.dropLast())) == nil)
        #expect(MerkleHash(base64: "") == nil)
        // Zero in 43 letters, then with a bit set beyond the last byte, then padded wrongly.
        let zero = String(repeating: "A", count: 43)
        #expect(MerkleHash(base64: zero + "=")?.bytes == Array(repeating: 0, count: 32))
        #expect(MerkleHash(base64: zero.dropLast() + "B=") == nil)
        #expect(MerkleHash(base64: zero + "A") == nil)
        #expect(MerkleHash(base64: zero.dropLast() + "==") == nil)
        #expect(MerkleHash(base64: zero.dropLast() + "-=") == nil)
    }
}

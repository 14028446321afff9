import Testing
import TransparencyLog

@Suite struct ProofTests {
    private static let count = 700
    private static let log = LogFolder(entries: (0..<count).map { Array("entry \($0)".utf8) })
    private static let leaves = NaiveTree.leaves(count)

    @Test func `tiles give the root of the definition at every size that they serve`() throws {
        for size in [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 600, 699, 700] {
            let log = LogFolder(entries: (0..<size).map { Array("entry \($0)".utf8) })
            var reader = TreeReader(size: size, source: log)
            #expect(try reader.root() == NaiveTree.root(Self.leaves.prefix(size)))
        }
    }

    @Test func `to size 40 every proof is the one of the definition and holds`() throws {
        for size in 0...40 {
            let leaves = Self.leaves.prefix(size)
            let root = NaiveTree.root(leaves)
            var reader = TreeReader(size: size, source: Prefix(size: size))
            for index in 0..<size { try checkInclusion(of: index, leaves, root, &reader) }
            for old in 0...size { try checkConsistency(from: old, leaves, root, &reader) }
        }
    }

    @Test func `beyond, at every size to 700, sampled proofs are those of the definition and hold`() throws {
        var random = SplitMix(seed: 6962)
        for size in 41...Self.count {
            let leaves = Self.leaves.prefix(size)
            let root = NaiveTree.root(leaves)
            var reader = TreeReader(size: size, source: Prefix(size: size))
            try checkInclusion(of: .random(in: 0..<size, using: &random), leaves, root, &reader)
            try checkConsistency(from: .random(in: 1...size, using: &random), leaves, root, &reader)
        }
        for index in 0..<Self.count {
            var reader = TreeReader(size: Self.count, source: Self.log)
            let proof = try reader.inclusionProof(of: index)
            let root = try reader.root()
            #expect(MerkleProof.includes(Self.leaves[index], at: index, in: Self.count, root: root, proof: proof))
        }
    }

    @Test func `there is no proof for what is outside the tree`() throws {
        var reader = TreeReader(size: 700, source: Self.log)
        for index in [-1, 700, .max, .min] {
            #expect(throws: TreeFault.outsideTree) { try reader.inclusionProof(of: index) }
        }
        for old in [-1, 701, .max, .min] {
            #expect(throws: TreeFault.outsideTree) { try reader.consistencyProof(from: old) }
        }
        #expect(try reader.consistencyProof(from: 0).isEmpty)
        #expect(try reader.consistencyProof(from: 700).isEmpty)
    }

    @Test func `a tile with another number of hashes is refused, and a missing one is the source's error`() throws {
        var short = Self.log
        short.files["tile/0/002.p/188"] = Array(repeating: 0, count: 187 * 32)
        var reader = TreeReader(size: 700, source: short)
        #expect(throws: TreeFault.wrongWidth(TilePath(.hashes(level: 0), number: 2, width: 188))) { try reader.root() }
        short.files["tile/0/002.p/188"] = nil
        reader = TreeReader(size: 700, source: short)
        #expect(throws: LogFolder.Fault.self) { try reader.root() }
    }

    private func checkInclusion(
        of index: Int, _ leaves: ArraySlice<MerkleHash>, _ root: MerkleHash, _ reader: inout TreeReader<Prefix>
    ) throws {
        let proof = try reader.inclusionProof(of: index)
        #expect(proof == NaiveTree.path(index, leaves))
        #expect(MerkleProof.includes(leaves[index], at: index, in: leaves.count, root: root, proof: proof))
    }

    private func checkConsistency(
        from old: Int, _ leaves: ArraySlice<MerkleHash>, _ root: MerkleHash, _ reader: inout TreeReader<Prefix>
    ) throws {
        let proof = try reader.consistencyProof(from: old)
        if old > 0 { #expect(proof == NaiveTree.proof(old, leaves)) }
        let oldRoot = NaiveTree.root(leaves.prefix(old))
        #expect(MerkleProof.extends(oldRoot, of: old, to: root, of: leaves.count, proof: proof))
    }

    /// The tiles of the first leaves, computed from the leaves.
    private struct Prefix: TileSource {
        let size: Int

        func hashes(_ path: TilePath) throws -> [MerkleHash] {
            guard case .hashes(let level) = path.kind else { return [] }
            let span = level == 0 ? 1 : 256
            return (0..<path.width).map { place in
                let start = (path.number * 256 + place) * span
                return NaiveTree.root(ProofTests.leaves.prefix(size)[start..<(start + span)])
            }
        }
    }
}

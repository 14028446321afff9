import Fuzzing

@testable import TransparencyLog

/// A log that grows: its edge and its tiles give the root of RFC 6962, and proofs hold for what they say and for nothing else.
struct TreeCheck {
    private let entries: [[UInt8]]
    private let old: Int
    private let index: Int
    private let change: (place: Int, bit: UInt8)

    init(_ reader: inout InputReader) {
        // Most trees are small; some end around a tile.
        let count = 1 + reader.number() % 40 + (reader.byte() & 7 == 7 ? 240 : 0)
        (old, index) = (reader.number() % (count + 1), reader.number() % count)
        change = (reader.number(), 1 << (reader.byte() & 7))
        let seed = reader.remainder()
        entries = (0..<count).map {
            [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] + seed.dropFirst($0 * 3).prefix(3)
        }
    }

    func check() {
        let leaves = entries.map { MerkleHash.leaf($0) }
        var edge = TreeEdge()
        var oldRoot = MerkleHash.empty
        for (place, leaf) in leaves.enumerated() {
            if place == old { oldRoot = edge.root }
            for tile in edge.append(leaf) {
                require(TilePath(tile.path.text) == tile.path && tile.bytes.count == 8192, "a tile of no such size")
            }
        }
        if old == leaves.count { oldRoot = edge.root }
        let root = Self.root(leaves[...])
        require(edge.root == root && oldRoot == Self.root(leaves[..<old]), "the edge has another root")
        require(TreeEdge(size: edge.size, bytes: edge.bytes) == edge, "an edge that its own bytes do not give")
        var reader = TreeReader(size: leaves.count, source: Shelf(leaves: leaves))
        require((try? reader.root()) == root, "the tiles have another root")
        guard let inclusion = try? reader.inclusionProof(of: index),
            let consistency = try? reader.consistencyProof(from: old)
        else { return require(false, "no proof") }
        let leaf = leaves[index]
        func includes(_ leaf: MerkleHash, _ index: Int, _ proof: [MerkleHash]) -> Bool {
            MerkleProof.includes(leaf, at: index, in: leaves.count, root: root, proof: proof)
        }
        require(includes(leaf, index, inclusion), "an entry is not found")
        require(!includes(spoilt(leaf), index, inclusion), "an entry that is not there is found")
        require(!includes(leaf, index ^ 1, inclusion), "it is found elsewhere")
        for proof in wrong(inclusion) { require(!includes(leaf, index, proof), "a wrong proof holds") }
        func extends(_ oldRoot: MerkleHash, _ proof: [MerkleHash]) -> Bool {
            MerkleProof.extends(oldRoot, of: old, to: root, of: leaves.count, proof: proof)
        }
        require(extends(oldRoot, consistency), "it grew, and does not extend itself")
        require(!extends(spoilt(oldRoot), consistency), "it extends another")
        for proof in wrong(consistency) { require(!extends(oldRoot, proof), "a wrong proof holds") }
        prove(inclusion, root)
    }

    /// The proof as a text, with the checkpoint signed.
    private func prove(_ inclusion: [MerkleHash], _ root: MerkleHash) {
        let body = Checkpoint(origin: Signers.log.verifier.name, size: entries.count, root: root).body
        let note = SignedNote(body: body, signatures: [Signers.log.sign(body)])
        let proof = TLogProof(index: index, proof: inclusion, checkpoint: note, extra: entries[0])
        guard let read = try? TLogProof(text: proof.text) else { return require(false, "its own text is not read") }
        require(
            read == proof && read.includes(entries[index], signedBy: Signers.log.verifier), "the proof proves nothing")
        require(!read.includes(entries[index] + [0], signedBy: Signers.log.verifier), "it proves another entry")
        require(!read.includes(entries[index], signedBy: Signers.witness.verifier), "another key has signed it")
        let request = AddCheckpoint(old: old, proof: inclusion, checkpoint: note)
        require((try? AddCheckpoint(text: request.text)) == request, "its own text is read otherwise")
    }

    private func spoilt(_ hash: MerkleHash) -> MerkleHash {
        var bytes = hash.bytes
        bytes[change.place % bytes.count] ^= change.bit
        return MerkleHash(bytes) ?? .empty
    }

    private func wrong(_ proof: [MerkleHash]) -> [[MerkleHash]] {
        var wrong = [proof + [.empty]]
        guard !proof.isEmpty else { return wrong }
        var other = proof
        let place = change.place % proof.count
        other[place] = spoilt(other[place])
        wrong += [other, proof.dropLast()]
        if proof.reversed() != proof { wrong.append(proof.reversed()) }
        return wrong
    }

    /// RFC 6962, 2.1, as it stands there.
    private static func root(_ leaves: ArraySlice<MerkleHash>) -> MerkleHash {
        guard leaves.count > 1 else { return leaves.first ?? .empty }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return .node(root(leaves.prefix(half)), root(leaves.dropFirst(half)))
    }

    /// All tiles of a log, from its leaves.
    private struct Shelf: TileSource {
        let leaves: [MerkleHash]

        func hashes(_ path: TilePath) throws -> [MerkleHash] {
            guard case .hashes(let level) = path.kind else { return [] }
            var row = leaves
            for _ in 0..<level {
                row = stride(from: 0, to: row.count / 256 * 256, by: 256).map { TreeCheck.root(row[$0..<$0 + 256]) }
            }
            return Array(row.dropFirst(path.number * 256).prefix(path.width))
        }
    }

    static var seeds: [[UInt8]] {
        [
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 6, 0, 0, 3, 0, 5, 0, 9, 1] + Array("abcdefghijkl".utf8),
            [0, 15, 7, 0, 200, 0, 100, 0, 40, 3, 1], [0, 16, 7, 1, 0, 1, 0, 0, 1, 7],
            [0, 31, 0, 0, 16, 0, 31, 1, 1, 2],
        ]
    }
}

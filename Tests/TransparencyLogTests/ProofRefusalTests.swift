import Testing
import TransparencyLog

/// What must not hold: proofs with anything changed, and numbers that no log has.
@Suite struct ProofRefusalTests {
    @Test func `to size 20 an inclusion holds for its index, its leaf, its root and its hashes alone`() throws {
        for size in 1...20 {
            let leaves = NaiveTree.leaves(size)[...]
            let root = NaiveTree.root(leaves)
            for index in 0..<size {
                let proof = NaiveTree.path(index, leaves)
                func holds(
                    _ leaf: MerkleHash, _ at: Int, _ size: Int, _ root: MerkleHash, _ proof: [MerkleHash]
                ) -> Bool { MerkleProof.includes(leaf, at: at, in: size, root: root, proof: proof) }
                #expect(holds(leaves[index], index, size, root, proof))
                for other in 0..<size where other != index { #expect(!holds(leaves[index], other, size, root, proof)) }
                for wrong in mutations(of: proof) { #expect(!holds(leaves[index], index, size, root, wrong)) }
                #expect(!holds(.empty, index, size, root, proof))
                #expect(!holds(leaves[index], index, size, .empty, proof))
            }
        }
    }

    @Test func `to size 20 a consistency holds for its roots and its hashes alone`() {
        for size in 1...20 {
            let leaves = NaiveTree.leaves(size)[...]
            let root = NaiveTree.root(leaves)
            for old in 1...size {
                let proof = NaiveTree.proof(old, leaves)
                let oldRoot = NaiveTree.root(leaves.prefix(old))
                func holds(_ oldRoot: MerkleHash, _ old: Int, _ root: MerkleHash, _ proof: [MerkleHash]) -> Bool {
                    MerkleProof.extends(oldRoot, of: old, to: root, of: size, proof: proof)
                }
                #expect(holds(oldRoot, old, root, proof))
                for other in 0...size where other != old { #expect(!holds(oldRoot, other, root, proof)) }
                for wrong in mutations(of: proof) { #expect(!holds(oldRoot, old, root, wrong)) }
                #expect(!holds(.empty, old, root, proof))
                #expect(!holds(oldRoot, old, .empty, proof))
            }
        }
    }

    @Test func `an empty older tree needs its own root and no hashes`() {
        let leaf = MerkleHash.leaf([1])
        #expect(MerkleProof.extends(.empty, of: 0, to: leaf, of: 1, proof: []))
        #expect(MerkleProof.extends(.empty, of: 0, to: .empty, of: 0, proof: []))
        #expect(!MerkleProof.extends(leaf, of: 0, to: leaf, of: 1, proof: []))
        #expect(!MerkleProof.extends(leaf, of: 0, to: leaf, of: 0, proof: []))
        #expect(!MerkleProof.extends(.empty, of: 0, to: leaf, of: 1, proof: [leaf]))
    }

    @Test func `extreme numbers and long proofs are false, never a trap`() {
        var random = SplitMix(seed: 9162)
        let numbers = [Int.min, -1, 0, 1, 2, 255, 256, 1 << 31, 1 << 62, (1 << 62) + 1, .max - 1, .max]
        for index in numbers {
            for size in numbers {
                let proof = (0..<Int.random(in: 0...70, using: &random)).map { _ in MerkleHash.leaf(random.bytes(4)) }
                let root = MerkleHash.leaf(random.bytes(4))
                #expect(!MerkleProof.includes(.empty, at: index, in: size, root: root, proof: proof))
                #expect(!MerkleProof.extends(.leaf([9]), of: index, to: root, of: size, proof: proof))
            }
        }
    }

    /// Every proof with one hash missing, doubled or of another value, and with one more at either end.
    private func mutations(of proof: [MerkleHash]) -> [[MerkleHash]] {
        let stranger = MerkleHash.leaf(Array("stranger".utf8))
        var wrong = [proof + [stranger], [stranger] + proof]
        for place in proof.indices {
            for replacement in [[], [stranger], [proof[place], proof[place]]] {
                wrong.append(Array(proof[..<place]) + replacement + Array(proof[(place + 1)...]))
            }
        }
        return wrong
    }
}

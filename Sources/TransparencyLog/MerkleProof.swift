/// Checking proofs without the tree. Any numbers and any hashes may be given: what does not hold is false.
public enum MerkleProof {
    /// Whether the proof shows that the leaf stands at the index of the tree with that size and root.
    ///
    /// Source: RFC 9162, section 2.1.3.2.
    public static func includes(
        _ leaf: MerkleHash, at index: Int, in size: Int, root: MerkleHash, proof: [MerkleHash]
    ) -> Bool {
        self.root(from: leaf, at: index, in: size, proof: proof) == root
    }

    /// The root of the one tree of that size in which this proof holds; nil when no tree could have it.
    ///
    /// Source: RFC 9162, section 2.1.3.2.
    public static func root(
        from leaf: MerkleHash, at index: Int, in size: Int, proof: [MerkleHash]
    ) -> MerkleHash? {
        guard index >= 0, index < size else { return nil }
        var place = index
        var last = size - 1
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return nil }
            if place & 1 == 1 || place == last {
                hash = .node(sibling, hash)
                // A leaf at the right end has no sibling on these levels.
                while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                hash = .node(hash, sibling)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 ? hash : nil
    }

    /// Whether the proof shows that the tree with that size and root only added to the older one. An older tree without
    /// entries, and one of the same size, need an empty proof.
    ///
    /// Source: RFC 9162, section 2.1.4.2.
    public static func extends(
        _ oldRoot: MerkleHash, of old: Int, to root: MerkleHash, of size: Int, proof: [MerkleHash]
    ) -> Bool {
        guard old >= 0, old <= size else { return false }
        if old == size { return proof.isEmpty && oldRoot == root && (size > 0 || root == .empty) }
        if old == 0 { return proof.isEmpty && oldRoot == .empty }
        var path = proof[...]
        // An older tree that is a perfect subtree of the newer one is itself the first hash.
        guard let first = old & (old - 1) == 0 ? oldRoot : path.popFirst() else { return false }
        var place = old - 1
        var last = size - 1
        while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
        var (older, newer) = (first, first)
        for hash in path {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                (older, newer) = (.node(hash, older), .node(hash, newer))
                while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                newer = .node(newer, hash)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && older == oldRoot && newer == root
    }
}

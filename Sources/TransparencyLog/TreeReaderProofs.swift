/// The proofs of RFC 6962, sections 2.1.1 and 2.1.2, lowest hash first.
extension TreeReader {
    /// What shows that an entry stands at an index of this tree: the siblings on the way from its leaf to the root.
    ///
    /// Throws ``TreeFault/outsideTree`` if there is no such entry.
    public mutating func inclusionProof(of index: Int) throws -> [MerkleHash] {
        guard (0..<size).contains(index) else { throw TreeFault.outsideTree }
        var proof: [MerkleHash] = []
        var entries = 0..<size
        while entries.count > 1 {
            let middle = entries.lowerBound + Self.split(entries.count)
            let (inside, beside) =
                index < middle
                ? (entries.lowerBound..<middle, middle..<entries.upperBound)
                : (middle..<entries.upperBound, entries.lowerBound..<middle)
            proof.append(try hash(of: beside))
            entries = inside
        }
        return proof.reversed()
    }

    /// What shows that this tree only added to the tree of its first `old` entries. Empty for 0 entries, of which every
    /// tree is a continuation (c2sp.org/tlog-witness), and for all of them.
    ///
    /// Throws ``TreeFault/outsideTree`` if the older size is negative or larger than this tree's.
    public mutating func consistencyProof(from old: Int) throws -> [MerkleHash] {
        guard (0...size).contains(old) else { throw TreeFault.outsideTree }
        guard old > 0, old < size else { return [] }
        var proof: [MerkleHash] = []
        var entries = 0..<size
        while entries.upperBound != old {
            let middle = entries.lowerBound + Self.split(entries.count)
            if old <= middle {
                proof.append(try hash(of: middle..<entries.upperBound))
                entries = entries.lowerBound..<middle
            } else {
                proof.append(try hash(of: entries.lowerBound..<middle))
                entries = middle..<entries.upperBound
            }
        }
        // The older root itself is not sent: whoever checks knows it.
        if entries.lowerBound > 0 { proof.append(try hash(of: entries)) }
        return proof.reversed()
    }
}

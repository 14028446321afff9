import TransparencyLog

/// The definitions of RFC 6962, section 2.1, word for word over a list of leaf hashes: slow, and plainly right.
enum NaiveTree {
    static func root(_ leaves: ArraySlice<MerkleHash>) -> MerkleHash {
        guard let only = leaves.first else { return .empty }
        guard leaves.count > 1 else { return only }
        let k = cut(leaves.count)
        return .node(root(leaves.prefix(k)), root(leaves.dropFirst(k)))
    }

    /// PATH(m, D[n]).
    static func path(_ m: Int, _ leaves: ArraySlice<MerkleHash>) -> [MerkleHash] {
        guard leaves.count > 1 else { return [] }
        let k = cut(leaves.count)
        return m < k
            ? path(m, leaves.prefix(k)) + [root(leaves.dropFirst(k))]
            : path(m - k, leaves.dropFirst(k)) + [root(leaves.prefix(k))]
    }

    /// PROOF(m, D[n]).
    static func proof(_ m: Int, _ leaves: ArraySlice<MerkleHash>) -> [MerkleHash] {
        subproof(m, leaves, known: true)
    }

    private static func subproof(_ m: Int, _ leaves: ArraySlice<MerkleHash>, known: Bool) -> [MerkleHash] {
        if m == leaves.count { return known ? [] : [root(leaves)] }
        let k = cut(leaves.count)
        return m <= k
            ? subproof(m, leaves.prefix(k), known: known) + [root(leaves.dropFirst(k))]
            : subproof(m - k, leaves.dropFirst(k), known: false) + [root(leaves.prefix(k))]
    }

    /// The largest power of two below n.
    private static func cut(_ n: Int) -> Int {
        var k = 1
        while k * 2 < n { k *= 2 }
        return k
    }

    /// Leaf hashes to try with.
    static func leaves(_ count: Int) -> [MerkleHash] {
        (0..<count).map { .leaf(Array("entry \($0)".utf8)) }
    }
}

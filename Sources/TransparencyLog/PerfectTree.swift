/// The root over a power of two of hashes, as they stand side by side in a tile.
enum PerfectTree {
    /// The root over `count` hashes from `start` on. `count` is a power of two up to 256, and the hashes are there.
    static func root(of hashes: [MerkleHash], from start: Int, count: Int) -> MerkleHash {
        guard count > 1 else { return hashes[start] }
        return withUnsafeTemporaryAllocation(of: MerkleHash.self, capacity: count / 2) { row in
            var width = count / 2
            for index in 0..<width {
                let left = start + 2 * index
                row.initializeElement(at: index, to: .node(hashes[left], hashes[left + 1]))
            }
            while width > 1 {
                width /= 2
                for index in 0..<width { row[index] = .node(row[2 * index], row[2 * index + 1]) }
            }
            return row[0]
        }
    }
}

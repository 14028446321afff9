/// What a log of a given size serves.
extension TilePath {
    /// Every tile and bundle of a log of that size: bundles of entries first, then the levels from 0 up, each from
    /// left to right, the partial one last. Nothing for size 0. The list has about size / 128 members.
    public static func all(ofSize size: Int) -> [TilePath] {
        guard size > 0 else { return [] }
        var paths = row(.entries, of: size)
        var level = 0
        while case let hashes = TreeSize.hashes(atLevel: level, ofSize: size), hashes > 0 {
            paths += row(.hashes(level: level), of: hashes)
            level += 1
        }
        return paths
    }

    /// A row of `count` hashes or entries cut into tiles.
    private static func row(_ kind: Kind, of count: Int) -> [TilePath] {
        stride(from: 0, to: count, by: TreeSize.tileWidth).map { start in
            TilePath(kind, number: start / TreeSize.tileWidth, width: min(TreeSize.tileWidth, count - start))
        }
    }
}

/// A coverage beside another: where its demands may overflow to.
public struct CoverageNeighbour: Hashable, Sendable {
    /// Its place in the list that was looked through.
    public let index: Int
    /// Whether some commune of the one lies within `Territory.reach` of some commune of the other, or belongs to both.
    public let isNextTo: Bool
    /// Between the middles of their people, as the crow flies.
    public let kilometres: Double
}

extension Territory {
    /// How far apart, in kilometres, two town halls of communes that touch may lie: the large ones of the Alps included,
    /// those of Guyane not.
    public static let reach = 15.0

    /// The others by how well they stand in for one: next to it first, then the nearest. An empty one is no neighbour.
    ///
    /// For when a network is applied, not for each demand: it looks at every commune.
    public func neighbours(of index: Int, among coverages: [Coverage]) -> [CoverageNeighbour] {
        guard coverages.indices.contains(index), let here = middle(of: coverages[index]) else { return [] }
        let ground = NearGround(coverages[index].places.compactMap { communes[$0].position })
        let own = Set(coverages[index].places)
        let neighbours = coverages.indices.compactMap { other -> CoverageNeighbour? in
            guard other != index, let there = middle(of: coverages[other]) else { return nil }
            let isNextTo = coverages[other].places.contains { place in
                own.contains(place) || communes[place].position.map { ground.isNear($0, within: Self.reach) } ?? false
            }
            return CoverageNeighbour(index: other, isNextTo: isNextTo, kilometres: here.distance(to: there))
        }
        return neighbours.sorted { a, b in
            a.isNextTo != b.isNextTo ? a.isNextTo : (a.kilometres, a.index) < (b.kilometres, b.index)
        }
    }
}

/// Positions sorted into squares of a quarter of a degree, so that what is near is looked for in nine of them.
private struct NearGround {
    private struct Square: Hashable {
        let column: Int
        let line: Int

        init(_ position: Position, east: Int = 0, north: Int = 0) {
            column = Int((position.longitude * 4).rounded(.down)) + east
            line = Int((position.latitude * 4).rounded(.down)) + north
        }
    }

    private let squares: [Square: [Position]]

    init(_ positions: [Position]) { squares = Dictionary(grouping: positions) { Square($0) } }

    /// - Parameter kilometres: at most 17, the width of a square in Dunkerque.
    func isNear(_ position: Position, within kilometres: Double) -> Bool {
        for east in -1...1 {
            for north in -1...1 {
                let near = squares[Square(position, east: east, north: north)] ?? []
                if near.contains(where: { $0.distance(to: position) <= kilometres }) { return true }
            }
        }
        return false
    }
}

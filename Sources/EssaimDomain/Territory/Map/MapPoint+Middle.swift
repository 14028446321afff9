extension MapPoint {
    /// The centroid of the largest of rings; 0 0 of none.
    init(middleOf rings: [[MapPoint]]) {
        let largest = rings.map(Self.moments).max { abs($0.surface) < abs($1.surface) }
        guard let largest, largest.surface != 0 else {
            self = rings.first?.first ?? MapPoint(x: 0, y: 0)
            return
        }
        self.init(x: largest.x / (3 * largest.surface), y: largest.y / (3 * largest.surface))
    }

    /// Twice the signed surface of a ring, and its first moments, six times.
    private static func moments(of ring: [MapPoint]) -> (surface: Double, x: Double, y: Double) {
        guard var last = ring.last else { return (0, 0, 0) }
        var (surface, x, y) = (0.0, 0.0, 0.0)
        for point in ring {
            let cross = last.x * point.y - point.x * last.y
            surface += cross
            x += (last.x + point.x) * cross
            y += (last.y + point.y) * cross
            last = point
        }
        return (surface, x, y)
    }
}

/// Closed lines as the `d` of an SVG `path` (SVG 1.1, § 8.3), in whole units: `M12 40l3-4 5 6z`. To be filled by
/// `evenodd`. Points that fall together, or on the line between their neighbours, are left out; départements that share
/// a border are rounded alike and keep sharing it.
struct MapPath {
    private(set) var text = ""

    /// A ring that nothing is left of draws nothing.
    mutating func add(_ ring: [MapPoint]) {
        let corners = Self.corners(of: ring.map { Corner(x: Int($0.x.rounded()), y: Int($0.y.rounded())) })
        guard corners.count >= 3, var last = corners.first else { return }
        text += "M\(last.x)\(last.y < 0 ? "" : " ")\(last.y)"
        for (index, corner) in corners.dropFirst().enumerated() {
            let (x, y) = (corner.x - last.x, corner.y - last.y)
            text += "\(index == 0 ? "l" : x < 0 ? "" : " ")\(x)\(y < 0 ? "" : " ")\(y)"
            last = corner
        }
        text += "z"
    }

    private struct Corner: Equatable {
        let x: Int
        let y: Int
    }

    /// The points at which a line turns.
    private static func corners(of points: [Corner]) -> [Corner] {
        var corners: [Corner] = []
        for point in points where point != corners.last {
            if corners.count > 1, !turns(corners[corners.count - 2], corners[corners.count - 1], point) {
                corners.removeLast()
                if corners.last == point { continue }
            }
            corners.append(point)
        }
        while corners.count > 1, corners.first == corners.last { corners.removeLast() }
        return corners
    }

    private static func turns(_ a: Corner, _ b: Corner, _ c: Corner) -> Bool {
        (b.x - a.x) * (c.y - b.y) != (b.y - a.y) * (c.x - b.x)
    }
}

import Testing

/// The `d` of a path as a browser reads it: `M`, `l` and `z` with whole numbers, nothing else.
struct DrawnPath {
    struct Point: Equatable {
        let x: Int
        let y: Int
    }

    private(set) var rings: [[Point]] = []

    init(_ text: String) throws {
        #expect(text.utf8.allSatisfy { "Mlz -0123456789".utf8.contains($0) }, "\(text)")
        for ring in text.split(separator: "z") {
            try #require(ring.first == "M")
            let parts = ring.dropFirst().split(separator: "l", omittingEmptySubsequences: false)
            try #require(parts.count == 2)
            var points: [Point] = []
            var here = Point(x: 0, y: 0)
            for pair in try Self.pairs(parts[0]) + Self.pairs(parts[1]) {
                here = points.isEmpty ? pair : Point(x: here.x + pair.x, y: here.y + pair.y)
                points.append(here)
            }
            try #require(points.count >= 3)
            rings.append(points)
        }
    }

    /// Of all rings.
    var surface: Int {
        rings.reduce(0) { sum, ring in
            let twice = ring.indices.reduce(0) { sum, index in
                let (a, b) = (ring[index], ring[(index + 1) % ring.count])
                return sum + a.x * b.y - b.x * a.y
            }
            return sum + abs(twice) / 2
        }
    }

    private static func pairs(_ text: Substring) throws -> [Point] {
        let numbers = String(text).replacing("-", with: " -").split(separator: " ").map { Int($0) }
        try #require(!numbers.contains(nil) && numbers.count % 2 == 0)
        let known = numbers.compactMap { $0 }
        return stride(from: 0, to: known.count, by: 2).map { Point(x: known[$0], y: known[$0 + 1]) }
    }
}

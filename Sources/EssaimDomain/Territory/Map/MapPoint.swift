/// A point of a drawn map: `x` to the right, `y` down.
public struct MapPoint: Hashable, Sendable {
    public let x: Double
    public let y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A box of a drawn map.
public struct MapBox: Hashable, Sendable {
    public let x: Double
    public let y: Double
    public let width: Double
    public let height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The smallest box around points; nil around none.
    init?(around points: some Sequence<MapPoint>) {
        var (left, right, top, bottom) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
        for point in points {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        guard left <= right, top <= bottom else { return nil }
        self.init(x: left, y: top, width: right - left, height: bottom - top)
    }
}

/// Makes one box the largest that fits into another, in its middle, without changing its form.
struct MapFit {
    private let scale: Double
    private let shift: MapPoint

    init(_ inner: MapBox, into outer: MapBox) {
        let scales = [(inner.width, outer.width), (inner.height, outer.height)].filter { $0.0 > 0 }.map { $1 / $0 }
        scale = scales.min() ?? 1
        shift = MapPoint(
            x: outer.x + (outer.width - inner.width * scale) / 2 - inner.x * scale,
            y: outer.y + (outer.height - inner.height * scale) / 2 - inner.y * scale)
    }

    func point(_ point: MapPoint) -> MapPoint {
        MapPoint(x: point.x * scale + shift.x, y: point.y * scale + shift.y)
    }
}

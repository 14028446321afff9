/// Where borders run: rings of points. A point is inside when it is inside an odd number of rings, so that islands and holes
/// need no mark of their own.
public struct Outline: Hashable, Sendable {
    /// Each closed without saying so: the last point is not the first again. Never fewer than three points.
    public let rings: [[Position]]

    /// Leaves out what is no ring; nil when nothing stays.
    public init?(rings: [[Position]]) {
        self.rings = rings.compactMap { ring in
            let open = ring.count > 1 && ring.first == ring.last ? ring.dropLast() : ring[...]
            return open.count >= 3 ? Array(open) : nil
        }
        guard !self.rings.isEmpty else { return nil }
    }

    public var bounds: Bounds {
        let points = rings.joined()
        return Bounds(
            longitudes: points.lazy.map(\.longitude).span, latitudes: points.lazy.map(\.latitude).span)
    }

    /// Whether a point is inside. Of a point on the border it may say either.
    public func contains(_ point: Position) -> Bool {
        var isInside = false
        for ring in rings {
            var last = ring[ring.count - 1]
            for corner in ring {
                if (corner.latitude > point.latitude) != (last.latitude > point.latitude) {
                    let along = (point.latitude - corner.latitude) / (last.latitude - corner.latitude)
                    if point.longitude < corner.longitude + along * (last.longitude - corner.longitude) {
                        isInside.toggle()
                    }
                }
                last = corner
            }
        }
        return isInside
    }

    /// The smallest box around all rings, in degrees.
    public struct Bounds: Hashable, Sendable {
        public let longitudes: ClosedRange<Double>
        public let latitudes: ClosedRange<Double>

        /// Whether a point is inside, or no further outside than so many degrees.
        public func contains(_ point: Position, within margin: Double = 0) -> Bool {
            point.longitude >= longitudes.lowerBound - margin && point.longitude <= longitudes.upperBound + margin
                && point.latitude >= latitudes.lowerBound - margin && point.latitude <= latitudes.upperBound + margin
        }
    }
}

extension Sequence<Double> {
    /// From the least to the greatest; 0…0 of none.
    fileprivate var span: ClosedRange<Double> {
        var range: ClosedRange<Double>?
        for value in self {
            let known = range ?? value...value
            range = Swift.min(known.lowerBound, value)...Swift.max(known.upperBound, value)
        }
        return range ?? 0...0
    }
}

/// A point on the ground: degrees, WGS 84.
public struct Position: Hashable, Sendable {
    /// East of Greenwich, −180 to 180.
    public let longitude: Double
    /// North of the equator, −90 to 90.
    public let latitude: Double

    /// Nil outside of the globe, and for what is no number.
    public init?(longitude: Double, latitude: Double) {
        guard (-180...180).contains(longitude), (-90...90).contains(latitude) else { return nil }
        self.longitude = longitude
        self.latitude = latitude
    }

    /// As the crow flies, in kilometres: the haversine formula on a sphere of the Earth's mean radius (IUGG). The Earth is
    /// flatter: at most 0.5 % off, a road is much longer.
    public func distance(to other: Self) -> Double {
        let (north, otherNorth) = (latitude.radians, other.latitude.radians)
        let half = (
            north: CircularFunctions.sine((otherNorth - north) / 2),
            east: CircularFunctions.sine((other.longitude - longitude).radians / 2)
        )
        let cosines = CircularFunctions.cosine(north) * CircularFunctions.cosine(otherNorth)
        let haversine = half.north * half.north + cosines * half.east * half.east
        return 2 * Self.earthRadius * CircularFunctions.arcsine(haversine.squareRoot())
    }

    private static let earthRadius = 6_371.0088
}

extension Double {
    /// Degrees as radians.
    var radians: Double { self * .pi / 180 }
}

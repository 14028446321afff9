/// Albers' equal-area conic projection on a sphere of radius 1 (J. P. Snyder, *Map Projections: A Working Manual*, USGS
/// professional paper 1395, ch. 14): every département has the surface that it has on the ground.
struct EqualAreaProjection {
    private let meridian: Double
    /// Snyder's n and C.
    private let cone: Double
    private let constant: Double

    /// - Parameters:
    ///   - parallels: the two latitudes, in degrees, along which lengths are true; one and its opposite make no cone.
    ///   - meridian: the longitude, in degrees, that stands upright.
    init(parallels: ClosedRange<Double>, meridian: Double) {
        let south = CircularFunctions.sine(parallels.lowerBound.radians)
        let north = CircularFunctions.sine(parallels.upperBound.radians)
        let mean = (south + north) / 2
        // Nearly a cylinder where the mean is the equator, for a cone there would have no top.
        cone = abs(mean) < 1e-4 ? 1e-4 : mean
        constant = 1 - south * south + 2 * cone * south
        self.meridian = meridian
    }

    /// Metropolitan France: the parallels of Lambert-93 and its meridian.
    static let metropolitan = Self(parallels: 44...49, meridian: 3)

    /// Around a place overseas: lengths are true in its middle.
    init(around bounds: Outline.Bounds) {
        let latitude = (bounds.latitudes.lowerBound + bounds.latitudes.upperBound) / 2
        self.init(
            parallels: latitude...latitude, meridian: (bounds.longitudes.lowerBound + bounds.longitudes.upperBound) / 2)
    }

    /// East and south of where the meridian crosses the equator, in radii of the Earth: south, for lines of a page go down.
    func point(of position: Position) -> MapPoint {
        let angle = cone * (position.longitude - meridian).radians
        let radius = self.radius(atSine: CircularFunctions.sine(position.latitude.radians))
        return MapPoint(
            x: radius * CircularFunctions.sine(angle),
            y: radius * CircularFunctions.cosine(angle) - self.radius(atSine: 0))
    }

    private func radius(atSine sine: Double) -> Double { max(0, constant - 2 * cone * sine).squareRoot() / cone }
}

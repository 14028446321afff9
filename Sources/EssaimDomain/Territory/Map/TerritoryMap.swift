/// France drawn: metropolitan France with Corsica, and beside it, each in a frame and at its own scale, the départements
/// overseas and Paris with its crown, too small to be pointed at in their place.
public struct TerritoryMap: Equatable, Sendable {
    /// One département as a closed path in the units of the map. It may be drawn twice: in place and in a frame.
    public struct Shape: Equatable, Sendable {
        public let departement: String
        public let name: String
        /// The `d` of an SVG `path`, to be filled by `evenodd`.
        public let path: String
        /// Inside, or nearly: where a number or a mark may stand.
        public let middle: MapPoint

        public init(departement: String, name: String, path: String, middle: MapPoint) {
            self.departement = departement
            self.name = name
            self.path = path
            self.middle = middle
        }
    }

    /// What is drawn apart.
    public struct Inset: Equatable, Sendable {
        public let name: String
        public let frame: MapBox
        public let shapes: [Shape]
    }

    /// The width and height of the `viewBox`, which begins at 0 0.
    public let width: Int
    public let height: Int
    /// By code.
    public let shapes: [Shape]
    public let insets: [Inset]

    public init(width: Int, height: Int, shapes: [Shape], insets: [Inset]) {
        self.width = width
        self.height = height
        self.shapes = shapes
        self.insets = insets
    }
}

extension Territory {
    /// The map of all départements that have an outline.
    public func map() -> TerritoryMap {
        let drawn = departements.compactMap { departement in departement.outline.map { (departement, $0) } }
        let metropolitan = drawn.filter { MapLayout.isMetropolitan($0.1) }
        let overseas = drawn.filter { !MapLayout.isMetropolitan($0.1) }
        let crown = metropolitan.filter { MapLayout.crown.contains($0.0.code) }
        var insets: [TerritoryMap.Inset] = []
        if !crown.isEmpty {
            insets.append(inset("Paris et sa couronne", crown, by: .metropolitan, in: MapLayout.crownFrame))
        }
        for (index, departement) in overseas.enumerated() {
            let projection = EqualAreaProjection(around: departement.1.bounds)
            let frame = MapLayout.frame(index, of: overseas.count)
            insets.append(inset(departement.0.name, [departement], by: projection, in: frame))
        }
        return TerritoryMap(
            width: MapLayout.width, height: MapLayout.height,
            shapes: shapes(metropolitan, by: .metropolitan, in: MapLayout.mainFrame), insets: insets)
    }

    private func inset(
        _ name: String, _ drawn: [(Departement, Outline)], by projection: EqualAreaProjection, in frame: MapBox
    ) -> TerritoryMap.Inset {
        let inner = MapBox(
            x: frame.x + MapLayout.margin, y: frame.y + MapLayout.margin, width: frame.width - 2 * MapLayout.margin,
            height: frame.height - 2 * MapLayout.margin)
        return TerritoryMap.Inset(name: name, frame: frame, shapes: shapes(drawn, by: projection, in: inner))
    }

    private func shapes(
        _ drawn: [(Departement, Outline)], by projection: EqualAreaProjection, in box: MapBox
    ) -> [TerritoryMap.Shape] {
        let rings = drawn.map { $0.1.rings.map { $0.map(projection.point) } }
        guard let around = MapBox(around: rings.joined().joined()) else { return [] }
        let fit = MapFit(around, into: box)
        return zip(drawn, rings).map { departement, rings in
            let placed = rings.map { $0.map(fit.point) }
            var path = MapPath()
            for ring in placed { path.add(ring) }
            return TerritoryMap.Shape(
                departement: departement.0.code, name: departement.0.name, path: path.text,
                middle: MapPoint(middleOf: placed))
        }
    }
}

/// Where the parts of the map stand, in its units: overseas in a column on the left, Paris over Brittany, where the sea is.
private enum MapLayout {
    static let width = 720
    static let height = 600
    static let margin = 6.0
    static let mainFrame = MapBox(x: 120, y: 4, width: 596, height: 592)
    static let crownFrame = MapBox(x: 120, y: 4, width: 104, height: 104)
    static let crown: Set<String> = ["75", "92", "93", "94"]

    static func frame(_ index: Int, of count: Int) -> MapBox {
        let step = 592 / Double(count)
        return MapBox(x: 4, y: 4 + Double(index) * step, width: 104, height: step - 8)
    }

    /// Whether it lies in Europe.
    static func isMetropolitan(_ outline: Outline) -> Bool {
        let bounds = outline.bounds
        return (-10...15).contains(bounds.longitudes.lowerBound) && (38...55).contains(bounds.latitudes.lowerBound)
    }
}

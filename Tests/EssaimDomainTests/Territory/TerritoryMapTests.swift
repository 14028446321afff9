import EssaimDomain
import Testing

struct TerritoryMapTests {
    let map = Land.territory.map()

    @Test func `each département with an outline is drawn, at home or overseas`() {
        #expect(map.shapes.map(\.departement) == ["22", "29", "35", "56", "75"])
        #expect(map.insets.map(\.name) == ["Paris et sa couronne", "La Réunion"])
        #expect(map.insets.map { $0.shapes.map(\.departement) } == [["75"], ["974"]])
        #expect(map.shapes.first?.name == "Côtes-d'Armor")
    }

    @Test func `paths are closed lines of whole units inside the map`() throws {
        for shape in map.shapes + map.insets.flatMap(\.shapes) {
            let rings = try DrawnPath(shape.path).rings
            #expect(!rings.isEmpty, "\(shape.departement)")
            for point in rings.joined() {
                #expect((0...map.width).contains(point.x) && (0...map.height).contains(point.y), "\(shape.departement)")
            }
        }
    }

    @Test func `what lies north is drawn above, what lies east to the right`() throws {
        func middle(_ code: String) throws -> MapPoint {
            try #require(map.shapes.first { $0.departement == code }).middle
        }
        #expect(
            try middle("22").y < middle("56").y && middle("29").x < middle("22").x && middle("35").x < middle("75").x)
    }

    @Test func `a square on the ground keeps its middle and its surface`() throws {
        // Two fields of a degree by a degree, at 43° and at 50°: the northern one is narrower by cos 50.5 / cos 43.5.
        let fields = ["01": Land.square(2, 3, 43, 44), "02": Land.square(2, 3, 50, 51)].map {
            Departement(code: $0.key, name: $0.key, region: Land.bretagne, outline: $0.value)
        }
        let map = Territory(communes: [], departements: fields).map()
        let surfaces = try map.shapes.map { try DrawnPath($0.path).surface }
        #expect(surfaces.count == 2)
        // cos 43.5° / cos 50.5°, of a sphere; whole units leave a few hundredths.
        #expect(abs(Double(surfaces[0]) / Double(surfaces[1]) - 1.1404) < 0.03)
    }

    @Test func `a territory without outlines is an empty map`() {
        let map = Territory(communes: Land.communes, departements: []).map()
        #expect(map.shapes.isEmpty && map.insets.isEmpty)
    }

    @Test(arguments: [(0.0, 0.0), (1e-9, 1e-9), (-60, -60), (179.9, 60), (-179.9, -1)])
    func `any outline is drawn with numbers`(longitude: Double, latitude: Double) throws {
        let odd = Departement(
            code: "988", name: "Loin", region: Land.bretagne,
            outline: Land.square(longitude - 0.05, longitude + 0.05, latitude - 0.05, latitude + 0.05))
        let map = Territory(communes: [], departements: [odd]).map()
        for shape in map.shapes + map.insets.flatMap(\.shapes) {
            #expect(try DrawnPath(shape.path).rings.count == 1)
            #expect(shape.middle.x.isFinite && shape.middle.y.isFinite)
        }
    }
}

struct OutlineTests {
    @Test func `a point is inside or outside, holes and islands too`() throws {
        let outer = try #require(Land.square(0, 10, 0, 10)?.rings.first)
        let hole = try #require(Land.square(4, 6, 4, 6)?.rings.first)
        let island = try #require(Land.square(20, 21, 0, 1)?.rings.first)
        let outline = try #require(Outline(rings: [outer, hole, island]))
        for (longitude, latitude, isInside) in [
            (1.0, 1.0, true), (5, 5, false), (20.5, 0.5, true), (15, 0.5, false), (-1, 5, false), (5, 3, true),
        ] {
            let point = try #require(Position(longitude: longitude, latitude: latitude))
            #expect(outline.contains(point) == isInside, "\(longitude) \(latitude)")
        }
        #expect(outline.bounds.longitudes == 0...21 && outline.bounds.latitudes == 0...10)
    }

    @Test func `a line and a dot are no outline`() throws {
        let dot = try #require(Position(longitude: 1, latitude: 1))
        #expect(Outline(rings: []) == nil)
        #expect(Outline(rings: [[]]) == nil)
        #expect(Outline(rings: [[dot, dot]]) == nil)
        #expect(Outline(rings: [[dot, dot, dot]]) == nil)
    }
}

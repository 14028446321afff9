import EssaimDomain
import Testing

struct DistanceTests {
    let territory = Land.territory

    /// (from, to, kilometres), by the formula with the functions of a C library, in Python.
    @Test(arguments: [
        ("22113", "22362", 17.59), ("29019", "67482", 901.29), ("29019", "56121", 109.45), ("75111", "97411", 9_363.26),
        ("2A004", "2B033", 105.08), ("22113", "22113", 0),
    ])
    func `communes are so far apart`(from: String, to: String, kilometres: Double) throws {
        let (here, there) = (try Land.code(from), try Land.code(to))
        let distance = try #require(territory.distance(from: here, to: there))
        #expect(abs(distance - kilometres) < 0.01)
        let back = try #require(territory.distance(from: there, to: here))
        #expect(abs(distance - back) < 1e-9)
    }

    @Test func `halfway around the globe is half its girth`() throws {
        let north = try #require(Position(longitude: 0, latitude: 90))
        let south = try #require(Position(longitude: 123, latitude: -90))
        #expect(abs(north.distance(to: south) - 20_015.114) < 0.001)
    }

    @Test(arguments: [
        (181.0, 0.0), (0, 91), (.nan, 0), (0, .nan), (.infinity, 0), (-181, 0), (0, -90.001),
    ])
    func `what is not on the globe is no position`(longitude: Double, latitude: Double) {
        #expect(Position(longitude: longitude, latitude: latitude) == nil)
    }

    @Test func `a commune without position is where its postal code is, one without commune where its département is`()
        throws
    {
        let rospez = try #require(territory.whereabouts(of: Land.rospez.code))
        #expect(rospez.ground == .postalCode)
        // Between Lannion, 20,040 inhabitants, and Ploubezre, 3,700.
        #expect(abs(rospez.position.latitude - (20_040 * 48.7329 + 3_700 * 48.7040) / 23_740) < 1e-9)

        let gone = try #require(territory.whereabouts(of: try Land.code("29999")))
        #expect(gone.ground == .departement)
        #expect((48.39...48.58).contains(gone.position.latitude))

        #expect(territory.whereabouts(of: Land.lannion.code)?.ground == .commune)
        #expect(territory.whereabouts(of: try Land.code("99109")) == nil)
        #expect(territory.distance(from: Land.lannion.code, to: try Land.code("44109")) == nil)
    }

    @Test func `any two places obey the triangle`() throws {
        var random = SeededRandom(7)
        func place() throws -> Position {
            try #require(
                Position(
                    longitude: .random(in: -180...180, using: &random), latitude: .random(in: -90...90, using: &random))
            )
        }
        for _ in 0..<2_000 {
            let (a, b, c) = (try place(), try place(), try place())
            #expect(a.distance(to: c) <= a.distance(to: b) + b.distance(to: c) + 1e-6, "seed 7: \(a) \(b) \(c)")
            #expect((0...20_015.2).contains(a.distance(to: b)), "seed 7: \(a) \(b)")
        }
    }
}

import EssaimDomain
import EssaimNetworkFiles
import Foundation
import Testing

/// The files that the product ships, read once.
struct ShippedTerritoryTests {
    static let reading = Result { try TerritoryFiles.shipped().read().get() }
    let territory: Territory
    let warnings: [TerritoryRemark]

    init() throws {
        let reading = try Self.reading.get()
        territory = reading.territory
        warnings = reading.warnings
    }

    @Test func `every commune and every département is read, and nothing is left out`() {
        #expect(territory.communes.count { $0.kind == .commune } == 34_875)
        #expect(territory.communes.count { $0.kind == .arrondissement } == 45)
        #expect(territory.departements.count == 101)
        #expect(warnings.map(\.french) == [])
    }

    /// (code, name, département, population's order of magnitude)
    @Test(arguments: [
        ("22113", "Lannion", "22"), ("56121", "Lorient", "56"), ("35238", "Rennes", "35"), ("29019", "Brest", "29"),
        ("2A004", "Ajaccio", "2A"), ("76351", "Le Havre", "76"), ("17300", "La Rochelle", "17"),
        ("97411", "Saint-Denis", "974"),
        ("75056", "Paris", "75"), ("75111", "Paris 11e Arrondissement", "75"), ("94038", "L'Haÿ-les-Roses", "94"),
        ("62178", "Bruay-la-Buissière", "62"), ("97302", "Cayenne", "973"),
    ])
    func `a commune is there under its code and its name`(code: String, name: String, departement: String) throws {
        let commune = try #require(INSEECommune(rawValue: code).flatMap { territory.commune($0) })
        #expect(commune.name == name && commune.departement == departement)
        #expect(territory.search(name, atMost: 3).map(\.code.rawValue).contains(code))
    }

    @Test func `Tréguier is in Brittany`() throws {
        let distance = territory.distance(
            from: try #require(INSEECommune(rawValue: "22113")), to: try #require(INSEECommune(rawValue: "22362")))
        #expect((15.0...20.0).contains(try #require(distance)))
    }

    @Test func `every commune stands in its département or beside it, but for islands that are not drawn`() throws {
        var strays: [String] = []
        for departement in territory.departements {
            let outline = try #require(departement.outline)
            for commune in territory.communes where commune.departement == departement.code {
                guard let position = commune.position, !outline.contains(position) else { continue }
                let nearest = outline.rings.joined().map { $0.distance(to: position) }.min() ?? .infinity
                if nearest > 12 { strays.append(commune.name) }
            }
        }
        #expect(strays == ["Île-Molène", "Ouessant", "Hœdic", "Île-d'Yeu"])
    }

    @Test func `postal codes lead to their communes`() throws {
        let shared = territory.communes(try #require(PostalCode(rawValue: "51300")))
        #expect(shared.count == 46 && shared.first?.name == "Vitry-le-François")
        #expect(territory.communes(try #require(PostalCode(rawValue: "75116"))).map(\.code.rawValue) == ["75116"])
    }

    @Test func `Île-de-France is eight départements and its people are counted once`() {
        let codes = ["75", "77", "78", "91", "92", "93", "94", "95"]
        let coverage = territory.coverage(of: Catchment(departements: codes))
        #expect(coverage.departements.map(\.code) == codes && coverage.departements.allSatisfy(\.isWhole))
        #expect((12_000_000...12_700_000).contains(coverage.inhabitants))
        #expect((1_250...1_290).contains(coverage.communes))
    }

    @Test func `all of France is somewhere between 65 and 70 million people`() {
        let all = territory.coverage(of: Catchment(departements: territory.departements.map(\.code)))
        #expect((65_000_000...70_000_000).contains(all.inhabitants) && all.communes == 34_875)
    }

    @Test func `each sector of a network in Brittany has the two others for neighbours`() {
        let sectors = [
            Catchment(departements: ["29", "22"]), Catchment(departements: ["56"]), Catchment(departements: ["35"]),
        ].map(territory.coverage)
        #expect(territory.neighbours(of: 1, among: sectors).map(\.isNextTo) == [true, true])
        #expect(territory.neighbours(of: 0, among: sectors).map(\.isNextTo) == [true, true])
    }

    @Test func `each département is drawn as a closed path, on a map that a page can carry`() throws {
        let map = territory.map()
        #expect(map.shapes.count == 96 && map.insets.map(\.shapes.count) == [4, 1, 1, 1, 1, 1])
        #expect(Set((map.shapes + map.insets.flatMap(\.shapes)).map(\.departement)).count == 101)
        for shape in map.shapes + map.insets.flatMap(\.shapes) {
            let path = shape.path
            #expect(path.hasPrefix("M") && path.hasSuffix("z") && !path.contains("nan"), "\(shape.departement)")
            #expect(path.utf8.allSatisfy { "Mlz -0123456789".utf8.contains($0) }, "\(shape.departement)")
            #expect(
                (0...Double(map.width)).contains(shape.middle.x) && (0...Double(map.height)).contains(shape.middle.y))
        }
        let bytes = (map.shapes + map.insets.flatMap(\.shapes)).reduce(0) { $0 + $1.path.utf8.count }
        #expect(bytes < 64 * 1024, "\(bytes) bytes of paths")
    }
}

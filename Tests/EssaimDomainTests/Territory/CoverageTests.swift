import EssaimDomain
import Testing

struct CoverageTests {
    let territory = Land.territory

    @Test func `a zone of départements, communes and postal codes counts each commune once`() throws {
        let coverage = territory.coverage(
            of: Catchment(
                departements: ["22"], communes: [Land.lannion.code, Land.redon.code],
                postalCodes: [try Land.postal("22300")]))
        #expect(coverage.communes == 6 && coverage.uncounted == 0)
        #expect(coverage.inhabitants == 20_040 + 2_419 + 44_224 + 3_700 + 1_800 + 9_300)
        #expect(coverage.remarks == [])
        #expect(coverage.departements.map(\.code) == ["22", "35"])
        #expect(coverage.departements.map(\.isWhole) == [true, false])
        #expect(coverage.departements.map(\.communes) == [5, 1] && coverage.departements.map(\.allCommunes) == [5, 2])
        #expect(coverage.departements.map(\.allInhabitants) == [72_183, 234_381])
        #expect(territory.communes(of: coverage).map(\.name).contains("Redon"))
    }

    @Test func `a city is one commune, and its people are those of its arrondissements`() throws {
        let whole = territory.coverage(of: Catchment(departements: ["75"]))
        #expect(whole.communes == 1 && whole.inhabitants == 300 && whole.departements.first?.isWhole == true)
        #expect(territory.coverage(of: Catchment(communes: [Land.paris.code])) == whole)
        let twice = Catchment(departements: ["75"], communes: [Land.paris.code, Land.paris10.code])
        #expect(territory.coverage(of: twice) == whole)

        let part = territory.coverage(of: Catchment(postalCodes: [try Land.postal("75011")]))
        #expect(part.communes == 1 && part.inhabitants == 200 && part.departements.first?.isWhole == false)
    }

    @Test func `a commune where nobody was counted is covered, and said`() {
        let coverage = territory.coverage(of: Catchment(departements: ["976"], communes: [Land.sainteMarie.code]))
        #expect(coverage.communes == 2 && coverage.inhabitants == 34_061 && coverage.uncounted == 1)
        // Whole, although the département's name is in no list.
        #expect(coverage.departements.last?.isWhole == true && coverage.remarks == [.unknownDepartement("976")])
    }

    @Test func `what covers nothing is said`() throws {
        let coverage = territory.coverage(
            of: Catchment(
                departements: ["44", "978", "22"], communes: [try Land.code("22999"), try Land.code("98818")],
                postalCodes: [try Land.postal("29999")]))
        #expect(
            coverage.remarks == [
                .unknownDepartement("44"), .collectivity(.saintMartin), .unlistedCommune(try Land.code("22999")),
                .unlistedCommune(try Land.code("98818")), .unknownPostalCode(try Land.postal("29999")),
            ])
        #expect(coverage.departements.map(\.code) == ["22"])
        #expect(territory.coverage(of: Catchment()).isEmpty)
        #expect(territory.coverage(of: Catchment(departements: ["44"])).isEmpty)
    }

    @Test func `zones that meet are told, with what they share`() throws {
        let coverages = [
            Catchment(departements: ["22"]), Catchment(departements: ["29", "56"]),
            Catchment(departements: ["29"], postalCodes: [try Land.postal("22300")]), Catchment(),
        ].map(territory.coverage)
        let overlaps = territory.overlaps(among: coverages)
        #expect(overlaps.map { [$0.first, $0.second] } == [[0, 2], [1, 2]])
        #expect(overlaps.map(\.shared.communes) == [3, 2])
        #expect(overlaps.map(\.shared.inhabitants) == [25_540, 154_619])
        #expect(territory.overlaps(among: coverages, atMost: 1).count == 1)
        #expect(territory.overlaps(among: []) == [])
    }

    @Test func `an arrondissement overlaps its city`() throws {
        let coverages = [Catchment(communes: [Land.paris.code]), Catchment(communes: [Land.paris11.code])]
            .map(territory.coverage)
        #expect(territory.overlaps(among: coverages).map(\.shared.inhabitants) == [200])
    }

    @Test func `together they cover what one or the other does`() {
        let coverages = [Catchment(departements: ["22", "44"]), Catchment(departements: ["22", "29"])].map(
            territory.coverage)
        let union = territory.union(coverages)
        #expect(union.communes == 7 && union.departements.map(\.code) == ["22", "29"])
        #expect(union.remarks == [.unknownDepartement("44")])
    }

    @Test func `union and overlap count everybody, whatever the zones`() {
        var random = SeededRandom(2026)
        for round in 0..<500 {
            func zone() -> Coverage {
                let communes = Land.communes.map(\.code).filter { _ in Bool.random(using: &random) }
                let departements = ["22", "29", "75", "2A"].filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
                return territory.coverage(of: Catchment(departements: departements, communes: communes))
            }
            let (one, other) = (zone(), zone())
            let (union, shared) = (territory.union([one, other]), territory.overlap(of: one, and: other))
            #expect(
                one.inhabitants + other.inhabitants == union.inhabitants + shared.inhabitants, "seed 2026, \(round)")
            #expect(
                union.communes <= one.communes + other.communes && union.communes >= one.communes, "seed 2026, \(round)"
            )
            for share in union.departements {
                #expect(share.isWhole == (share.inhabitants == share.allInhabitants), "seed 2026, \(round) \(share)")
            }
        }
    }

    @Test func `a zone of a network has its catchment`() {
        let zone = Zone(id: "sud", name: "Sud", departements: ["56"], communes: [Land.redon.code])
        #expect(zone.catchment == Catchment(departements: ["56"], communes: [Land.redon.code]))
    }
}

struct CoverageNeighbourTests {
    let territory = Land.territory

    @Test func `the zone next door comes first, then the nearest`() throws {
        let zones = [
            Catchment(communes: [Land.lannion.code]),
            Catchment(departements: ["67"]),
            Catchment(departements: ["56"]),
            Catchment(),
            Catchment(communes: [Land.ploubezre.code, Land.strasbourg.code]),
            Catchment(communes: [Land.morlaix.code]),
        ].map(territory.coverage)
        let neighbours = territory.neighbours(of: 0, among: zones)
        // Ploubezre lies 3 km from Lannion, although most of its zone's people live in Strasbourg.
        #expect(neighbours.map(\.index) == [4, 5, 2, 1])
        #expect(neighbours.map(\.isNextTo) == [true, false, false, false])
        #expect(neighbours[1].kilometres < neighbours[2].kilometres)
    }

    @Test func `whoever asks about no zone, or an empty one, hears of none`() {
        let zones = [Catchment(), Catchment(departements: ["22"])].map(territory.coverage)
        #expect(territory.neighbours(of: 0, among: zones) == [])
        #expect(territory.neighbours(of: 1, among: zones) == [])
        #expect(territory.neighbours(of: 9, among: zones) == [])
        #expect(territory.neighbours(of: -1, among: zones) == [])
    }

    @Test func `being next to is mutual`() {
        var random = SeededRandom(99)
        for round in 0..<200 {
            let zones = (0..<3).map { _ in
                territory.coverage(
                    of: Catchment(communes: Land.communes.map(\.code).filter { _ in Bool.random(using: &random) }))
            }
            for zone in zones.indices {
                for neighbour in territory.neighbours(of: zone, among: zones) {
                    let back = territory.neighbours(of: neighbour.index, among: zones).first { $0.index == zone }
                    #expect(back?.isNextTo == neighbour.isNextTo, "seed 99, \(round)")
                }
            }
        }
    }
}

import EssaimDomain
import Testing

/// Zones that unite others: « Bretagne » over three sectors, and a region over it. Read as lines of text, by hand.
struct UnionRoutingTests {
    private static func network(_ pools: [Identifier<Zone>: Identifier<Pool>], first: Bool = false) -> Network {
        let union = Zone(id: "bretagne", name: "Bretagne", departements: ["29"], unites: ["brest", "rennes", "none"])
        let sectors = [
            Zone(
                id: "brest", name: "Brest", departements: ["29"],
                postalCodes: ["22300"].compactMap(PostalCode.init(rawValue:))),
            Zone(id: "rennes", name: "Rennes", departements: ["35", "22"]),
        ]
        let west = Zone(id: "west", name: "Ouest", unites: ["bretagne", "west"])
        return Network(
            id: "n", name: "N", zones: first ? [west, union] + sectors : sectors + [union, west],
            pools: pools.values.sorted().map { Pool(id: $0, name: "") },
            offers: [
                Offer(
                    id: "o", title: "O", state: .paused, stateUntil: CivilDate("2026-11-18"), targets: [:],
                    pools: pools)
            ])
    }

    private func ways(_ network: Network, _ code: String, at now: Instant = RoutingSample.now) throws -> String {
        let commune: INSEECommune = try #require(INSEECommune(rawValue: code))
        let place = DemandPlace(commune: commune).locality(in: SomeCommunes())
        switch RoutingTable(network, communes: SomeCommunes()).ways(of: "o", from: place, at: now) {
        case .success(let routes): return routes.map { "\($0.pool)@\($0.zone)" }.joined(separator: " ")
        case .failure(let obstacle): return "\(obstacle)"
        }
    }

    @Test(
        arguments: [
            // Commune; what each line's pools give: the sector's own, the union's alone, the region's alone, all of them.
            ("29232", ["b@brest", "u@bretagne", "w@west", "b@brest u@bretagne w@west"]),
            // 22300 is a postal code of Brest's: Lannion is Brest's though its département is Rennes's.
            ("22113", ["b@brest", "u@bretagne", "w@west", "b@brest u@bretagne w@west"]),
            ("22278", ["zoneWithoutPool(rennes)", "u@bretagne", "w@west", "u@bretagne w@west"]),
            ("56121", Array(repeating: "outsideTerritory", count: 4)),
        ] as [(String, [String])])
    func `a zone's own pool comes first, then those of the zones that unite it`(code: String, found: [String]) throws {
        let lines: [[Identifier<Zone>: Identifier<Pool>]] = [
            ["brest": "b"], ["bretagne": "u"], ["west": "w"], ["brest": "b", "bretagne": "u", "west": "w"],
        ]
        for (pools, expected) in zip(lines, found) {
            // Whatever the order in which the network names its zones.
            for first in [false, true] {
                let said = try ways(Self.network(pools, first: first), code)
                #expect(said == expected, "\(pools) \(first)")
            }
        }
    }

    @Test func `a united zone is no overlap, and a line of the union alone leaves nothing out`() throws {
        let place = DemandPlace(departement: "29").locality(in: SomeCommunes())
        let demand = RoutingDemand(offer: "o", urgency: .routine, place: place, wantedBy: RoutingSample.now)
        let hour = RoutingHour(now: RoutingSample.now, experts: ["u": [RoutingSample.expert("x")]])
        let answer = RoutingTable(Self.network(["bretagne": "u"])).route(demand, at: hour)
        #expect(answer.remarks == [] && answer.lines == ["0 pool@u: zone bretagne (union)"])
    }

    @Test func `zones that unite each other in a ring still have their places`() throws {
        var network = Self.network(["brest": "b", "bretagne": "u"])
        network.zones[0].unites = ["bretagne", "west"]
        #expect(try ways(network, "29232").contains("b@brest"))
    }

    @Test func `a pause ends on its day, and a line that is coming stays so`() throws {
        let network = Self.network(["brest": "b"])
        let before = try Wall.utc("2026-11-17T22:59")
        #expect(try ways(network, "29232", at: before).hasPrefix("lineNotOpen"))
        #expect(try ways(network, "29232", at: before + .minutes(1)) == "b@brest", "midnight in Paris")
    }
}

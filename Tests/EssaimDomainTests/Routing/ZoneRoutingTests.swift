import EssaimDomain
import Testing

struct ZoneRoutingTests {
    /// Four zones, as a network file could declare them: one commune apart from its département, Corsica, overseas.
    private func network() throws -> Network {
        let zones = [
            Zone(id: "north", name: "Nord", departements: ["22", "29", "974"]),
            Zone(
                id: "south", name: "Sud", departements: ["56", "2A"],
                communes: [try commune("35236"), try commune("22278")]),
            Zone(id: "east", name: "Est", departements: ["35", "2B"]),
            Zone(id: "isle", name: "Île", departements: ["97"]),
        ]
        return Network(
            id: "n", name: "N", zones: zones, pools: [Pool(id: "p", name: "P"), Pool(id: "q", name: "Q")], offers: [])
    }

    private let offer = Offer(id: "o", title: "O", targets: [:], pools: ["north": "p", "south": "q"])

    private func commune(_ code: String) throws -> INSEECommune {
        try #require(INSEECommune(rawValue: code), "\(code)")
    }

    @Test(
        arguments: [
            // Commune, zone, pool; no zone: outside; no pool: a zone that nobody answers.
            ("22113", "north", "p"), ("29019", "north", "p"), ("56260", "south", "q"), ("35238", "east", nil),
            // A commune named by a zone wins over its département, whether or not that one has a pool.
            ("35236", "south", "q"), ("22278", "south", "q"),
            // Corsica's two départements are not one; overseas has three digits.
            ("2A004", "south", "q"), ("2B033", "east", nil), ("97411", "north", "p"), ("97105", nil, nil),
            ("98818", nil, nil),
            ("75111", nil, nil), ("20004", nil, nil), ("99100", nil, nil),
        ] as [(String, String?, String?)])
    func `a demand goes where the commune is`(code: String, zone: String?, pool: String?) throws {
        let ways = try ways(in: try network(), from: code)
        switch (zone, pool) {
        case (let zone?, let pool?):
            #expect(ways == .success([Route(offer: "o", zone: Identifier(zone), pool: Identifier(pool))]))
        case (let zone?, nil): #expect(ways == .failure(.zoneWithoutPool(Identifier(zone))))
        default: #expect(ways == .failure(.outsideTerritory))
        }
    }

    @Test func `the first zone that claims a place has it`() throws {
        var network = try network()
        network.zones.append(Zone(id: "late", name: "Tard", departements: ["22"], communes: [try commune("35236")]))
        #expect(try ways(in: network, from: "22113").get().first?.zone == "north")
        #expect(try ways(in: network, from: "35236").get().first?.zone == "south")
    }

    private func ways(in network: Network, from code: String) throws -> Result<[Route], RoutingObstacle> {
        var network = network
        network.offers = [offer]
        let place = DemandPlace(commune: try commune(code)).locality(in: NoCommunes())
        return RoutingTable(network).ways(of: "o", from: place, at: RoutingSample.now)
    }

    @Test(
        arguments: [
            // Kind, professions named by the line, who asks, admitted.
            (RequestKind.teleexpertise, [], Profession.doctor, true), (.teleexpertise, [], .nurse, true),
            (.teleexpertise, [], .none, false), (.orientation, [], .none, true), (.orientation, [.nurse], .none, false),
            (.teleexpertise, [.nurse], .doctor, false), (.teleexpertise, [.nurse], .nurse, true),
            (.teleexpertise, [.none], .none, false),
        ] as [(RequestKind, [Profession], Profession, Bool)])
    func `a line admits whom the law and the line admit`(
        kind: RequestKind, named: [Profession], asking: Profession, isAdmitted: Bool
    ) {
        let line = Offer(id: "o", title: "O", kind: kind, professions: named, targets: [:], pools: [:])
        #expect(line.admits(asking) == isAdmitted)
    }
}

import EssaimDomain
import Testing

/// Where a demand comes from, however little is known of it.
struct DemandPlaceTests {
    private func routed(_ place: DemandPlace) -> (zone: String, remarks: [RoutingRemark])? {
        let demand = RoutingDemand(
            offer: "lesion", urgency: .routine, place: place.locality(in: SomeCommunes()), wantedBy: RoutingSample.now)
        let answer = RoutingSample.table.route(demand, at: RoutingSample.hour())
        return answer.route.map { ($0.zone.rawValue, answer.remarks) }
    }

    private func gone(_ code: String) throws -> [RoutingRemark] {
        [.place(.communeGone(try #require(INSEECommune(rawValue: code))))]
    }

    @Test func `a commune that no longer exists falls back to its département, and it is said`() throws {
        for (code, zone) in [("56999", "lorient"), ("22999", "rennes"), ("29001", "brest")] {
            let found = try #require(routed(DemandPlace(commune: INSEECommune(rawValue: code))), "\(code)")
            #expect(found.zone == zone, "\(code)")
            #expect(found.remarks == (try gone(code)), "\(code)")
        }
    }

    @Test(arguments: [("2A999", "2A"), ("2B001", "2B"), ("97499", "974"), ("98801", "988"), ("20004", "20")])
    func `the département of Corsica and overseas is read from the code`(code: String, departement: String) throws {
        let commune = try #require(INSEECommune(rawValue: code))
        let locality = try #require(DemandPlace(commune: commune).locality(in: SomeCommunes()))
        #expect(locality.spots.map(\.departement) == [departement] && locality.doubt == .communeGone(commune))
    }

    @Test func `a zone that names a commune that no longer exists still has it`() throws {
        var network = RoutingSample.network
        network.zones[0].communes += RoutingSample.communes("56999")
        let demand = try RoutingSample.demand("lesion", from: "56999")
        let answer = RoutingTable(network).route(demand, at: RoutingSample.hour())
        #expect(answer.lines == ["0 pool@brest: zone brest (commune)"])
        #expect(answer.remarks == (try gone("56999")))
    }

    @Test func `an arrondissement is of its own zone, else of its commune's`() throws {
        var network = RoutingSample.network
        network.zones[1].communes = RoutingSample.communes("75056")
        let demand = try RoutingSample.demand("lesion", from: "75111")
        #expect(RoutingTable(network).route(demand, at: RoutingSample.hour()).route?.zone == "lorient")
        network.zones[2].communes = RoutingSample.communes("75111")
        #expect(RoutingTable(network).route(demand, at: RoutingSample.hour()).route?.zone == "rennes")
    }

    @Test(
        arguments: [
            ("22300", "brest", []), ("29000", "brest", []),
            // Two of its three communes are of Brest's zone.
            ("22560", "brest", [RoutingRemark.postalCodeInSeveralZones(["brest", "rennes"])]),
            // No commune bears it: the département that it begins with.
            ("56999", "lorient", [.place(.postalCodeUnknown("56999"))]),
            ("35000", "rennes", [.place(.postalCodeUnknown("35000"))]),
        ] as [(String, String, [RoutingRemark])])
    func `a postal code stands for its communes`(code: String, zone: String, remarks: [RoutingRemark]) throws {
        let found = try #require(routed(DemandPlace(postalCode: code)))
        #expect(found.zone == zone && found.remarks == remarks)
    }

    @Test(
        arguments: [
            ("20000", "2A"), ("20169", "2A"), ("20200", "2B"), ("20620", "2B"), ("97133", "977"), ("97150", "978"),
            ("97110", "971"), ("97400", "974"), ("98800", "988"), ("01000", "01"), ("95880", "95"), ("00000", nil),
            ("99123", nil), ("96000", nil), ("7500", nil), ("750011", nil), ("75O11", nil), ("", nil),
        ] as [(String, String?)])
    func `the département of a postal code that no commune bears`(code: String, departement: String?) {
        let locality = DemandPlace(postalCode: code).locality(in: NoCommunes())
        #expect(locality?.spots.map(\.departement) == departement.map { [$0] })
    }

    @Test func `hostile postal codes are no place`() {
        for text in hostileTexts {
            #expect(DemandPlace(postalCode: text).locality(in: SomeCommunes()) == nil, "\(text.prefix(20))")
        }
        #expect(DemandPlace().locality(in: SomeCommunes()) == nil)
        #expect(DemandPlace(departement: "").locality(in: SomeCommunes()) == nil)
    }

    @Test func `the commune wins over the postal code, and that over the département`() throws {
        let commune = INSEECommune(rawValue: "56121")
        #expect(routed(DemandPlace(commune: commune, postalCode: "35000", departement: "29"))?.zone == "lorient")
        #expect(routed(DemandPlace(postalCode: "29000", departement: "35"))?.zone == "brest")
        #expect(routed(DemandPlace(postalCode: "?", departement: "35"))?.zone == "rennes")
    }
}

private struct NoCommunes: CommuneTable {
    func contains(_ commune: INSEECommune) -> Bool { false }
    func communes(withPostalCode code: String) -> [INSEECommune] { [] }
    func whole(of commune: INSEECommune) -> INSEECommune? { nil }
}

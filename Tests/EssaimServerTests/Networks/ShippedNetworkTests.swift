import EssaimDomain
import EssaimNetworkFiles
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// The files of `networks/`, as the program carries them.
@Suite struct ShippedNetworkTests {
    @Test("All of them live in one server: no fault, no warning, and applied twice nothing changes")
    func together() async throws {
        try await NetworkTown.open([]) { networks in
            let server = networks.town.server
            for name in ShippedNetworks.names {
                let file = try #require(ShippedNetworks.file(named: name))
                let applied = try await server.apply(networkFile: file)
                #expect(applied.warnings == [], "\(name)")
                #expect(applied.network.id.rawValue == name, "a file is called as its network")
            }
            for name in ShippedNetworks.names {
                let file = try #require(ShippedNetworks.file(named: name))
                let again = try await server.apply(networkFile: file)
                #expect(again.difference == [], "\(name)")
                let shown = try #require(try await server.networkFile(of: Identifier(name)))
                let read = try NetworkFile.read(shown, forms: server.forms.ids).get()
                #expect(read == again.network, "\(name)")
            }
            let kept = try await server.networkIDs().map(\.rawValue)
            #expect(Set(ShippedNetworks.names).isSubset(of: kept))
        }
    }

    @Test("Every line says what it is for and whom it looks for, has a form to ask by, and a team in each zone")
    func complete() async throws {
        try await NetworkTown.open(ShippedNetworks.names) { networks in
            let all = try await networks.town.server.store.read { try $0.networks() }
            let shipped = all.filter { ShippedNetworks.names.contains($0.id.rawValue) }
            #expect(shipped.count == ShippedNetworks.names.count)
            var alone: [String] = []
            for network in shipped {
                #expect(!network.phone.isEmpty, "\(network.id)")
                if let frame = network.frame { #expect(shipped.contains { $0.id == frame }, "\(network.id)") }
                for offer in network.offers {
                    #expect(!offer.summary.isEmpty && offer.keywords.count >= 2, "\(offer.id)")
                    #expect(offer.hours != nil && offer.targets.count == 3, "\(offer.id)")
                    // A question put to a meeting is free; a patient to be taken is described, not asked about.
                    if offer.kind == .teleexpertise {
                        #expect(offer.form != nil || offer.id == "essdv-idf/rcp", "\(offer.id)")
                    }
                    for zone in network.zones where offer.state == .open && offer.pools[zone.id] == nil {
                        alone.append("\(offer.id) \(zone.id)")
                    }
                }
            }
            #expect(alone == ["oncobreizh/eruption oncobreizh/lorient-vannes"], "told before anyone types: see below")
        }
    }

    @Test("A zone without a team for a line reads so before anything is typed")
    func nobodyThere() async throws {
        try await NetworkTown.open(["oncobreizh"]) { networks in
            let asker = try await networks.asker("kerjean", "Kerjean", at: "56121", "Lorient")
            let page = try await networks.town.browser(of: asker).get("/lignes/oncobreizh/eruption")
            #expect(page.text.contains("Personne n’y répond encore pour Lorient–Vannes"))
            #expect(!page.forms.contains { $0.action == "/demandes" })
        }
    }

    @Test("Seine-et-Marne: each hospital has the lines that it has, open or coming")
    func hospitals() async throws {
        try await NetworkTown.open(["seine-et-marne"]) { networks in
            let network = try #require(try await networks.town.server.store.read { try $0.network("seine-et-marne") })
            #expect(network.partners.filter { $0.kind == .hospital }.count == 5)
            func lines(_ owner: String, _ state: Offer.State) -> Set<String> {
                let owned = network.offers.filter {
                    $0.owner?.rawValue == "seine-et-marne/" + owner && $0.state == state
                }
                return Set(owned.map { $0.form?.rawValue ?? $0.id.rawValue })
            }
            #expect(lines("ghef", .open) == ["medecine-vasculaire", "dermatologie"])
            #expect(
                lines("ghef", .coming) == [
                    "pneumologie", "geriatrie", "diabetologie", "cardiologie", "gynecologie-obstetrique",
                ])
            #expect(lines("chsud77", .open) == ["orl", "medecine-interne", "oncologie", "allergologie"])
            #expect(lines("chsud77", .coming) == ["orthopedie"])
            #expect(lines("ghsif", .open) == ["plaies", "antibiotiques", "infectiologie"])
            #expect(
                lines("forcilles", .open) == ["pneumologie", "diabetologie", "thyroide", "oncologie", "hematologie"])
            #expect(lines("provins", .coming) == ["medecine-interne"] && lines("provins", .open) == [])
            for offer in network.offers {
                let pools = Set(offer.pools.values)
                #expect(network.pools.filter { pools.contains($0.id) }.allSatisfy { $0.owner == offer.owner })
            }
        }
    }

    @Test("Someone who answers in two networks has both in one list, and each keeps its own line")
    func two() async throws {
        try await NetworkTown.open(["seine-et-marne", "essdv-idf"]) { networks in
            let asker = try await networks.asker("martel", "Martel", at: "77288", "Melun")
            let expert = try await networks.expert(
                "lunel", "Lunel", in: "seine-et-marne/dermatologie", "essdv-idf/grande-couronne")
            let hospital = try await networks.sent("seine-et-marne/dermatologie", by: asker, TypedForm.skin)
            let team = try await networks.sent("essdv-idf/dermatose", by: asker, TypedForm.skin)
            let list = try await networks.town.browser(of: expert).get("/demandes?vue=a-prendre")
            #expect(list.source.contains(hospital) && list.source.contains(team))
            #expect(try await networks.stored(hospital).network == "seine-et-marne")
            #expect(try await networks.stored(team).network == "essdv-idf")
            for demand in [hospital, team] { try await networks.answer(demand, by: expert) }
            for demand in [hospital, team] { try await networks.readAndClose(demand, by: asker) }
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// ESS Cardio: one number, a doctor who reads each demand first, Monday to Friday from 9 to 19. It is Friday 27 November 2026.
@Suite struct CardiologyTests {
    private static let line = "ess-cardio-idf/avis"
    private static let friday = "2026-11-27"
    private static let monday = "2026-11-30"

    private struct Cast {
        let asker: Person
        let regulator: Person
        let expert: Person

        init(_ networks: NetworkTown) async throws {
            asker = try await networks.asker("voltaire", "Voltaire", at: "75111", "Paris")
            regulator = try await networks.member("regule", "Régule", of: "ess-cardio-idf", as: .regulator)
            expert = try await networks.expert("pouls", "Pouls", in: "ess-cardio-idf/volontaires")
        }
    }

    @Test(
        "A priority demand of Friday 18:55 is triaged at once, counts opening time only, and is due on Monday before noon"
    )
    func friday() async throws {
        try await NetworkTown.open(["ess-cardio-idf"]) { networks in
            let (town, cast) = (networks.town, try await Cast(networks))
            town.clock.set(to: try NetworkTown.hour(Self.friday, 18, 55))
            let demand = try await networks.sent(
                Self.line, by: cast.asker, TypedForm.heart + [("urgency", "priority")])
            #expect(try await networks.stored(demand).awaitsTriage)
            #expect(try await networks.stored(demand).clock?.dueAt == (try NetworkTown.hour(Self.monday, 11, 55)))
            #expect(try await town.browser(of: cast.expert).get("/demandes/\(demand)").status == 404)

            let regulator = try await town.browser(of: cast.regulator)
            #expect(try await regulator.get("/regulation").source.contains(demand))
            #expect(try await regulator.act(on: demand, "trier").status == 303)
            let named = try await regulator.act(on: demand, "attribuer", [("expert", cast.expert.id.rawValue)])
            #expect(named.status == 303, "\(named.text)")
            #expect(try await networks.stored(demand).isBeforeTriage == false)
            #expect(try await networks.stored(demand).assignments.map(\.expert) == [cast.expert.id])

            // The line is closed: nobody is pressed all the weekend long.
            for (day, hour) in [(Self.friday, 23), ("2026-11-28", 12), ("2026-11-29", 23)] {
                town.clock.set(to: try NetworkTown.hour(day, hour))
                #expect(try await town.server.requests.keepPromises() == 0, "\(day)")
            }
            town.clock.set(to: try NetworkTown.hour(Self.monday, 9, 41))
            #expect(try await town.server.requests.keepPromises() == 1)
            let steps = try await town.server.store.read { try $0.guaranteeTrace(of: Identifier(demand)) }
            #expect(steps.map(\.key.act) == [.remind])
            try await networks.answer(demand, by: cast.expert)
            try await networks.readAndClose(demand, by: cast.asker)
            #expect(try await networks.acts(demand) == ["RQD", "TE2"])
        }
    }

    @Test("An urgent demand waits for no triage, and its hour is counted day and night")
    func urgent() async throws {
        try await NetworkTown.open(["ess-cardio-idf"]) { networks in
            let (town, cast) = (networks.town, try await Cast(networks))
            town.clock.set(to: try NetworkTown.hour(Self.friday, 18, 55))
            let demand = try await networks.sent(Self.line, by: cast.asker, TypedForm.heart + [("urgency", "urgent")])
            #expect(try await networks.stored(demand).clock?.dueAt == (try NetworkTown.hour(Self.friday, 19, 55)))
            #expect(try await town.browser(of: cast.expert).get("/demandes?vue=a-prendre").source.contains(demand))
            let board = try await town.browser(of: cast.regulator).get("/regulation?vue=urgentes")
            #expect(board.source.contains(demand))
            town.clock.set(to: try NetworkTown.hour(Self.friday, 19, 56))
            #expect(try await town.server.requests.keepPromises() == 1)
            let page = try await town.browser(of: cast.asker).get("/demandes/\(demand)")
            #expect(page.text.contains("Délai dépassé") && page.text.contains("le 15"))
            try await networks.answer(demand, by: cast.expert)
            try await networks.readAndClose(demand, by: cast.asker)
        }
    }

    @Test("The telephone is offered until 19 h; at 19:05 it is said to be closed, and the 15 stands in its place")
    func telephone() async throws {
        try await NetworkTown.open(["ess-cardio-idf"]) { networks in
            let (town, cast) = (networks.town, try await Cast(networks))
            town.clock.set(to: try NetworkTown.hour(Self.friday, 18, 55))
            let open = try await town.browser(of: cast.asker).get("/lignes/\(Self.line)")
            #expect(open.text.contains("01 99 00 35 00") && open.text.contains("Je téléphone"))
            #expect(!open.text.contains("Fermé à cette heure"))
            town.clock.set(to: try NetworkTown.hour(Self.friday, 19, 5))
            let closed = try await town.browser(of: cast.asker).get("/lignes/\(Self.line)")
            #expect(closed.text.contains("Fermée à cette heure, ouvre"))
            #expect(
                closed.text.contains("Fermé à cette heure. Si l’état du patient ne peut pas attendre, appelez le 15."))
            #expect(!closed.text.contains("Je téléphone"))
        }
    }

    @Test("The eight départements of the region are its own, and Chartres is not")
    func territory() async throws {
        try await NetworkTown.open(["ess-cardio-idf"]) { networks in
            let cast = try await Cast(networks)
            let server = networks.town.server
            let network = try #require(try await server.store.read { try $0.network("ess-cardio-idf") })
            let line = try #require(network.offers.first)
            #expect(network.departements(of: line) == ["75", "77", "78", "91", "92", "93", "94", "95"])
            let there = try await networks.town.browser(of: cast.asker).get("/lignes/\(Self.line)")
            #expect(there.forms.contains { $0.action == "/demandes" })
            let other = try await networks.asker("beauce", "Beauce", at: "28085", "Chartres")
            let outside = try await networks.town.browser(of: other).get("/lignes/\(Self.line)")
            #expect(!outside.forms.contains { $0.action == "/demandes" })
        }
    }
}

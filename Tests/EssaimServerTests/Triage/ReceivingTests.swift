import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// A line that an answer asks to receive the patient, and a line that takes patients rather than questions.
@Suite struct ReceivingTests {
    /// A demand whose answer names the southern line.
    private func named(_ town: ServedTown) async throws -> String {
        let demand = try await town.browser(of: .asker).sentDemand()
        _ = try await town.browser(of: .regulator).act(on: demand, "transmettre")
        let expert = try await town.browser(of: .senior)
        _ = try await expert.act(on: demand, "prendre")
        let path = "/demandes/\(demand)/repondre"
        let page = try await expert.submit(
            try await expert.get(path).form(to: path),
            [
                ("text", Canary.advice), ("orientation", "quickConsultation"), ("receiving", "tumours south"),
                ("_suite", "envoyer"),
            ])
        #expect(page.status == 303)
        return demand
    }

    @Test func `the line named finds the patient in its list, says yes, and both sides read it`() async throws {
        try await ServedTown.openRegulated { town in
            let southern = try await town.browser(of: .southern)
            let demand = try await named(town)
            #expect(try await southern.get("/demandes?vue=a-recevoir").source.contains(demand))
            #expect(try await southern.get("/demandes/\(demand)").text.contains("dites si vous prenez ce patient"))
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes/\(demand)").text.contains("Le demandeur garde la main"))
            #expect(
                try await town.browser(of: .second).act("/demandes/\(demand)/accepter-patient", key: "k", version: 9)
                    .status == 404)
            let accepted = try await southern.act(
                on: demand, "accepter-patient",
                [("jour", "04/12/2026"), ("heure", "14:30"), ("lieu", "Vannes"), ("avec", "Dr Guivarch"), ("note", "")])
            #expect(accepted.status == 303)
            #expect(!(try await southern.get("/demandes?vue=a-recevoir")).source.contains(demand))
            for person in [Person.asker, .senior] {
                #expect(try await town.browser(of: person).get("/demandes/\(demand)").text.contains("prend ce patient"))
            }
            #expect(try await town.stored(demand)?.visit?.appointment?.place == "Vannes")
            #expect(try await asker.get("/demandes?vue=nouvelles").source.contains(demand))
        }
    }

    @Test func `a line that refuses says why and where else, and sees the demand no more`() async throws {
        try await ServedTown.openRegulated { town in
            let demand = try await named(town)
            let southern = try await town.browser(of: .southern)
            _ = try await southern.act(
                on: demand, "refuser-patient", [("motif", Canary.remark), ("autre_voie", "Les urgences.")])
            #expect(try await southern.get("/demandes/\(demand)").status == 404)
            let page = try await town.browser(of: .asker).get("/demandes/\(demand)")
            #expect(page.text.contains(Canary.remark) && page.text.contains("ne prend pas ce patient"))
        }
    }

    @Test func `a demande d'orientation is accepted by its line: answered, unread, and no act is billed`() async throws
    {
        try await ServedTown.openRegulated { town in
            let route = Route(offer: Offer.orientation.id, zone: Zone.north.id, pool: Pool.north.id)
            try await town.keep(.sample(.submitted, id: "orientation", route: route, kind: .orientation))
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes/orientation").text.contains("Le demandeur garde la main"))
            let expert = try await town.browser(of: .senior)
            #expect(try await expert.act(on: "orientation", "accepter-patient").status == 303)
            let kept = try #require(try await town.stored("orientation"))
            #expect(kept.state == .answered && kept.isUnread && kept.holder == Person.senior.id)
            let acts = try await town.server.store.read { try $0.acts(of: "orientation") }
            #expect(acts.allSatisfy { $0.code == nil })
        }
    }
}

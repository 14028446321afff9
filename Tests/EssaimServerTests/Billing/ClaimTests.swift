import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct ClaimTests {
    @Test func `lines are marked by pasting their numbers, all of them or none`() async throws {
        try await ServedTown.open { town in
            try await town.makeHospital()
            let demands = [try await town.answeredDemand(), try await town.answeredDemand()]
            let office = try await town.browser(of: .billingOffice)
            _ = try await town.makeBatch(office)
            let form = try await office.get("/facturation").form(to: "/facturation/lignes")
            let unknown = try await office.submit(form, [("lignes", "L1-1\nL99-1"), ("issue", "facture")])
            #expect(unknown.status == 422 && unknown.text.contains("L99-1 n’est pas une ligne en cours"))
            #expect(unknown.source.contains("L1-1\nL99-1"), "what was pasted is kept")
            let silent = try await office.submit(form, [("lignes", "L1-1"), ("issue", "rejete"), ("motif", "")])
            #expect(silent.status == 422 && silent.text.contains("Dites pourquoi"))
            #expect(try await office.submit(form, [("lignes", " ; ")]).status == 422)
            for demand in demands { #expect(try town.act("TE2", of: demand).state == "batched") }
            let done = try await office.submit(form, [("lignes", "l1-1, L1-2"), ("issue", "facture")])
            #expect(done.location == "/facturation?fait=facturation")
            #expect(try await office.submit(form, [("lignes", "l1-1, L1-2"), ("issue", "facture")]).status == 303)
            for demand in demands { #expect(try town.act("TE2", of: demand).state == "billed") }
            #expect(try town.entries("billing.bill").count == 2)
        }
    }

    @Test func `a rejected line is put right and leaves again under a new number that names the old one`() async throws
    {
        try await ServedTown.open { town in
            try await town.makeHospital()
            let demand = try await town.answeredDemand()
            let office = try await town.browser(of: .billingOffice)
            _ = try await town.makeBatch(office)
            let act = try town.act("TE2", of: demand)
            let marking = try await office.get("/facturation").form(to: "/facturation/actes/\(act.id)/rejete")
            _ = try await office.submit(marking, [("motif", "Droits fermés")])
            #expect(try await office.get("/facturation").text.contains("Rejeté : Droits fermés"))
            // The page that was open before says what it does not know any more.
            let stale = try await office.submit(marking, [("motif", "Encore"), ("_cle", "autre")])
            #expect(stale.status == 409 && stale.text.contains("Cet acte a changé entre-temps"))
            #expect(try town.act("TE2", of: demand).state == "rejected")
            let retry = try await office.get("/facturation").form(to: "/facturation/actes/\(act.id)/reprendre")
            _ = try await office.submit(retry)
            let second = try await town.makeBatch(office).id(after: "/facturation/lots/")
            let rows = try await town.rows(of: second, office)
            #expect(rows.map { Array($0.prefix(4)) } == [["L2-1", "acte", "1", "L1-1"]])
        }
    }

    @Test func `an office sees its own establishment's acts; another's do not exist`() async throws {
        try await ServedTown.open { town in
            try await town.makeHospital()
            let demand = try await town.answeredDemand()
            let office = try await town.browser(of: .billingOffice)
            let batch = try await town.makeBatch(office).id(after: "/facturation/lots/")
            let act = try town.act("TE2", of: demand)
            let other = Person.sample("other-office", "Kerfacture", "Nina", .none)
            try await town.server.store.write { tx in
                try Town.open(other, in: tx)
                try tx.join(other.id, network: Network.sample.id, as: .billingOffice, status: .active)
                try tx.join(other.id, officeOf: Structure.otherPractice.id, status: .active)
            }
            let stranger = try await town.browser(of: other)
            let page = try await stranger.get("/facturation")
            #expect(page.status == 200 && page.text.contains("Aucun acte à montrer"))
            #expect(try await stranger.get("/facturation?etablissement=office").status == 404)
            for path in ["/facturation/lots/\(batch)", "/facturation/lots/\(batch)/lot.csv", "/demandes/\(demand)"] {
                #expect(try await stranger.get(path).status == 404, "\(path)")
            }
            let before = try town.ledger.dump("acts")
            #expect(
                try await stranger.act("/facturation/actes/\(act.id)/facture", key: "k", version: act.version).status
                    == 404)
            let pasted = try await stranger.act(
                "/facturation/lignes", [("lignes", "L1-1"), ("issue", "facture")], key: "k2")
            #expect(pasted.status == 422)
            #expect(try town.ledger.dump("acts") == before)
            // The role ends, or the office does: nothing is left.
            for end in [
                "UPDATE network_members SET status = 'ended' WHERE person_id = 'billing-office'",
                "UPDATE billing_offices SET status = 'suspended' WHERE person_id = 'billing-office'",
            ] {
                try town.ledger.execute(end)
                #expect(try await office.get("/facturation").status == 404)
                try town.ledger.execute(
                    "UPDATE network_members SET status = 'active' WHERE person_id = 'billing-office'")
            }
        }
    }

    @Test func `a month, a unit and a state are filters; what does not exist is said`() async throws {
        try await ServedTown.open { town in
            try await town.makeHospital()
            _ = try await town.answeredDemand()
            let office = try await town.browser(of: .billingOffice)
            let table: [(query: String, isThere: Bool)] = [
                ("periode=2026-11", true), ("periode=11/2026", true), ("periode=2026-10", false), ("etat=open", true),
                ("etat=billed", false), ("unite=pool:pool-north", true), ("unite=pool:pool-south", false),
                ("unite=ligne:dermatology", true),
            ]
            for (query, isThere) in table {
                let text = try await office.get("/facturation?\(query)").text
                #expect(text.contains("Guivarch") == isThere, "\(query)")
            }
            #expect(try await office.get("/facturation?periode=13/2026").text.contains("Ce mois n’existe pas"))
            let form = try await office.get("/facturation?unite=pool:pool-south").form(to: "/facturation/lots")
            _ = try await office.submit(form)
            #expect(try town.ledger.counts()["claim_batches"] == 0, "another unit's act stays")
            #expect(try await office.submit(form, [("unite", "n'importe"), ("_cle", "k")]).status == 404)
        }
    }

    @Test(arguments: [
        ("2025-12-31T23:30", "22278", 2000), ("2026-01-01T00:10", "22278", 2300), ("2025-12-31T23:30", "97411", 2400),
        ("2026-01-01T00:10", "97411", 2760),
    ])
    func `an act is worth what its civil day says, overseas too`(_ moment: String, _ commune: String, _ cents: Int)
        async throws
    {
        try await ServedTown.open { town in
            try town.ledger.execute("UPDATE structures SET commune = '\(commune)' WHERE id = 'office'")
            let at = OffsetRules.centralEuropean.instant(of: try #require(CivilDateTime.parse(moment)))
            town.clock.set(to: at)
            let demand = try await town.answeredDemand()
            #expect(
                try town.value("SELECT amount_cents FROM acts WHERE code = 'TE2' AND request_id = '\(demand)'")
                    == "\(cents)")
        }
    }
}

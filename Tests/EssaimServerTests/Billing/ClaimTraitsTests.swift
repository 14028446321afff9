import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

/// What a claim asks of the patient beside the demand: rank, stay in hospital, NIR; and the version of an act.
@Suite struct ClaimTraitsTests {
    private func answered(_ town: ServedTown, _ typed: [(String, String)]) async throws -> String {
        let demand = try await town.browser(of: .asker).sentDemand(Typed.complete(but: typed))
        let senior = try await town.browser(of: .senior)
        _ = try await senior.act(on: demand, "prendre")
        let form = try await senior.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
        _ = try await senior.submit(
            form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
        return demand
    }

    @Test func `a twin's rank typed on the draft is the one of the claim, for a patient known before too`() async throws
    {
        try await ServedTown.open { town in
            _ = try await answered(town, [])
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/a-coter").source.contains("12/08/1958 rang 1"))
            let demand = try await answered(town, [("patient.birthRank", "2")])
            #expect(try await town.stored(demand)?.content.patient.birthRank == "2")
            #expect(try town.value("SELECT count(*) FROM patients WHERE birth_rank = 2") == "1")
            #expect(try await asker.get("/a-coter").source.contains("12/08/1958 rang 2"))
        }
    }

    @Test func `a patient said to be in hospital is told to both sides before they bill, and blocks nothing`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await answered(town, [("patient.inpatient", "oui")])
            for person in [Person.asker, .senior] {
                let browser = try await town.browser(of: person)
                #expect(
                    try await browser.get("/demandes/\(demand)").text.contains("Hospitalisé à l’envoi de la demande"))
                #expect(try await browser.get("/a-coter").text.contains("hospitalisé"), "\(person.id)")
            }
            let other = try await answered(town, [])
            #expect(!(try await town.browser(of: .asker).get("/demandes/\(other)").text.contains("Hospitalisé à")))
        }
    }

    @Test func `a NIR given by mistake is corrected or taken away by who asked, and a wrong one changes nothing`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await answered(town, [("patient.claimNumber", ServedTown.nir)])
            let asker = try await town.browser(of: .asker)
            let act = try town.act("RQD", of: demand)
            let page = try await asker.get("/a-coter")
            #expect(page.text.contains("Corriger le NIR") && page.source.contains(ServedTown.nir))
            let form = try page.form(to: "/a-coter/\(act.id)/nir")
            let wrong = try await asker.submit(form, [("nir", "2 79 03 51 215 189 88")])
            #expect(wrong.status == 422 && wrong.text.contains("La clé ne correspond pas"))
            #expect(try await asker.get("/a-coter").source.contains(ServedTown.nir))
            #expect(try await asker.submit(form, [("nir", "1 85 05 78 006 084 91")]).status == 303)
            #expect(try await town.browser(of: .senior).get("/a-coter").source.contains("1 85 05 78 006 084 91"))
            #expect(try await asker.submit(form, [("nir", "")]).status == 303)
            #expect(try town.value("SELECT count(*) FROM patients WHERE claim_nir IS NOT NULL") == "0")
            #expect(try await asker.submit(form, [("nir", "")]).status == 422, "none was given: nothing to take away")
            let rows = try town.ledger.dump("history").filter { $0.contains("billing.number") }
            #expect(rows.count == 2 && rows.contains { $0.contains("\"what\":\"removed\"") })
        }
    }

    @Test func `a page older than its act changes nothing, even where the act stands as the page showed it`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await answered(town, [])
            let id = try town.act("RQD", of: demand).id
            let asker = try await town.browser(of: .asker)
            let old = try await asker.get("/a-coter").form(to: "/a-coter/\(id)/coter")
            _ = try await asker.submit(try await asker.get("/a-coter").form(to: "/a-coter/\(id)/coter"))
            _ = try await asker.submit(try await asker.get("/a-coter?vue=cotes").form(to: "/a-coter/\(id)/annuler"))
            #expect(try town.act("RQD", of: demand) == (id, "open", 3))
            let before = try town.ledger.dumpAll(but: Ledger.ofReading)
            let late = try await asker.submit(old)
            #expect(late.status == 409 && late.text.contains("Cet acte a changé entre-temps"))
            #expect(try town.ledger.dumpAll(but: Ledger.ofReading) == before)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

@Suite struct OwnActTests {
    @Test func `each side finds its own act, with all that billing software asks and no clinical word`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let number = try #require(try await town.stored(demand)?.number.shown)
            let expert = try await town.browser(of: .senior).get("/a-coter")
            #expect(expert.status == 200 && expert.text.contains("TE2 23,00 €") && expert.text.contains(number))
            #expect(!expert.text.contains("RQD"))
            for value in [
                "TE2", "23,00 €", "23/11/2026", Canary.familyName, Canary.givenName, "12/08/1958 rang 1",
                "Dr Anne Le Goff", "Téléexpertise, 100 %, tiers payant", "SESAM sans Vitale, ou FSE dégradée",
            ] {
                #expect(expert.source.replacing("\u{A0}", with: " ").contains("value=\"\(value)\""), "\(value)")
            }
            #expect(expert.text.contains("demandez à Dr Anne Le Goff son numéro AM (9 chiffres)"))
            #expect(expert.text.contains("Les logiciels refusent le RPPS seul"))
            #expect(!expert.source.contains("10000000019"))
            let asker = try await town.browser(of: .asker).get("/a-coter")
            #expect(asker.text.contains("RQD 10,00 €") && !asker.text.contains("TE2 23"))
            for page in [expert, asker] {
                for word in ["serin-4711", "bouvreuil-4711"] { #expect(!page.source.contains(word)) }
            }
            for person in [Person.colleague, .second, .neighbour] {
                #expect(try await town.browser(of: person).get("/a-coter").text.contains("Tout est coté"))
            }
            for person in [Person.delegate, .coordinator, .head, .securityReferent] {
                let browser = try await town.browser(of: person)
                #expect(try await browser.get("/a-coter").status == 404)
                #expect(!(try await browser.get("/demandes")).source.contains("href=\"/a-coter\""))
            }
            try town.ledger.execute("UPDATE people SET billing_number = '221000001' WHERE id = 'asker'")
            #expect(try await town.browser(of: .senior).get("/a-coter").source.contains("value=\"221000001\""))
        }
    }

    @Test func `an act is marked, found again, and taken back; a stale page and a missing reason change nothing`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let act = try town.act("RQD", of: demand)
            let asker = try await town.browser(of: .asker)
            let page = try await asker.get("/a-coter")
            let without = try await asker.submit(try page.form(to: "/a-coter/\(act.id)/ecarter"), [("motif", "  ")])
            #expect(without.status == 422 && without.text.contains("Dites pourquoi, en quelques mots."))
            #expect(try town.act("RQD", of: demand) == act)
            let form = try page.form(to: "/a-coter/\(act.id)/coter")
            #expect(try await asker.submit(form).location == "/a-coter?fait=coter")
            #expect(try await asker.submit(form).location == "/a-coter?fait=coter", "the second click is the first")
            #expect(try town.act("RQD", of: demand).state == "billed" && town.entries("billing.bill").count == 1)
            let stale = try await asker.submit(
                try page.form(to: "/a-coter/\(act.id)/ecarter"), [("motif", "Gratuit"), ("_cle", "autre")])
            #expect(stale.status == 409 && stale.text.contains("Cet acte a changé entre-temps"))
            #expect(try town.act("RQD", of: demand).state == "billed")
            #expect(try await asker.get("/a-coter").text.contains("Tout est coté"))
            let marked = try await asker.get("/a-coter?vue=cotes")
            #expect(marked.text.contains("Coté, 23/11/2026"))
            _ = try await asker.submit(try marked.form(to: "/a-coter/\(act.id)/annuler"))
            #expect(try town.act("RQD", of: demand).state == "open")
            let again = try await asker.get("/a-coter")
            _ = try await asker.submit(try again.form(to: "/a-coter/\(act.id)/ecarter"), [("motif", "Acte gratuit")])
            #expect(try await asker.get("/a-coter?vue=cotes").text.contains("Écarté : Acte gratuit"))
            #expect(try await asker.get("/a-coter?vue=jour&jour=23/11/2026").text.contains("RQD"))
            #expect(try await asker.get("/a-coter?vue=jour&jour=22/11/2026").text.contains("Aucun acte ce jour-là"))
            #expect(try await asker.get("/a-coter?vue=jour&jour=31/02/2026").text.contains("Ce jour n’existe pas"))
            let before = try town.ledger.dump("acts")
            let others = try await town.browser(of: .colleague)
            #expect(try await others.act("/a-coter/\(act.id)/annuler", key: "k", version: 4).status == 404)
            #expect(try town.ledger.dump("acts") == before)
        }
    }

    @Test
    func `the claim's NIR is asked from who asked, checked, and serves both; wrong it is said and blocks nothing`()
        async throws
    {
        try await ServedTown.open { town in
            let wrong = Typed.complete(but: [("patient.claimNumber", "2 79 03 51 215 189 88")])
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(wrong)
            let summary = try await asker.get("/demandes/\(draft)/verifier")
            #expect(
                summary.text.contains("La clé ne correspond pas") && summary.text.contains("La demande peut partir"))
            let shown = try await asker.get("/demandes/\(draft)/brouillon")
            #expect(shown.text.contains("La clé ne correspond pas") && shown.source.contains("2 79 03 51 215 189 88"))
            #expect(try await asker.sendDraft(draft).status == 303)
            #expect(try town.value("SELECT count(*) FROM patients WHERE claim_nir IS NOT NULL") == "0")
            let senior = try await town.browser(of: .senior)
            _ = try await senior.act(on: draft, "prendre")
            let reply = try await senior.get("/demandes/\(draft)/repondre").form(to: "/demandes/\(draft)/repondre")
            _ = try await senior.submit(
                reply, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
            #expect(try await senior.get("/a-coter").text.contains("Dr Anne Le Goff peut le donner"))
            let act = try town.act("RQD", of: draft)
            let page = try await asker.get("/a-coter")
            let form = try page.form(to: "/a-coter/\(act.id)/nir")
            let refused = try await asker.submit(form, [("nir", "279035121518988")])
            #expect(refused.status == 422 && refused.text.contains("La clé ne correspond pas"))
            #expect(refused.source.contains("value=\"279035121518988\""), "what was typed is kept")
            #expect(try town.value("SELECT count(*) FROM patients WHERE claim_nir IS NOT NULL") == "0")
            #expect(try await asker.submit(form, [("nir", ServedTown.nir)]).status == 303)
            #expect(try await senior.get("/a-coter").source.contains(ServedTown.nir))
            let digits = ServedTown.nir.filter(\.isNumber)
            for person in [Person.asker, .senior] {
                let browser = try await town.browser(of: person)
                for path in ["/demandes", "/demandes?vue=repondues", "/demandes/\(draft)", "/a-coter?vue=jour"] {
                    let page = try await browser.get(path).source
                    #expect(!page.contains(ServedTown.nir) && !page.contains(digits), "\(path)")
                }
            }
            for row in try town.ledger.dump("history") {
                #expect(!row.contains(digits) && !row.contains(ServedTown.nir))
            }
            #expect(!town.log.lines.joined().contains(digits))
        }
    }

    @Test func `a right NIR given on the draft goes with the patient, and into no receipt`() async throws {
        try await ServedTown.open { town in
            let typed = Typed.complete(but: [("patient.claimNumber", ServedTown.nir)])
            let demand = try await town.browser(of: .asker).sentDemand(typed)
            let digits = ServedTown.nir.filter(\.isNumber)
            #expect(try town.value("SELECT claim_nir FROM patients WHERE claim_nir IS NOT NULL") == digits)
            #expect(
                try town.value(
                    "SELECT ins_matricule FROM patients WHERE claim_nir IS NOT NULL AND ins_matricule IS NOT NULL")
                    == nil)
            for row in try town.ledger.dump("history") {
                #expect(!row.contains(digits) && !row.contains(ServedTown.nir))
            }
            #expect(try await town.stored(demand)?.content.patient.claimNumber == ServedTown.nir)
        }
    }

    @Test func `an identity corrected after billing reopens the act, and says so`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let senior = try await town.browser(of: .senior)
            let act = try town.act("TE2", of: demand)
            _ = try await senior.submit(try await senior.get("/a-coter").form(to: "/a-coter/\(act.id)/coter"))
            let asker = try await town.browser(of: .asker)
            _ = try await asker.act(
                on: demand, "corriger-identite",
                [
                    ("patient.birthFamilyName", "Inventé"), ("patient.firstGivenName", "Malo"),
                    ("patient.birthDate", "03/02/1971"), ("patient.sex", "male"), ("motif", "Erreur de saisie."),
                ])
            let page = try await senior.get("/a-coter")
            #expect(page.text.contains("Vous aviez coté cet acte, puis l’identité du patient a été corrigée"))
            #expect(page.source.contains("value=\"Inventé\"") && !page.source.contains(Canary.familyName))
            _ = try await senior.submit(try page.form(to: "/a-coter/\(act.id)/coter"))
            #expect(try await senior.get("/a-coter").text.contains("Tout est coté"))
        }
    }

    @Test func `every opening is written, and stops nobody from reading`() async throws {
        try await ServedTown.open { town in
            _ = try await town.answeredDemand()
            let asker = try await town.browser(of: .asker)
            let reads = try town.ledger.counts()["patient_reads"]
            for _ in 0..<45 { #expect(try await asker.get("/a-coter").status == 200) }
            #expect(try town.entries("billing.acts").count == 45 && town.ledger.counts()["patient_reads"] == reads)
            let keeper = try await town.browserOfKeeper()
            let journal = try await keeper.get("/journal?famille=cotation&qui=asker")
            #expect(journal.text.contains("a ouvert ses actes à coter, 1 acte"))
            for word in Canary.all { #expect(!journal.source.contains(word)) }
        }
    }

    @Test func `a page holds twenty acts, the oldest first, and leads to the others`() async throws {
        try await ServedTown.open { town in
            for rank in 0..<21 {
                let id = "many-\(rank)"
                try await town.keep(.sample(.answered, id: Identifier(id), rank: UInt64(200 + rank)))
                try town.ledger.execute(
                    """
                    INSERT INTO acts(id, request_id, code, person_id, amount_cents, performed_at, note, patient_id)
                    VALUES ('act-\(rank)', '\(id)', 'RQD', 'asker', 1000, \(1_700_000_000_000 + rank), '', 'patient')
                    """)
            }
            let asker = try await town.browser(of: .asker)
            let first = try await asker.get("/a-coter")
            #expect(first.forms.count { $0.action.hasSuffix("/coter") } == 20)
            #expect(first.source.contains("/a-coter/act-0/coter") && !first.source.contains("/a-coter/act-20/coter"))
            let next = try #require(first.source.address(after: "/a-coter?apres="))
            let second = try await asker.get(next.replacing("&amp;", with: "&"))
            #expect(second.forms.count { $0.action.hasSuffix("/coter") } == 1)
            #expect(second.source.contains("/a-coter/act-20/coter"))
        }
    }
}

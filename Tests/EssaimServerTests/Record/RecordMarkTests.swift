import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

@Suite struct RecordMarkTests {
    @Test func `each side says with one tap that it put the demand into its record, and takes its own word back`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let (asker, senior) = (try await town.browser(of: .asker), try await town.browser(of: .senior))
            let version = try await town.stored(demand)?.version
            let done = try await asker.act(on: demand, "verse/dossier")
            #expect(done.status == 303 && done.location == "/demandes/\(demand)?fait=verse-dossier")
            #expect(try await senior.act(on: demand, "verse/dmp").status == 303)
            for browser in [asker, senior] {
                let words = try await browser.get("/demandes/\(demand)").text
                #expect(words.contains("Versé au dossier Dr Anne Le Goff, côté demandeur, aujourd’hui 9 h 30"))
                #expect(words.contains("Versé au DMP Dr Nolwenn Guivarch, côté expert, aujourd’hui 9 h 30"))
            }
            // Whoever belongs to the side takes it back, and nobody of the other.
            #expect(!(try await senior.get("/demandes/\(demand)")).source.contains("/retirer/dossier\""))
            _ = try await town.browser(of: .colleague).act(on: demand, "retirer/dossier")
            #expect(try town.ledger.dump("record_marks").count == 1)
            #expect(
                try town.ledger.history().filter { $0.hasPrefix("record.") }
                    == ["record.file done", "record.shared done", "record.file done"])
            let trail = try await asker.get("/demandes/\(demand)/acces").text
            #expect(trail.contains("a noté « Versé au dossier »") && trail.contains("a retiré « Versé au dossier »"))
            #expect(try await town.stored(demand)?.version == version)
        }
    }

    @Test func `a mark said twice is said once, and taken back twice taken back once`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let asker = try await town.browser(of: .asker)
            for key in ["a", "b"] {
                #expect(try await asker.act("/demandes/\(demand)/verse/dossier", key: key).status == 303)
            }
            #expect(try town.ledger.history().filter { $0.hasPrefix("record.") }.count == 1)
            for key in ["c", "d"] {
                #expect(try await asker.act("/demandes/\(demand)/retirer/dossier", key: key).status == 303)
            }
            #expect(try town.ledger.history().filter { $0.hasPrefix("record.") }.count == 2)
            #expect(try town.ledger.dump("record_marks").isEmpty)
        }
    }

    @Test func `against the patient's opposition nothing is marked as sent to the DMP, whoever recorded it`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let (asker, senior) = (try await town.browser(of: .asker), try await town.browser(of: .senior))
            _ = try await senior.act(on: demand, "verse/opposition-dmp")
            let page = try await asker.get("/demandes/\(demand)")
            #expect(page.text.contains("Opposition du patient au DMP Dr Nolwenn Guivarch, côté expert"))
            #expect(page.source.contains("/verse/dossier\"") && !page.source.contains("/verse/dmp\""))
            let before = try town.ledger.dumpAll(but: Ledger.ofReading)
            let refused = try await asker.act("/demandes/\(demand)/verse/dmp", key: "k")
            #expect(refused.status == 409 && refused.text.contains("Le patient s’est opposé à l’envoi au DMP"))
            #expect(try town.ledger.dumpAll(but: Ledger.ofReading) == before)
            _ = try await senior.act(on: demand, "retirer/opposition-dmp")
            #expect(try await asker.act(on: demand, "verse/dmp").status == 303)
        }
    }

    @Test func `an opposition told with the agreement is shown to both sides, and bars the DMP`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete(but: [("opposition", "oui")]))
            #expect(try await asker.get("/demandes/\(draft)/verifier").text.contains("Le patient s’oppose à l’envoi"))
            _ = try await asker.sendDraft(draft)
            let senior = try await town.browser(of: .senior)
            _ = try await senior.act(on: draft, "prendre")
            let form = try await senior.get("/demandes/\(draft)/repondre").form(to: "/demandes/\(draft)/repondre")
            _ = try await senior.submit(
                form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
            for browser in [asker, senior] {
                let page = try await browser.get("/demandes/\(draft)")
                #expect(page.text.contains("Le patient s’est opposé à l’envoi au DMP."))
                #expect(page.source.contains("/verse/dossier\"") && !page.source.contains("/verse/dmp\""))
                #expect(try await browser.act("/demandes/\(draft)/verse/dmp", key: "k").status == 409)
            }
        }
    }

    @Test func `before the answer there is nothing to put into a record; to who carries no side of it, no mark exists`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.act("/demandes/\(demand)/verse/dossier", key: "k").status == 409)
            #expect(try await asker.act("/demandes/\(demand)/verse/rien", key: "k").status == 404)
            for person in [Person.second, .regulator, .coordinator, .neighbour, .secretary] {
                let browser = try await town.browser(of: person)
                #expect(try await browser.act("/demandes/\(demand)/verse/opposition-dmp", key: "k").status == 404)
            }
            #expect(try town.ledger.dump("record_marks").isEmpty)
        }
    }

    @Test func `an act to bill says that its demand is not yet in the reader's own record`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let (asker, senior) = (try await town.browser(of: .asker), try await town.browser(of: .senior))
            _ = try await senior.act(on: demand, "verse/dossier")
            #expect(try await asker.get("/a-coter").text.contains("Pas encore versé au dossier."))
            #expect(!(try await senior.get("/a-coter").text.contains("Pas encore versé au dossier.")))
            _ = try await asker.act(on: demand, "verse/dossier")
            #expect(!(try await asker.get("/a-coter").text.contains("Pas encore versé au dossier.")))
        }
    }
}

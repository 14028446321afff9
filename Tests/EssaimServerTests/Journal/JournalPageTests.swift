import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct JournalPageTests {
    /// The lines of the table, its head left out.
    private func lines(_ page: Page) -> [String] {
        page.source.components(of: "<tr role=\"row\"").dropFirst(2).map(String.init)
    }

    @Test func `a security referent is led to the journal, and reads no demand`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let keeper = try await town.browserOfKeeper()
            #expect(try await keeper.get("/").location == "/journal")
            #expect(try await keeper.get("/demandes").location == "/journal", "where a sign-in leads")
            #expect(try await keeper.get("/connexion").location == "/journal")
            let journal = try await keeper.get("/journal")
            #expect(journal.status == 200 && journal.text.contains("a pris la demande"))
            #expect(!journal.source.contains("href=\"/demandes\""), "no list of theirs")
            for canary in Canary.all { #expect(!journal.source.contains(canary), "\(canary)") }
            for path in ["", "/acces", "/compte-rendu/1.pdf"] {
                #expect(try await keeper.get("/demandes/\(demand)\(path)").status == 404)
            }
            for person in [Person.asker, .senior, .coordinator, .regulator, .administrator, .elsewhere] {
                let browser = try await town.browser(of: person)
                #expect(try await browser.get("/journal").status == 404, "\(person.id)")
                #expect(try await browser.get("/journal/export").status == 404, "\(person.id)")
                #expect(!(try await browser.get("/demandes")).source.contains("href=\"/journal\""), "\(person.id)")
            }
        }
    }

    @Test func `each filter lets through what it names, and stands in the address and in the form`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let number = try #require(try await town.stored(demand)?.number.shown)
            _ = try await town.browser(of: .southern).get("/demandes/\(demand)")
            town.clock.advance(by: .days(2))
            let keeper = try await town.browserOfKeeper()
            _ = try await town.browser(of: .senior).get("/demandes")

            let table: [(query: String, count: Int, word: String)] = [
                ("qui=senior&famille=demandes", 2, "a pris la demande"),
                ("qui=SENIOR&famille=demandes", 2, "a lu la demande"),
                ("qui=personne", 0, ""),
                ("demande=\(number)&qui=senior", 2, number),
                ("demande=\(number.lowercased().replacing("-", with: "%20"))&qui=senior", 2, number),
                ("demande=0000-0001", 0, ""),
                ("resultat=refuse", 1, "accès refusé"),
                ("famille=listes", 1, "a ouvert la liste « À prendre », 0 ligne"),
                ("famille=listes&du=25/11/2026", 1, "a ouvert la liste"),
                ("famille=listes&au=2026-11-24", 0, ""),
                ("famille=acces", 1, "accès refusé"),
                ("famille=demandes&du=23/11/2026&au=23/11/2026&qui=senior", 2, "a pris la demande"),
                ("famille=demandes&au=22/11/2026", 0, ""),
            ]
            for (query, count, word) in table {
                let page = try await keeper.get("/journal?\(query)")
                #expect(lines(page).count == count, "\(query)")
                if count > 0 { #expect(page.text.contains(word), "\(query)") }
                if count == 0 { #expect(page.text.contains("Aucune entrée ne répond"), "\(query)") }
            }
            let page = try await keeper.get("/journal?qui=senior&famille=demandes&resultat=fait&du=23/11/2026")
            let form = try page.form(to: "/journal")
            #expect(form.value("qui") == "senior" && form.value("famille") == "demandes")
            #expect(form.value("resultat") == "fait" && form.value("du") == "23/11/2026")
            #expect(
                page.source.contains(
                    "/journal/export?qui=senior&amp;famille=demandes&amp;resultat=fait&amp;du=23%2F11%2F2026"))
            let wrong = try await keeper.get("/journal?du=31/02/2026")
            #expect(wrong.text.contains("Ce jour n’existe pas") && !lines(wrong).isEmpty)
            // Reading the journal is in the journal.
            #expect(try await keeper.get("/journal?famille=journal").text.contains("a lu le journal"))
        }
    }

    @Test func `older entries follow under the same filters`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let asker = try await town.browser(of: .asker)
            for _ in 0..<101 {
                town.clock.advance(by: .seconds(1))
                _ = try await asker.get("/demandes/\(demand)")
            }
            let keeper = try await town.browserOfKeeper()
            let first = try await keeper.get("/journal?qui=asker&famille=demandes")
            #expect(lines(first).count == 100)
            let next = try #require(first.source.address(after: "/journal?qui=asker&amp;famille=demandes&amp;avant="))
            let second = try await keeper.get(next.replacing("&amp;", with: "&"))
            #expect(second.text.contains("a envoyé la demande") && !lines(second).isEmpty)
            #expect(lines(second).allSatisfy { $0.contains("Anne Le Goff") })
        }
    }

    @Test func `the seal says how far the journal is signed, who holds it, and who disagrees`() async throws {
        try await ServedTown.open { town in
            let keeper = try await town.browserOfKeeper()
            #expect(try await keeper.get("/journal").text.contains("Aucune entrée n’est encore numérotée."))
            try await town.server.store.write { tx in
                try tx.insert(.init(position: 1, verifier: "essaim.example+9a27c3d1+AVpY", since: 0, handover: nil))
                try tx.keep(.init(holder: "ami.example", size: 90, at: town.clock.now(), answer: nil))
                try tx.keep(
                    .init(holder: "autre.example", size: 80, at: town.clock.now(), answer: "racine différente"))
            }
            for _ in 0..<12 { _ = try await keeper.get("/journal") }
            let size = try await town.seal(butLast: 10)
            let page = try await keeper.get("/journal")
            #expect(
                page.text.contains(
                    "\(size) entrées numérotées, signées jusqu’à \(size - 10) . 10 entrées attendent la signature"))
            #expect(page.source.contains("value=\"essaim.example+9a27c3d1+AVpY\""))
            #expect(page.text.contains("ami.example : 90 entrées"))
            #expect(page.text.contains("désaccord : racine différente"))
        }
    }

    @Test func `the export is a file of the same filters, safe in a spreadsheet`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let number = try #require(try await town.stored(demand)?.number.shown)
            // Names that a spreadsheet would run.
            try town.ledger.execute(
                "UPDATE people SET given_name = '=HYPERLINK(\"x\";\"y\")', profession = '60' WHERE id = 'delegate'")
            _ = try await town.browser(of: .delegate).get("/demandes/\(demand)")
            let keeper = try await town.browserOfKeeper()
            let file = try await keeper.get("/journal/export?demande=\(number)")
            #expect(file.status == 200 && file.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(file.header("Content-Disposition") == "attachment; filename=\"journal-2026-11-23.csv\"")
            #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) && file.header("Cache-Control") == "no-store")
            let rows = file.source.components(of: "\r\n").map(String.init)
            #expect(
                rows[0].hasSuffix(
                    "date et heure;identifiant national;nom;rôle;action;objet;résultat;provenance;"
                        + "n° de scellement;empreinte"))
            #expect(rows.last == "")
            let hostile = try #require(rows.first { $0.contains("HYPERLINK") })
            #expect(
                hostile.contains(";\"'=HYPERLINK(\"\"x\"\";\"\"y\"\") Riou\";structure qui demande;a lu la demande;"))
            let sent = try #require(rows.first { $0.contains("a envoyé la demande") })
            #expect(sent.hasPrefix("2026-11-23T09:30:00.000+01:00;810000000019;Dr Anne Le Goff;structure qui demande;"))
            #expect(sent.contains(";\(number);fait;"))
            #expect(sent.components(of: ";").last?.count == 64)
            for canary in Canary.all { #expect(!file.source.contains(canary), "\(canary)") }
            #expect(try town.entries("journal.export") == ["journal.export done"])
        }
    }
}

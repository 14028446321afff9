import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct ProblemTests {
    private static let words = "Rouge-gorge-4711 : la photo ne part pas."

    private func tell(
        _ browser: Browser, _ demand: String, _ kind: String, _ words: String = Self.words
    ) async throws -> Page {
        let path = "/demandes/\(demand)/signaler"
        return try await browser.submit(
            try await browser.get(path).form(to: path), [("quoi", kind), ("texte", words)])
    }

    @Test func `a problem told from a demand is read by the coordination alone, which answers it`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let number = try #require(try await town.stored(demand)?.number.shown)
            let (asker, coordinator) = (try await town.browser(of: .asker), try await town.browser(of: .coordinator))
            #expect(try await asker.get("/demandes/\(demand)").source.contains("/demandes/\(demand)/signaler"))
            #expect(try await tell(asker, demand, "answer").location == "/demandes/\(demand)?fait=signaler")
            let list = try await coordinator.get("/problemes")
            #expect(list.text.contains("À traiter 1") && list.text.contains("Réponse inadaptée ou en retard"))
            #expect(list.text.contains("Dr Anne Le Goff, aujourd’hui 9 h 30 · Demande \(number)"))
            #expect(list.text.contains(Self.words))
            for person in [Person.senior, .colleague, .regulator, .securityReferent] {
                let browser = try await town.browser(of: person)
                for path in ["/demandes/\(demand)", "/demandes/\(demand)/acces", "/demandes/\(demand)/signaler"] {
                    let page = try await browser.get(path)
                    #expect(!page.source.contains("Rouge-gorge-4711"), "\(person.id) \(path)")
                    #expect(!page.text.contains("a signalé un problème"), "\(person.id) \(path)")
                }
                #expect(try await browser.get("/problemes").status == 404)
            }
            let id = try #require(try town.value("SELECT id FROM problems"))
            let done = try await coordinator.submit(
                list.form(to: "/problemes/\(id)/traiter"), [("texte", "Vu avec l’équipe.")])
            #expect(done.location == "/problemes?fait=probleme-traiter")
            #expect(try await asker.get("/signaler").text.contains("Réponse de la coordination : Vu avec l’équipe."))
            #expect(try await coordinator.get("/problemes").text.contains("Aucun problème en attente"))
            let handled = try await coordinator.get("/problemes?vue=traites")
            #expect(handled.text.contains("Traité par Erwan Le Roux") && handled.text.contains("Vu avec l’équipe."))
            _ = try await coordinator.submit(handled.form(to: "/problemes/\(id)/rouvrir"))
            #expect(try await coordinator.get("/problemes").text.contains("À traiter 1"))
            // No entry says the words.
            for row in try town.ledger.dump("history") { #expect(!row.contains("gorge-4711")) }
            #expect(!town.log.lines.joined().contains("gorge-4711"))
        }
    }

    @Test
    func `a technical incident on a demand stands on its page, in its trail and in its report, without its words`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let asker = try await town.browser(of: .asker)
            _ = try await tell(asker, demand, "technical")
            let senior = try await town.browser(of: .senior)
            let said = "Incident technique signalé, lundi 23 novembre 2026 à 9 h 30"
            #expect(try await senior.get("/demandes/\(demand)").text.contains(said))
            #expect(try await senior.get("/demandes/\(demand)/acces").text.contains("a signalé un problème"))
            #expect(try await senior.get("/demandes/\(demand)/pour-mon-dossier").record().contains(said))
            let form = try await senior.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            _ = try await senior.submit(
                form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
            let words = try await town.server.store.read { reader in
                try ReportContent(
                    reader, Identifier(demand), answer: 1, forms: FormLibrary([.sample]), issuedAt: .sample
                ).incidentWords
            }
            #expect(
                words.replacing("\u{A0}", with: " ")
                    == "Incident technique signalé par Dr Anne Le Goff, lundi 23 novembre 2026 à 9 h 30.")
        }
    }

    @Test func `a problem of confidentiality raises an alarm of the network's security referent, without its words`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            _ = try await tell(try await town.browser(of: .senior), demand, "confidentiality")
            let alarms = try town.ledger.dump("alarms")
            #expect(alarms.count == 1 && alarms[0].contains("confidentiality") && !alarms[0].contains("gorge-4711"))
            let journal = try await town.browser(of: .securityReferent).get("/journal")
            #expect(journal.text.contains("Confidentialité") && !journal.source.contains("gorge-4711"))
            _ = try await tell(try await town.browser(of: .asker), demand, "other")
            #expect(try town.ledger.dump("alarms").count == 1)
        }
    }

    @Test
    func `without a demand it is told to the network that was chosen; what is missing is said and nothing is kept`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let page = try await asker.get("/signaler")
            let form = try page.form(to: "/signaler")
            let empty = try await asker.submit(form, [("texte", "  ")])
            #expect(empty.status == 422)
            for said in ["Choisissez de quoi il s’agit.", "Dites en quelques mots", "Choisissez le réseau concerné."] {
                #expect(empty.text.contains(said), "\(said)")
            }
            let long = String(repeating: "é", count: 2001)
            let tooLong = try await asker.submit(
                form, [("quoi", "other"), ("texte", long), ("reseau", Network.sample.id.rawValue)])
            #expect(tooLong.status == 422 && tooLong.source.contains(long), "what was typed is kept")
            for network in ["", "nowhere"] {
                let refused = try await asker.submit(
                    form, [("quoi", "other"), ("texte", Self.words), ("reseau", network)])
                #expect(refused.status == 422 && refused.source.contains("Rouge-gorge-4711"))
            }
            #expect(try town.ledger.dump("problems").isEmpty)
            let typed = [("quoi", "other"), ("texte", Self.words), ("reseau", Network.sample.id.rawValue)]
            #expect(try await asker.submit(form, typed).location == "/signaler?fait=signaler")
            #expect(try await asker.submit(form, typed).status == 303, "the second click is the first")
            #expect(try town.ledger.dump("problems").count == 1)
            #expect(try await town.browser(of: .coordinator).get("/problemes").text.contains(Self.words))
        }
    }

    @Test func `another network's coordination finds nothing of it, and cannot answer it`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            _ = try await tell(try await town.browser(of: .asker), demand, "other")
            let id = try #require(try town.value("SELECT id FROM problems"))
            let elsewhere = Person.sample("elsewhere-coordinator", "Kerloin", "Ewen", .none)
            try await town.server.store.write { tx in
                try Town.open(elsewhere, in: tx)
                try tx.join(elsewhere.id, network: Network.other.id, as: .coordinator, status: .active)
            }
            let browser = try await town.browser(of: elsewhere)
            for path in ["/problemes", "/problemes?reseau=\(Network.sample.id.rawValue)"] {
                #expect(!(try await browser.get(path).source.contains("Rouge-gorge-4711")))
            }
            let before = try town.ledger.dump("problems")
            #expect(try await browser.act("/problemes/\(id)/traiter", [("texte", "Lu.")], key: "k").status == 404)
            #expect(try town.ledger.dump("problems") == before)
        }
    }

    @Test func `a long list follows page by page, none twice and none left out`() async throws {
        try await ServedTown.open { town in
            try await town.server.store.write { tx in
                for number in 0..<60 {
                    try tx.insert(
                        ReportedProblem(
                            id: Identifier("problem-\(number)"), network: Network.sample.id, request: nil, kind: .other,
                            words: "mot-\(number)-fin", by: Person.asker.id, at: .sample + .seconds(number / 2)))
                }
            }
            let coordinator = try await town.browser(of: .coordinator)
            let first = try await coordinator.get("/problemes")
            let next = try #require(first.source.address(after: "/problemes?reseau="))
            let following = first.source.components(of: "href=\"").map { String($0.prefix { $0 != "\"" }) }
                .first { $0.contains("avant=") }?.replacing("&amp;", with: "&")
            let second = try await coordinator.get(try #require(following))
            for number in 0..<60 {
                let pages = [first, second].filter { $0.source.contains("mot-\(number)-fin") }.count
                #expect(pages == 1, "\(number)")
            }
            #expect(!next.isEmpty && first.text.contains("À traiter 60"))
        }
    }
}

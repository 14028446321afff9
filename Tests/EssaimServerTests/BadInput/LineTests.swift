import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct LineTests {
    /// Who asks, and what the page of lines says to them before anything is typed.
    static let closed: [(person: Person, sentence: String)] = [
        (.remote, "Personne ne répond à cette ligne pour le secteur Est."),
        (.outsider, "Votre commune n’est pas dans le territoire de ce réseau."),
        (.asker, "Cette ligne est en pause."),
    ]

    @Test(arguments: closed)
    func `a line that cannot be asked says so on its card, with another way, and has no button`(
        _ person: Person, _ sentence: String
    ) async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: person)
            let page = try await browser.get("/demandes/nouvelle")
            #expect(page.status == 200 && page.text.contains(sentence))
            #expect(page.text.contains("Appelez la coordination au 02 99 00 00 00."))
            let lines = person == .asker ? ["dermatology", "orientation", "tumours"] : []
            #expect(page.forms.filter { $0.action == "/demandes" }.count == lines.count)
        }
    }

    @Test(arguments: [
        (Person.remote, "dermatology"), (.outsider, "dermatology"), (.asker, "paused"), (.asker, "nowhere"),
        (.asker, ""),
    ]) func `a draft on a line that cannot be asked is not opened`(_ person: Person, _ line: String) async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: person)
            let before = try town.ledger.counts()
            let page = try await browser.act("/demandes", [("ligne", line)], key: "open")
            #expect(page.location == "/demandes/nouvelle" || page.status == 404)
            #expect(before.difference(to: try town.ledger.counts()).isEmpty)
        }
    }

    @Test func `a pool that emptied while the draft was written is said before sending, and the draft stays`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft()
            let send = try await asker.get("/demandes/\(draft)/verifier").form(to: "/demandes/\(draft)/envoyer")
            try await town.server.store.write { tx in
                for expert in [Person.senior, .second, .junior] {
                    try tx.join(expert.id, pool: Pool.north.id, as: .senior, status: .ended)
                }
            }
            let page = try await asker.submit(send)
            #expect(
                page.status == 409 && page.text.contains("Aucun spécialiste ne répond à cette ligne dans ce secteur."))
            #expect(try await town.stored(draft)?.state == .draft)
        }
    }
}

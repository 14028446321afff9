import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// One door to the hospitals of a département.
@Suite struct SeineEtMarneTests {
    @Test("A practitioner of Melun finds the thyroid line of Forcilles by their own words, and the opinion comes back")
    func thyroid() async throws {
        try await NetworkTown.open(["seine-et-marne"]) { networks in
            let asker = try await networks.asker("martel", "Martel", at: "77288", "Melun")
            let expert = try await networks.expert("ferrand", "Ferrand", in: "seine-et-marne/thyroide")
            let browser = try await networks.town.browser(of: asker)
            let found = try await browser.get("/lignes?besoin=\(Browser.encoded("nodule thyroïdien"))")
            let first = found.source.firstRange(of: "href=\"/lignes/seine-et-marne/")
            let path = try #require(first.map { found.source[$0.upperBound...].prefix { $0 != "\"" } })
            #expect(path == "thyroide")
            #expect(found.text.contains("Hôpital Forcilles"))
            let demand = try await networks.sent("seine-et-marne/thyroide", by: asker, TypedForm.thyroid)
            try await networks.answer(demand, by: expert)
            try await networks.readAndClose(demand, by: asker)
            #expect(try await networks.acts(demand) == ["RQD", "TE2"])
            let (reports, history) = try await networks.town.server.store.read {
                (try $0.reports(of: Identifier(demand)).count, try networks.town.ledger.history())
            }
            #expect(reports == 1 && history.contains("request.close done"))
        }
    }

    @Test(
        "Orthopaedics is coming: shown with its day, asked of nobody, awaited; then opened by its file, told, and asked"
    )
    func orthopaedics() async throws {
        try await NetworkTown.open(["seine-et-marne"]) { networks in
            let (town, line) = (networks.town, "seine-et-marne/orthopedie")
            let telling = TellingTown(town: town)
            let asker = try await networks.asker("martel", "Martel", at: "77288", "Melun")
            let expert = try await networks.expert("osseux", "Osseux", in: line)
            try await town.server.store.write { tx in
                try tx.ask("martel@exemple.fr", of: asker.id, by: .mail, at: .sample)
                try tx.confirm(asker.id, by: .mail)
            }
            let browser = try await town.browser(of: asker)
            let found = try await browser.get("/lignes?besoin=genou").text.plainlySpaced
            #expect(found.contains("Orthopédie") && found.contains("1er mars 2027"), "\(found)")
            let page = try await browser.get("/lignes/\(line)")
            #expect(!page.forms.contains { $0.action == "/demandes" })
            let before = try town.ledger.counts()
            let refused = try await browser.act("/demandes", [("ligne", line)], key: "too-soon")
            // The page of lines says why, card by card.
            #expect(refused.location == "/demandes/nouvelle")
            #expect(try await browser.get("/demandes/nouvelle").text.contains("Orthopédie"))
            #expect(before["requests"] == (try town.ledger.counts()["requests"]))
            #expect(try await browser.submit(try page.form(to: "/lignes/\(line)/prevenir")).status == 303)
            #expect(try await town.server.lines.tellOpenings() == 0)

            let coming = "    etat: a-venir\n    a-partir: 2027-03-01\n"
            let file = try #require(ShippedNetworks.file(named: "seine-et-marne"))
            let applied = try await town.server.apply(
                networkFile: file.replacing(coming, with: "    etat: ouverte\n"))
            #expect(applied.difference.count == 2, "its state and its day: \(applied.difference)")
            #expect(try await town.server.lines.tellOpenings() == 1)
            try telling.goTo(12, 30)
            try await telling.send()
            let content = try #require(telling.mail.carried.first?.message.content)
            #expect(telling.mail.carried.map(\.address) == ["martel@exemple.fr"])
            #expect(telling.words(now: town.clock.now()).subject(content).contains("la ligne Orthopédie est ouverte"))
            let demand = try await networks.sent(line, by: asker, TypedForm.knee)
            try await networks.answer(demand, by: expert)
            try await networks.readAndClose(demand, by: asker)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

@Suite struct RecordCopyTests {
    @Test func `each side copies the demand and its answers as one plain text, with its own act alone`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let number = try #require(try await town.stored(demand)?.number.shown)
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes/\(demand)").source.contains("/demandes/\(demand)/pour-mon-dossier"))
            let page = try await asker.get("/demandes/\(demand)/pour-mon-dossier")
            let text = try page.record()
            for line in [
                "Téléexpertise \(number), ", "Patient : \(Canary.familyName) \(Canary.givenName), F, 12/08/1958",
                "Demandé par : Dr Anne Le Goff, médecin, RPPS 10000000019, Cabinet du Léguer, Lannion",
                "Envoyée : lundi 23 novembre 2026 à 9 h 30", "\n\nQUESTION\n\(Canary.question)\n", "\n\nFORMULAIRE\n",
                "\n\nAVIS\nRépondu par : Dr Nolwenn Guivarch, dermatologue, RPPS 10000000027, Cabinet de dermatologie, "
                    + "Saint-Brieuc\n",
                "Orientation : Avis seul\n", "Conduite à tenir : \(Canary.advice)",
                "Accord du patient : donné par le patient", "VOTRE ACTE\n- RQD, 10,00 €, 23 novembre 2026",
            ] {
                #expect(text.contains(line), "\(line) in \(text)")
            }
            #expect(!text.contains("TE2"))
            for scalar in text.unicodeScalars {
                #expect(!"\u{A0}\u{202F}\t\r".unicodeScalars.contains(scalar), "\(scalar.value)")
            }
            let expert = try await town.browser(of: .senior).get("/demandes/\(demand)/pour-mon-dossier").record()
            #expect(expert.contains("VOTRE ACTE\n- TE2, 23,00 €") && !expert.contains("RQD"))
            let watcher = try await town.browser(of: .regulator).get("/demandes/\(demand)/pour-mon-dossier").record()
            #expect(watcher.contains(Canary.advice) && !watcher.contains("VOTRE ACTE"))
        }
    }

    @Test func `copying is a reading of its own, and the trail says so`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let asker = try await town.browser(of: .asker)
            // The patient counts among those that this reader opened.
            _ = try await asker.get("/demandes/\(demand)")
            let before = try town.ledger.counts()
            #expect(try await asker.get("/demandes/\(demand)/pour-mon-dossier").status == 200)
            #expect(before.difference(to: try town.ledger.counts()) == ["history": 1])
            #expect(try town.ledger.dump("history").contains { $0.contains("\"read\":\"copy\"") })
            #expect(
                try await asker.get("/demandes/\(demand)/acces").text.contains("a copié la demande pour son dossier"))
        }
    }

    @Test func `what was typed stays text: no markup, and nothing that is not seen`() async throws {
        try await ServedTown.open { town in
            let hostile = "</textarea><script>alert(1)</script>\u{202E}gauche\u{A0}?\r\nEt &amp; après"
            let demand = try await town.browser(of: .asker).sentDemand(Typed.complete(but: [("question", hostile)]))
            let page = try await town.browser(of: .asker).get("/demandes/\(demand)/pour-mon-dossier")
            #expect(!page.source.contains("<script>alert"))
            #expect(
                try page.record().contains(
                    "QUESTION\n</textarea><script>alert(1)</script>gauche ?\nEt &amp; après\n"))
        }
    }
}

extension Page {
    /// The text to be copied, as a browser has it.
    func record() throws -> String {
        guard let start = source.firstRange(of: "<textarea id=\"texte-du-dossier\""),
            let open = source[start.upperBound...].firstIndex(of: ">"),
            let end = source[open...].firstRange(of: "</textarea>")
        else { throw Missing(what: "text to copy", status: status, text: String(text.prefix(600))) }
        let text = HTMLText.resolved(String(source[open..<end.lowerBound].dropFirst()))
        return text.hasPrefix("\n") ? String(text.dropFirst()) : text
    }
}

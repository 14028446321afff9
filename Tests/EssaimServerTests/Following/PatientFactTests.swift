import EssaimDomain
import EssaimTestSupport
import Testing

/// What is asked of the patient for the figures: one tap, never an obstacle.
@Suite struct PatientFactTests {
    private static let typed = Typed.complete(but: [("treatingDoctor", "none"), ("residence", "22113 Lannion")])

    @Test func `one tap each, shown before the sending and after it, and counted with how many said it`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.openDraft()
            let blank = try await asker.get("/demandes/\(draft)/brouillon")
            #expect(blank.text.contains("Commune du patient") && blank.source.contains("22113 Lannion"))
            _ = try await asker.fill(draft, Self.typed)
            let summary = try await asker.get("/demandes/\(draft)/verifier")
            #expect(summary.text.contains("sans médecin traitant") && summary.text.contains("22113 Lannion"))
            _ = try await asker.sendDraft(draft)
            #expect(try await town.stored(draft)?.content.treatingDoctor == TreatingDoctor.none)
            #expect(try await asker.get("/demandes/\(draft)").text.contains("22113 Lannion"))
            _ = try await asker.sentDemand()
            let page = try await town.browser(of: .head).get("/suivi")
            for words in [
                "le médecin traitant sur 1 des 2 reçues, la commune sur 1",
                "Médecin traitant : sans médecin traitant 1 100 %", "Habite le département 22 1 100 %",
            ] { #expect(page.text.contains(words), "\(words)") }
            let lines = try await town.browser(of: .head).get("/suivi/demandes.csv")
            #expect(lines.source.contains("sans médecin traitant;22\r\n") && lines.source.contains("non précisé;\r\n"))
            #expect(!lines.source.contains("Lannion"), "a commune may be one house")
        }
    }

    @Test(
        arguments: [
            ([("residence", "elsewhere"), ("residence.elsewhere", "29200 Brest")], "29200 Brest", "29200"),
            ([("residence.elsewhere", "29200 Brest")], "29200 Brest", "29200"),
            ([("residence", "unsaid"), ("residence.elsewhere", "29200 Brest")], nil, nil),
            ([("residence", "elsewhere"), ("residence.elsewhere", "  ")], nil, nil),
            ([("residence", "elsewhere"), ("residence.elsewhere", "près du port")], "près du port", nil),
        ] as [([(String, String)], String?, String?)])
    func `a commune is ticked, typed or left out, and none of it holds a demand back`(
        fields: [(String, String)], kept: String?, code: String?
    ) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete(but: fields))
            let content = try await town.stored(draft)?.content
            #expect(content?.residence == kept && content?.commune?.code == code)
            let summary = try await asker.get("/demandes/\(draft)/verifier")
            #expect(summary.text.contains("Ajoutez le code postal") == (kept != nil && code == nil))
            #expect(try await asker.sendDraft(draft).status == 303)
            #expect(try await town.stored(draft)?.state == .submitted)
        }
    }

    @Test func `a hostile commune is shown as it was typed and counted as none`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let hostile = "<script>alert(1)</script>" + String(repeating: "é", count: 500)
            let draft = try await asker.preparedDraft(
                Typed.complete(but: [("residence", "elsewhere"), ("residence.elsewhere", hostile)]))
            #expect(try await town.stored(draft)?.content.residence?.count == Residence.longest)
            for path in ["brouillon", "verifier"] {
                #expect(!(try await asker.get("/demandes/\(draft)/\(path)")).source.contains("<script>alert"))
            }
        }
    }
}

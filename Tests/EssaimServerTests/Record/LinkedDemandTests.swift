import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

/// A demand opened from another on a second line: the asker's own draft, its own clock, and each shows the other.
@Suite struct LinkedDemandTests {
    @Test
    func
        `an expert opens a linked demand: the asking structure sends it, it has its own clock, the first stays theirs`()
        async throws
    {
        try await ServedTown.open { town in
            let first = try await town.takenDemand()
            let (asker, senior) = (try await town.browser(of: .asker), try await town.browser(of: .senior))
            let opened = try await senior.act(
                on: first, "lier", [("ligne", "tumours north"), ("texte", "Une exérèse large est-elle à prévoir ?")])
            #expect(opened.status == 303)
            let before = try #require(try await town.stored(first))
            #expect(before.state == .taken && before.holder == Person.senior.id)
            let second = try #require(try town.value("SELECT request_id FROM linked_requests"))
            let draft = try #require(try await town.stored(second))
            #expect(
                draft.state == .draft && draft.structure == Structure.practice.id && draft.requester == Person.asker.id)
            #expect(draft.consent == nil && draft.content.consentGiver == nil && draft.clock == nil)
            #expect(draft.route.offer == Offer.tumours.id && draft.route.pool == Pool.south.id)

            // Both ends say so; to the expert a draft of the structure is words, and no way in.
            let page = try await asker.get("/demandes/\(first)")
            #expect(page.text.contains("Demandes liées Tumeurs cutanées, demande \(draft.number.shown) : brouillon"))
            #expect(page.source.contains("href=\"/demandes/\(second)/brouillon\""))
            let expert = try await senior.get("/demandes/\(first)")
            #expect(expert.text.contains("Tumeurs cutanées, demande \(draft.number.shown) : brouillon"))
            #expect(!expert.source.contains(second))
            #expect(try await senior.get("/demandes/\(second)").status == 404)
            let writing = try await asker.get("/demandes/\(second)/brouillon")
            #expect(writing.text.contains("Ouverte depuis Dermatologie, demande \(before.number.shown) : prise"))
            #expect(!writing.text.contains("a déjà une demande en cours"), "the one that it came from is no surprise")

            town.clock.advance(by: .hours(2))
            let again = try await town.browser(of: .asker)
            _ = try await again.fill(second, [("consent", "oui"), ("consentGiver", "patient")], button: "verifier")
            #expect(try await again.sendDraft(second).status == 303)
            let sent = try #require(try await town.stored(second))
            #expect(sent.state == .submitted && sent.submittedAt == town.clock.now())
            #expect(sent.clock != before.clock)
            #expect(try await town.stored(first)?.clock == before.clock)
            let southern = try await town.browser(of: .southern)
            let there = try await southern.get("/demandes/\(second)")
            #expect(there.text.contains("Ouverte depuis Dermatologie, demande \(before.number.shown) : prise"))
            #expect(!there.source.contains(first), "the southern expert is nothing to the first")
            #expect(try await southern.act(on: second, "prendre").status == 303)
            #expect(try await town.stored(first)?.holder == Person.senior.id)
            #expect(try await town.stored(second)?.holder == Person.southern.id)
        }
    }

    @Test func `a linked draft that is thrown away leaves no trace of its link, and the first goes on`() async throws {
        try await ServedTown.open { town in
            let first = try await town.takenDemand()
            _ = try await town.browser(of: .senior).act(
                on: first, "lier", [("ligne", "tumours north"), ("texte", "Et là ?")])
            let asker = try await town.browser(of: .asker)
            let second = try #require(try town.value("SELECT request_id FROM linked_requests"))
            let form = try await asker.get("/demandes/\(second)/brouillon").form(to: "/demandes/\(second)/abandonner")
            #expect(try await asker.submit(form).status == 303)
            #expect(try town.ledger.dump("linked_requests").isEmpty)
            #expect(!(try await asker.get("/demandes/\(first)").text.contains("Demandes liées")))
        }
    }
}

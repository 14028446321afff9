import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// A secretary writes in the name of a doctor of her practice: both are kept, and only a professional sends a téléexpertise.
@Suite struct InNameOfTests {
    private static let named = Typed.withoutPhoto + [("inNameOf", "asker"), ("origin", "unscheduledCare")]

    @Test func `prepared by the secretary in a doctor's name, sent by the doctor, both stand on the demand`()
        async throws
    {
        try await TellingTown.open(reached: [.asker]) { telling in
            let town = telling.town
            let delegate = try await town.browser(of: .delegate)
            let draft = try await delegate.openDraft()
            let page = try await delegate.get("/demandes/\(draft)/brouillon")
            #expect(page.text.contains("Au nom de") && page.text.contains("Dr Anne Le Goff"))
            _ = try await delegate.fill(draft, Self.named)
            #expect(try await town.stored(draft)?.requester == Person.asker.id)
            #expect(try await town.stored(draft)?.author == Person.delegate.id)
            #expect(try telling.notices() == ["asker inYourName mail waiting"])
            let refused = try await delegate.sendDraft(draft)
            #expect(refused.status == 409, "only a professional sends")
            #expect(try await town.stored(draft)?.state == .draft)
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes/\(draft)/brouillon").text.contains("au nom de Dr Anne Le Goff"))
            #expect(try await asker.sendDraft(draft).status == 303)
            let sent = try #require(try await town.stored(draft))
            #expect(sent.requester == Person.asker.id && sent.author == Person.delegate.id)
            #expect(sent.content.origin == .unscheduledCare)
            let expert = try await town.browser(of: .senior).get("/demandes/\(draft)")
            #expect(expert.text.contains("Dr Anne Le Goff") && expert.text.contains("saisi par Maëlle Riou"))
            #expect(expert.text.contains("origine : Régulation du SAS"))
            let head = try await town.browser(of: .head).get("/suivi")
            #expect(head.text.contains("Régulation du SAS 1"))
        }
    }

    @Test(arguments: ["neighbour", "senior", "delegate", "closed", "former", "absent", "", "asker' OR 1=1"])
    func `nobody is named who is not a professional of that structure`(name: String) async throws {
        try await ServedTown.open { town in
            let delegate = try await town.browser(of: .delegate)
            let draft = try await delegate.openDraft()
            _ = try await delegate.fill(draft, Typed.withoutPhoto + [("inNameOf", name)])
            let kept = try #require(try await town.stored(draft))
            #expect(kept.requester == Person.delegate.id || (name == "closed" && kept.requester == "closed"), "\(name)")
        }
    }

    @Test func `a doctor who writes in their own name cannot borrow another's, nor take away a name that stands`()
        async throws
    {
        try await ServedTown.open { town in
            let colleague = try await town.browser(of: .colleague)
            let own = try await colleague.openDraft()
            _ = try await colleague.fill(own, Typed.withoutPhoto + [("inNameOf", "asker")])
            #expect(try await town.stored(own)?.requester == Person.colleague.id)
            let delegate = try await town.browser(of: .delegate)
            let draft = try await delegate.openDraft()
            _ = try await delegate.fill(draft, Self.named)
            _ = try await colleague.fill(draft, Typed.withoutPhoto)
            #expect(try await town.stored(draft)?.requester == Person.asker.id)
            // Another doctor of the practice sends it: then they ask.
            #expect(try await colleague.sendDraft(draft).status == 303)
            #expect(try await town.stored(draft)?.requester == Person.colleague.id)
        }
    }

    @Test func `an orientation is asked by who is no professional, in their own name or another's, and bears no act`()
        async throws
    {
        try await ServedTown.open { town in
            let delegate = try await town.browser(of: .delegate)
            let typed = Typed.complete(without: ["form.site", "photographsImpossible"]) + [("origin", "coordination")]
            for (name, requester) in [("", Person.delegate), ("asker", .asker)] {
                let draft = try await delegate.openDraft(on: "orientation")
                _ = try await delegate.fill(draft, typed + [("inNameOf", name)], button: "verifier")
                #expect(try await delegate.sendDraft(draft).status == 303, "\(name)")
                let sent = try #require(try await town.stored(draft))
                #expect(
                    sent.kind == .orientation && sent.requester == requester.id && sent.author == Person.delegate.id)
                #expect(try await town.server.store.read { try $0.acts(of: sent.id) }.isEmpty)
            }
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

@Suite struct StaleVersionTests {
    @Test func `a draft that a colleague saved meanwhile shows both versions, and mine can be sent over theirs`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let colleague = try await town.browser(of: .colleague)
            let draft = try await asker.preparedDraft()
            let mine = try await asker.get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/brouillon")
            _ = try await colleague.fill(draft, Typed.complete(but: [("question", "Leur question")]))

            let before = try await town.stored(draft)
            let conflict = try await asker.submit(mine, [("question", "Ma question"), ("_suite", "enregistrer")])
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Ma question") && conflict.text.contains("Leur question"))
            #expect(try await town.stored(draft) == before)

            let again = try await asker.submit(try conflict.form(to: "/demandes/\(draft)/brouillon"))
            #expect(again.status == 303)
            let kept = try await town.stored(draft)?.content
            // All that the form carried arrives, not the question alone.
            var expected = before?.content
            expected?.question = "Ma question"
            #expect(kept == expected)
        }
    }

    @Test func `a summary older than the draft does not send it`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft()
            let send = try await asker.get("/demandes/\(draft)/verifier").form(to: "/demandes/\(draft)/envoyer")
            _ = try await town.browser(of: .colleague).fill(
                draft, Typed.complete(but: [("question", "Autre question")]))
            let page = try await asker.submit(send)
            #expect(page.status == 409)
            #expect(try await town.stored(draft)?.state == .draft)
        }
    }

    @Test func `an opinion written while the requester added something is kept beside it, and can be sent as it is`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let mine = try await expert.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            _ = try await town.browser(of: .asker).act(on: demand, "ajouter", [("texte", "Elle saigne.")])

            let opinion = [
                ("text", Canary.advice), ("orientation", "quickConsultation"), ("limits", "Photos floues."),
                ("seeBefore", "2026-12-04"), ("gravity", "suspectedCancer"), ("_suite", "envoyer"),
            ]
            let conflict = try await expert.submit(mine, opinion)
            #expect(conflict.status == 409)
            #expect(conflict.text.contains(Canary.advice) && conflict.text.contains("Elle saigne."))
            for said in ["Consultation rapide", "4 décembre 2026", "Suspicion de cancer", "Photos floues."] {
                #expect(conflict.text.contains(said), "\(said)")
            }
            #expect(try await town.stored(demand)?.state == .taken)

            let again = try await expert.submit(try conflict.form(to: "/demandes/\(demand)/repondre"))
            #expect(again.location == "/demandes/\(demand)?fait=repondre")
            let answer = try await town.stored(demand)?.lastAnswer?.content
            #expect(
                answer
                    == AnswerContent(
                        text: Canary.advice, orientation: .quickConsultation, limits: "Photos floues.",
                        seeBefore: CivilDate("2026-12-04"), gravity: .suspectedCancer))
        }
    }

    @Test func `an act on an older version shows what happened, keeps what was typed, and can be sent again`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let asking = try await expert.get("/demandes/\(demand)").form(to: "/demandes/\(demand)/demander-precision")
            _ = try await town.browser(of: .asker).act(on: demand, "ajouter", [("texte", "Elle saigne.")])
            let conflict = try await expert.submit(asking, [("texte", Canary.asked)])
            #expect(conflict.status == 409)
            #expect(conflict.text.contains(Canary.asked) && conflict.text.contains("Elle saigne."))
            let again = try await expert.submit(try conflict.form(to: "/demandes/\(demand)/demander-precision"))
            #expect(again.status == 303)
            #expect(try await town.stored(demand)?.state == .awaitingInformation)
            #expect(try await expert.get("/demandes/\(demand)").text.contains(Canary.asked))
        }
    }

    @Test func `an act that is no longer possible says why, and does nothing`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            let expert = try await town.browser(of: .senior)
            let taking = try await expert.get("/demandes/\(demand)").form(to: "/demandes/\(demand)/prendre")
            _ = try await asker.act(on: demand, "annuler")
            let kept = try await town.stored(demand)
            let page = try await expert.submit(taking)
            #expect(page.status == 409 && page.text.contains("La demande a été annulée par le demandeur."))
            #expect(try await town.stored(demand) == kept)
        }
    }

    @Test func `a form without version, or with one that is no number, changes nothing`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            let expert = try await town.browser(of: .senior)
            let kept = try await town.stored(demand)
            for (index, version) in [nil, "", "x", "1e3", "-1", "99999999999999999999", "3 "].enumerated() {
                let seal =
                    [("_csrf", expert.csrf), ("_cle", "version-\(index)")] + (version.map { [("_version", $0)] } ?? [])
                let page = try await expert.post("/demandes/\(demand)/prendre", seal)
                #expect(page.status == 409, "\(version ?? "none")")
            }
            #expect(try await town.stored(demand) == kept)
        }
    }

    @Test func `an automatic save of an older version is refused without a page, and a good one says the new version`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.openDraft()
            let form = try await asker.get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/brouillon")
            func save(_ text: String, _ key: String, _ version: String?) async throws -> Page {
                let seal = [("_cle", key), ("question", text)] + (version.map { [("_version", $0)] } ?? [])
                return try await asker.post(form.action, form.filled(with: seal), headers: ["X-Essaim-Autosave": "1"])
            }
            let first = try await save("un", "auto-1", nil)
            #expect(first.status == 204 && first.bytes.isEmpty)
            let next = try #require(first.header("X-Essaim-Version"))
            #expect(try await save("deux", "auto-2", nil).status == 409)
            #expect(try await save("trois", "auto-3", next).status == 204)
            #expect(try await town.stored(draft)?.content.question == "trois")
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

@Suite struct ExpiredSessionTests {
    static let password = "une phrase assez longue"

    /// Someone's draft, typed on a page whose session ends before it is sent; the page that they then get.
    private func expired(
        _ town: ServedTown, then typed: [(String, String)]
    ) async throws -> (browser: Browser, draft: String, page: Page) {
        let asker = try await town.browser(of: .asker)
        let draft = try await asker.openDraft()
        let form = try await asker.get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/brouillon")
        town.clock.advance(by: .minutes(31))
        return (asker, draft, try await asker.submit(form, typed + [("_suite", "enregistrer")]))
    }

    @Test func `a session that ends while someone types loses nothing: the text comes back after the sign-in`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let hostile = "Ligne 1\nLigne 2 \"<b>&amp;'é😀"
            let typed = Typed.complete(but: [("question", hostile), ("context", Canary.given)])
            let (asker, draft, page) = try await expired(town, then: typed)
            #expect(page.status == 401)
            #expect(page.text.contains("Votre session a expiré. Rien n’est perdu"))
            var untouched = try #require(try await town.stored(draft)?.content)
            untouched.writtenWith = nil
            #expect(untouched == RequestContent())

            // A wrong password first: what was carried is still there.
            let wrong = try await asker.submit(
                page.form(to: "/connexion"), [("identifiant", "asker"), ("mot_de_passe", "non non non non")])
            #expect(wrong.status == 422)
            let second = try await asker.submit(
                wrong.form(to: "/connexion"), [("identifiant", "asker"), ("mot_de_passe", Self.password)])
            let back = try await asker.secondStep(second)
            #expect(back.status == 200 && back.text.contains("Reprendre l’envoi"))
            let sent = try await asker.submit(back.form(to: "/demandes/\(draft)/brouillon"))
            #expect(sent.location == "/demandes/\(draft)/brouillon?fait=enregistrer")

            let kept = try await town.stored(draft)?.content
            #expect(kept?.question == hostile && kept?.context == Canary.given)
            #expect(kept?.patient.birthFamilyName == Canary.familyName && kept?.form.values["site"] == ["back"])
            #expect(kept?.consentGiver == .patient)
        }
    }

    @Test func `the text that was carried is not posted under someone else's name`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .neighbour)
            let (browser, draft, page) = try await expired(town, then: Typed.withoutPhoto)
            let second = try await browser.submit(
                page.form(to: "/connexion"), [("identifiant", "neighbour"), ("mot_de_passe", Self.password)])
            let resumed = try await browser.secondStep(second)
            let kept = try await town.stored(draft)
            let refused = try await browser.submit(try resumed.form(to: "/demandes/\(draft)/brouillon"))
            #expect(refused.status == 404)
            #expect(!refused.source.contains(Canary.familyName))
            #expect(try await town.stored(draft) == kept)
        }
    }

    @Test func `the page of an ended session says nothing that the visitor did not send`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            town.clock.advance(by: .minutes(31))
            for path in ["/demandes/\(demand)", "/demandes", "/demandes/\(demand)/photos/x"] {
                let page = try await asker.get(path)
                #expect(page.status == 401)
                for canary in Canary.all { #expect(!page.source.contains(canary)) }
            }
        }
    }

    @Test func `an answer carried over a sign-in is sent once, with its version checked again`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .senior)
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let form = try await expert.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            town.clock.advance(by: .minutes(31))
            _ = try await town.browser(of: .asker).act(on: demand, "ajouter", [("texte", "Elle saigne.")])
            let page = try await expert.submit(
                form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
            let second = try await expert.submit(
                page.form(to: "/connexion"), [("identifiant", "senior"), ("mot_de_passe", Self.password)])
            let resumed = try await expert.secondStep(second)
            let conflict = try await expert.submit(try resumed.form(to: "/demandes/\(demand)/repondre"))
            #expect(conflict.status == 409 && conflict.text.contains("Elle saigne."))
            let sent = try await expert.submit(try conflict.form(to: "/demandes/\(demand)/repondre"))
            #expect(sent.location == "/demandes/\(demand)?fait=repondre")
        }
    }

    @Test func `an automatic save without session is refused without a page`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.openDraft()
            let form = try await asker.get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/brouillon")
            town.clock.advance(by: .minutes(31))
            let page = try await asker.post(
                form.action, form.filled(with: [("question", Canary.question)]), headers: ["X-Essaim-Autosave": "1"])
            #expect(page.status == 401 && page.bytes.isEmpty)
        }
    }

    @Test func `a photograph met by an ended session is not said to be kept`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.openDraft()
            let form = try #require(
                try await asker.get("/demandes/\(draft)/brouillon").forms.first { $0.action.hasSuffix("/photos") })
            town.clock.advance(by: .minutes(31))
            let page = try await asker.upload(form, SamplePhoto.jpeg, named: "a.jpg")
            #expect(page.status == 401)
            // The bytes cannot be carried through a page: it may not promise that nothing is lost.
            #expect(!page.text.contains("Rien n’est perdu"))
            #expect(try town.storedFiles().isEmpty)
        }
    }

    @Test(arguments: [
        "//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a b", "é", "",
    ])
    func `an address to go back to is kept only when it is a path of ours`(_ path: String) async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            for carried in [[], [("_reprise.texte", "x")]] {
                let browser = town.browser()
                let page = try await browser.secondStep(
                    try await browser.post(
                        "/connexion",
                        [("identifiant", "asker"), ("mot_de_passe", Self.password), ("_reprise", path)] + carried))
                #expect(page.status == 303 && page.location == "/demandes")
            }
        }
    }
}

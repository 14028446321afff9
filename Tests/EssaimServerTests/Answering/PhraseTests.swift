import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct PhraseTests {
    @Test func `a phrase is added, changed and removed by its expert, and put into the opinion without a script`()
        async throws
    {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let added = try await expert.add("/KS", "Kératose", "Aspect typique : rien à retirer.")
            #expect(added.location == "/phrases?fait=phrase-gardee")
            let phrase = try #require(try await town.phrases(of: .senior).first)
            #expect(phrase.content.shortcut == "ks")

            let path = "/phrases/\(phrase.id.rawValue)"
            let form = try await expert.get("/phrases").form(to: path)
            #expect(form.value("text") == "Aspect typique : rien à retirer.")
            #expect(try await expert.submit(form, [("shortcut", "kerat")]).status == 303)
            #expect(try await town.phrases(of: .senior).map(\.content.shortcut) == ["kerat"])

            let demand = try await town.takenDemand()
            let reply = "/demandes/\(demand)/repondre"
            let inserted = try await expert.submit(
                try await expert.get(reply).form(to: reply),
                [("text", "Bonjour."), ("phrase", phrase.id.rawValue), ("_suite", "inserer")])
            #expect(inserted.location == "\(reply)?fait=phrase#avis")
            let draft = try await expert.get(reply).form(to: reply).value("text")
            #expect(draft == "Bonjour.\nAspect typique : rien à retirer.")

            let removal = try await expert.get("/phrases").form(to: path + "/retirer")
            #expect(try await expert.submit(removal).status == 303)
            #expect(try await town.phrases(of: .senior).isEmpty)
        }
    }

    @Test func `the team's phrases stand beside one's own, which win under the same shortcut`() async throws {
        try await ServedTown.open { town in
            try await town.server.store.write { tx in
                var network = try #require(try tx.network(Network.sample.id))
                network.phrases = [
                    .init(shortcut: "revoir", title: "À revoir", text: "À revoir dans trois mois."),
                    .init(shortcut: "ks", title: "De l’équipe", text: "Texte de l’équipe."),
                ]
                try tx.save(network)
            }
            let expert = try await town.browser(of: .senior)
            _ = try await expert.add("ks", "La mienne", "Texte à moi.")
            let demand = try await town.takenDemand()
            let reply = "/demandes/\(demand)/repondre"
            let page = try await expert.get(reply)
            #expect(page.source.contains("De l’équipe") && page.source.contains("/revoir · À revoir"))
            #expect(page.source.contains("Texte à moi.") && !page.source.contains("Texte de l’équipe."))
            _ = try await expert.submit(
                try page.form(to: reply),
                [("text", "Bonjour."), ("phrase", "equipe-revoir"), ("_suite", "inserer")])
            #expect(try await expert.get(reply).form(to: reply).value("text") == "Bonjour.\nÀ revoir dans trois mois.")
        }
    }

    @Test func `nobody reads, uses, changes or removes the phrase of another`() async throws {
        try await ServedTown.open { town in
            _ = try await town.browser(of: .second).add("secret", "", Canary.advice)
            let kept = try await town.phrases(of: .second)
            let id = try #require(kept.first?.id.rawValue)
            let expert = try await town.browser(of: .senior)
            #expect(!(try await expert.get("/phrases").source.contains(Canary.advice)))
            let typed = [("shortcut", "mien"), ("text", "Pris.")]
            #expect(try await expert.act("/phrases/\(id)", typed, key: "k1").status == 404)
            #expect(try await expert.act("/phrases/\(id)/retirer", key: "k2").status == 404)
            #expect(try await town.phrases(of: .second) == kept)

            let demand = try await town.takenDemand()
            let reply = "/demandes/\(demand)/repondre"
            let page = try await expert.get(reply)
            #expect(!page.source.contains(Canary.advice))
            _ = try await expert.submit(
                try page.form(to: reply),
                [("text", "Bonjour."), ("phrase", id), ("phrases", id), ("_suite", "inserer")])
            #expect(try await expert.get(reply).form(to: reply).value("text") == "Bonjour.")
        }
    }

    @Test func `a shortcut serves one phrase of a person, and the same one of another person`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            _ = try await expert.add("ks", "", "Un.")
            let again = try await expert.add("KS", "Mon titre", "Deux.")
            #expect(again.status == 422 && again.text.contains("Le raccourci /ks sert déjà à une autre phrase"))
            #expect(try again.form(to: "/phrases").value("text") == "Deux.")
            #expect(try await town.phrases(of: .senior).map(\.content.text) == ["Un."])
            #expect(try await town.browser(of: .second).add("ks", "", "Trois.").status == 303)
        }
    }

    @Test(
        arguments: [
            ("", "Texte."), (" ", "Texte."), ("a b", "Texte."), ("a/b", "Texte."), ("<script>", "Texte."),
            ("' OR 1=1 --", "Texte."), ("été\u{301}\u{301}", "Texte."), ("😀", "Texte."), ("\u{202E}abc", "Texte."),
            (String(repeating: "a", count: 21), "Texte."), ("ks", ""), ("ks", "\u{A0}\n "),
            ("ks", String(repeating: "x", count: 2001)), ("ks", "x" + String(repeating: "\u{301}", count: 9000)),
        ])
    func `a shortcut or a text that is none is refused, and what was typed is kept`(shortcut: String, text: String)
        async throws
    {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let page = try await expert.add(shortcut, "Titre", text)
            #expect(page.status == 422)
            #expect(try page.form(to: "/phrases").value("shortcut") == shortcut)
            #expect(try await town.phrases(of: .senior).isEmpty)
        }
    }

    @Test func `markup in a phrase stays text on both pages`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let hostile = "\"><script>alert(1)</script>"
            _ = try await expert.add("mal", hostile, hostile)
            let demand = try await town.takenDemand()
            for path in ["/phrases", "/demandes/\(demand)/repondre"] {
                let page = try await expert.get(path)
                #expect(page.source.contains("&lt;script&gt;alert(1)"), "\(path)")
                #expect(!page.source.contains("<script>alert"), "\(path)")
            }
        }
    }

    @Test func `the five hundred and first is refused in words, and a crowd that stands is paged and not carried`()
        async throws
    {
        try await ServedTown.open { town in
            let crowd = (0..<10_000).map { number in
                Phrase(
                    id: Identifier("p\(number)"),
                    content: .init(
                        shortcut: "s\(number)", title: "Titre \(number)", text: String(repeating: "mot ", count: 20)))
            }
            try await town.server.store.write { tx in
                for phrase in crowd { try tx.insert(phrase, of: Person.senior.id) }
                for _ in 0..<2 { try tx.countUse(of: ["p9999"], by: Person.senior.id) }
            }
            let expert = try await town.browser(of: .senior)
            let refused = try await expert.act(
                "/phrases", [("shortcut", "neuf"), ("text", "Texte.")], key: "k1")
            #expect(refused.status == 422 && refused.text.contains("Vous gardez déjà 500 phrases"))
            #expect(try await town.server.store.read { try $0.phrase(under: "neuf", of: Person.senior.id) } == nil)

            let first = try await expert.get("/phrases")
            #expect(first.forms.count { $0.action.hasSuffix("/retirer") } == 50)
            #expect(first.source.contains("/phrases?apres=s1041"))
            let second = try await expert.get("/phrases?apres=s1041")
            #expect(second.forms.count { $0.action.hasSuffix("/retirer") } == 50)
            #expect(second.source.contains("/s1042<") && !second.source.contains("/s1041<"))

            let demand = try await town.takenDemand()
            let page = try await expert.get("/demandes/\(demand)/repondre")
            #expect(page.source.components("data-shortcut=") == 50)
            #expect(page.source.contains("data-shortcut=\"s9999\""), "the most used is offered")
            #expect(page.bytes.count < 100_000)
        }
    }

    @Test func `what is used most is offered first, and an automatic save counts nothing`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            for shortcut in ["a", "b"] { _ = try await expert.add(shortcut, "", "Texte \(shortcut).") }
            let ids = try await town.phrases(of: .senior).map(\.id.rawValue)
            let demand = try await town.takenDemand()
            let reply = "/demandes/\(demand)/repondre"
            func usual() async throws -> [String] {
                try await town.server.store.read {
                    try $0.usualPhrases(of: Person.senior.id, limit: 5).map(\.content.shortcut)
                }
            }
            var form = try await expert.get(reply).form(to: reply)
            _ = try await expert.post(
                reply, form.filled(with: [("text", "Texte b."), ("phrases", ids[1])]),
                headers: ["X-Essaim-Autosave": "1"])
            #expect(try await usual() == ["a", "b"])
            form = try await expert.get(reply).form(to: reply)
            _ = try await expert.submit(
                form, [("text", "Texte b."), ("phrases", "\(ids[1]) nothing <b>"), ("_suite", "enregistrer")])
            #expect(try await usual() == ["b", "a"])
        }
    }

    @Test func `a phrase of the house is copied in one gesture, and offered no more`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let page = try await expert.get("/phrases")
            let copy = try #require(page.forms.first { $0.value("shortcut") == "limite" })
            #expect(try await expert.submit(copy).status == 303)
            #expect(try await town.phrases(of: .senior).map(\.content.shortcut) == ["limite"])
            let source = try await expert.get("/phrases").source
            #expect(source.contains("Copier<span class=\"visually-hidden\"> la phrase exerese<"))
            #expect(!source.contains("Copier<span class=\"visually-hidden\"> la phrase limite<"), "\(source)")
        }
    }
}

extension Browser {
    fileprivate func add(_ shortcut: String, _ title: String, _ text: String) async throws -> Page {
        let form = try #require(try await get("/phrases").forms.first { $0.action == "/phrases" })
        return try await submit(form, [("shortcut", shortcut), ("title", title), ("text", text)])
    }
}

extension ServedTown {
    func phrases(of person: Person) async throws -> [Phrase] {
        try await server.store.read { try $0.phrases(of: person.id, after: "", limit: 600) }
    }
}

extension String {
    /// How often that stands in it.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}

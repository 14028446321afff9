import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct ValidationTests {
    @Test func `a junior's draft is read, changed and sent by a senior; the junior may not send it`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.browser(of: .asker).sentDemand()
            let junior = try await town.browser(of: .junior)
            _ = try await junior.act(on: demand, "prendre")
            let path = "/demandes/\(demand)/repondre"
            let page = try await junior.get(path)
            #expect(page.text.contains("Soumettre au sénior") && !page.text.contains("Envoyer l’avis"))
            for act in ["decliner", "reorienter", "proposer-rendez-vous", "proposer-appel", "lier"] {
                #expect(!page.source.contains("action=\"/demandes/\(demand)/\(act)\""), "\(act)")
                #expect(try await junior.act("/demandes/\(demand)/\(act)", key: act).status != 303, "\(act)")
            }
            let submitted = try await junior.submit(
                try page.form(to: path),
                [
                    ("text", "Bénin, je pense."), ("orientation", "managedRemotely"), ("gravity", "benign"),
                    ("_suite", "envoyer"),
                ])
            #expect(submitted.location == "/demandes/\(demand)?fait=soumettre")
            #expect(try await town.stored(demand)?.state == .taken)

            let senior = try await town.browser(of: .senior)
            #expect(try await senior.get("/demandes?vue=a-valider").source.contains(demand))
            #expect(try await senior.get("/demandes/\(demand)").text.contains("Relire et valider l’avis"))
            let draft = try await senior.get(path)
            #expect(draft.text.contains("Valider et envoyer") && !draft.text.contains("Soumettre au sénior"))
            #expect(!draft.source.contains("data-autosave"), "a validator keeps no draft of their own")
            let form = try draft.form(to: path)
            #expect(form.value("text") == "Bénin, je pense." && form.value("gravity") == "benign")
            let sent = try await senior.submit(form, [("text", "Bénin, c’est certain."), ("_suite", "envoyer")])
            #expect(sent.location == "/demandes/\(demand)?fait=valider")

            let answer = try await town.stored(demand)?.lastAnswer
            #expect(answer?.expert == Person.junior.id && answer?.validatedBy == Person.senior.id)
            #expect(answer?.content.text == "Bénin, c’est certain." && answer?.content.gravity == .benign)
            let read = try await junior.get("/demandes/\(demand)").text
            #expect(read.contains("Bénin, c’est certain.") && read.contains("validé par Dr Nolwenn Guivarch"))
        }
    }

    @Test
    func `a senior who validates has their own phrases: put in without a script, nothing is saved before the sending`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.browser(of: .asker).sentDemand()
            let junior = try await town.browser(of: .junior)
            _ = try await junior.act("/phrases", [("shortcut", "jeune"), ("text", "Phrase du junior.")], key: "p0")
            _ = try await junior.act(on: demand, "prendre")
            let path = "/demandes/\(demand)/repondre"
            _ = try await junior.submit(
                try await junior.get(path).form(to: path),
                [("text", "Bénin, je pense."), ("orientation", "managedRemotely"), ("_suite", "envoyer")])

            let senior = try await town.browser(of: .senior)
            _ = try await senior.act("/phrases", [("shortcut", "revoir"), ("text", "À revoir dans un an.")], key: "p1")
            _ = try await senior.act("/phrases", [("shortcut", "avant"), ("text", "Autre.")], key: "p2")
            let mine = try #require(try await town.phrases(of: .senior).first { $0.content.shortcut == "revoir" })
            let theirs = try #require(try await town.phrases(of: .junior).first)
            let page = try await senior.get(path)
            #expect(page.source.contains("data-phrases") && page.text.contains("/revoir"))
            #expect(!page.text.contains("/jeune"), "each has their own")
            let before = try town.ledger.counts()
            let version = try await town.stored(demand)?.version

            let shown = try await senior.submit(
                try page.form(to: path),
                [("text", "Bénin."), ("gravity", "benign"), ("phrase", mine.id.rawValue), ("_suite", "inserer")])
            let form = try shown.form(to: path)
            #expect(shown.status == 200 && form.value("text") == "Bénin.\nÀ revoir dans un an.")
            #expect(form.value("gravity") == "benign" && form.value("phrases") == mine.id.rawValue)
            #expect(before.onlyShowPages(to: try town.ledger.counts()))
            #expect(try await town.stored(demand)?.version == version)
            let other = try await senior.submit(form, [("phrase", theirs.id.rawValue), ("_suite", "inserer")])
            #expect(try other.form(to: path).value("text") == "Bénin.\nÀ revoir dans un an.")

            let sent = try await senior.submit(form, [("_suite", "envoyer")])
            #expect(sent.location == "/demandes/\(demand)?fait=valider")
            #expect(try await town.stored(demand)?.lastAnswer?.content.text == "Bénin.\nÀ revoir dans un an.")
            let used = try await town.server.store.read { try $0.usualPhrases(of: Person.senior.id, limit: 5) }
            #expect(used.map(\.content.shortcut) == ["revoir", "avant"], "the one that was sent was counted")
        }
    }
}

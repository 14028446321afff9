import EssaimDomain
import EssaimTestSupport
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
}

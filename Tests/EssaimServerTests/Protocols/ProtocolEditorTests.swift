import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct ProtocolEditorTests {
    private static let fever = [("libelle", "Fièvre"), ("type", "boolean")]

    /// Published, and given to the sample line.
    private func givenForm(_ town: ServedTown, _ editor: Browser) async throws -> String {
        let form = try await editor.beginForm("Taches", from: "sample")
        #expect(try await editor.addQuestion(form, Self.fever).status == 303)
        #expect(try await editor.publish(form).status == 303)
        let line = try await editor.get(form).form(to: form + "/lignes")
        #expect(try await editor.submit(line, [("ligne", "dermatology")]).status == 303)
        return form
    }

    @Test func `a form is begun, written, published, given to a line, and asked with`() async throws {
        try await ServedTown.editing { town, editor in
            let form = try await givenForm(town, editor)
            #expect(form == ServedTown.protocols + "/network.taches")
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.openDraft()
            let page = try await asker.get("/demandes/\(draft)/brouillon")
            #expect(page.text.contains("Fièvre") && page.source.contains("form.fievre"))
            _ = try await asker.fill(draft, Typed.withoutPhoto + [("form.fievre", "true")], button: "verifier")
            #expect(try await asker.sendDraft(draft).status == 303)
            let edition = try await town.stored(draft)?.content.writtenWith
            #expect(edition == FormEdition(form: "network.taches", version: "1"))
            #expect(
                try town.ledger.look.rows("SELECT action FROM history WHERE action LIKE 'protocol.%' ORDER BY at, id")
                    .compactMap { $0[0] } == [
                        "protocol.create", "protocol.change", "protocol.publish", "protocol.line",
                    ])
        }
    }

    @Test func `a demand shows the form it was written with, a draft until it takes the new one`() async throws {
        try await ServedTown.editing { town, editor in
            let form = try await givenForm(town, editor)
            let asker = try await town.browser(of: .asker)
            let sent = try await asker.openDraft()
            _ = try await asker.fill(sent, Typed.withoutPhoto + [("form.fievre", "true")], button: "verifier")
            _ = try await asker.sendDraft(sent)
            let draft = try await asker.openDraft()
            _ = try await asker.fill(draft, Typed.withoutPhoto + [("form.fievre", "false")])

            let gone = try await editor.get(form).forms.first {
                $0.action.hasSuffix("/ordre") && $0.value("question") == "fievre"
            }
            #expect(try await editor.submit(try #require(gone), [("geste", "retirer")]).status == 303)
            #expect(try await editor.addQuestion(form, [("libelle", "Frissons"), ("type", "boolean")]).status == 303)
            // In work, it shows nowhere.
            #expect(try await !asker.get("/demandes/\(draft)/brouillon").text.contains("a changé depuis"))
            #expect(try await editor.publish(form).status == 303)
            #expect(try town.versions(of: "network.taches").map { $0[0] } == ["1", "2"])

            #expect(try await asker.get("/demandes/\(sent)").text.contains("Fièvre"))
            let page = try await asker.get("/demandes/\(draft)/brouillon")
            #expect(page.text.contains("Fièvre") && !page.text.contains("Frissons"))
            #expect(page.text.contains("Le formulaire a changé depuis que vous avez commencé."))
            let taken = try await asker.fill(
                draft, Typed.complete(but: [("question", "Toujours ma question")]), button: "nouveau-formulaire")
            #expect(taken.status == 303)
            let renewed = try await asker.get("/demandes/\(draft)/brouillon")
            #expect(renewed.text.contains("Frissons") && renewed.text.contains("Toujours ma question"))
            #expect(try await asker.get("/demandes/\(try await asker.openDraft())/brouillon").text.contains("Frissons"))
            #expect(try await asker.get("/demandes/\(sent)").text.contains("Fièvre"))
        }
    }

    @Test func `a shipped form stays as it was for a demand when the next Essaim ships another`() async throws {
        try await ServedTown.editing { town, _ in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft()
            _ = try await asker.sendDraft(draft)
            let next = FormLibrary(
                [try ClinicalProtocol.sample.edited(.removeQuestion("size")).named("sample", version: "2")],
                files: QuestionnaireFiles())
            let request = try #require(try await town.stored(draft))
            let form = try await town.server.store.read { try next.form(of: request, on: nil, $0) }
            #expect(form == .sample)
        }
    }

    @Test func `of two who write at once, the second is told and overwrites nothing`() async throws {
        try await ServedTown.editing { town, editor in
            let form = try await editor.beginForm("Taches")
            let path = form + "/questions/nouvelle"
            let second = try await editor.get(path).form(to: path)
            #expect(try await editor.addQuestion(form, Self.fever).status == 303)
            let before = try town.versions(of: "network.taches")
            let page = try await editor.submit(second, [("libelle", "Frissons"), ("type", "boolean")])
            #expect(page.status == 409 && page.source.contains("Frissons"))
            #expect(try town.versions(of: "network.taches") == before)
            // What was written is kept in the page: sent again, it stands beside the other's.
            #expect(try await editor.submit(try page.form(to: path)).status == 303)
            let text = try await editor.get(form).text
            #expect(text.contains("Fièvre") && text.contains("Frissons"))
        }
    }

    @Test(
        arguments: [
            ([("libelle", "Boucle"), ("identifiant", "reason"), ("type", "boolean")], "s’appelle déjà"),
            ([("libelle", "Choix"), ("type", "choice")], "aucune réponse"),
            ([("libelle", ""), ("type", "boolean")], "n’a pas de texte"),
            ([("libelle", "X"), ("type", "integer"), ("minimum", "9"), ("maximum", "1")], "dépasse le plus grand"),
            ([("libelle", "X"), ("type", "integer"), ("minimum", "neuf")], "Écrivez un nombre"),
            ([("libelle", "X"), ("type", "x")], "Choisissez un type"),
            (
                [("libelle", "X"), ("type", "boolean"), ("si.0.question", "absente"), ("si.0.test", "exists")],
                "n’existe pas"
            ),
            (
                [
                    ("libelle", "X"), ("identifiant", "x"), ("type", "boolean"), ("si.0.question", "x"),
                    ("si.0.valeur", "oui"),
                ],
                "s’attendent l’une l’autre"
            ),
            (
                [("libelle", "X"), ("type", "boolean"), ("porte.0.valeur", "oui"), ("porte.0.message", "Ailleurs")],
                "ni ligne ni numéro"
            ),
        ] as [([(String, String)], String)])
    func `a question that would break the form is refused at its field, what was typed kept`(
        typed: [(String, String)], says: String
    ) async throws {
        try await ServedTown.editing { town, editor in
            let form = try await editor.beginForm("Taches")
            let before = try town.versions(of: "network.taches")
            let page = try await editor.addQuestion(form, typed)
            #expect(page.status == 422 && page.text.contains(says), "\(page.text.prefix(400))")
            #expect(try town.versions(of: "network.taches") == before)
        }
    }

    @Test func `what is typed as mark-up is read as text, for editors and requesters`() async throws {
        try await ServedTown.editing { town, editor in
            let form = try await editor.beginForm("<script>alert(1)</script>")
            _ = try await editor.addQuestion(form, [("libelle", "<img src=x onerror=1>"), ("type", "boolean")])
            for path in [ServedTown.protocols, form, form + "/apercu"] {
                let source = try await editor.get(path).source
                #expect(!source.contains("<script>alert") && !source.contains("<img src=x"), "\(path)")
            }
        }
    }

    @Test func `an answer that leads elsewhere shows the line, and the demand may still leave`() async throws {
        try await ServedTown.editing { town, editor in
            let form = try await editor.beginForm("Taches", from: "sample")
            let door = [
                ("libelle", "Fièvre"), ("type", "boolean"), ("porte.0.valeur", "oui"),
                ("porte.0.message", "Vue plus vite."),
                ("porte.0.ligne", "tumours"), ("porte.0.test", "equals"),
            ]
            #expect(try await editor.addQuestion(form, door).status == 303)
            _ = try await editor.publish(form)
            let line = try await editor.get(form).form(to: form + "/lignes")
            _ = try await editor.submit(line, [("ligne", "dermatology")])
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.openDraft()
            _ = try await asker.fill(draft, Typed.withoutPhoto + [("form.fievre", "true")], button: "verifier")
            for path in ["brouillon", "verifier"] {
                let page = try await asker.get("/demandes/\(draft)/\(path)")
                #expect(page.text.contains("Vue plus vite. Voir la ligne « Tumeurs cutanées »"), "\(path)")
                #expect(page.source.contains("/demandes/nouvelle#ligne-tumours"))
            }
            #expect(try await asker.sendDraft(draft).status == 303)
        }
    }
}

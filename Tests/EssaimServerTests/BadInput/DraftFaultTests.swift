import EssaimDomain
import EssaimTestSupport
import Testing

@Suite struct DraftFaultTests {
    /// What is typed wrongly, and the sentence that says so.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var typed: [(String, String)] = []
        var without: Set<String> = []
        let sentence: String
        /// Where the summary leads to correct it.
        let anchor: String

        var testDescription: String { name }
        var fields: [(String, String)] { Typed.complete(but: typed, without: without) }
    }

    static let cases: [Case] = [
        Case(
            name: "no birth name", typed: [("patient.birthFamilyName", " ")], sentence: "Indiquez le nom de naissance.",
            anchor: "patient.birthFamilyName"),
        Case(
            name: "a digit in the name", typed: [("patient.birthFamilyName", "R2D2")],
            sentence: "Le nom de naissance ne contient pas de chiffre.", anchor: "patient.birthFamilyName"),
        Case(
            name: "markup in the name", typed: [("patient.birthFamilyName", "<script>alert</script>")],
            sentence: "« < » n’a pas sa place dans le nom de naissance.", anchor: "patient.birthFamilyName"),
        Case(
            name: "an invisible character in the first name", typed: [("patient.firstGivenName", "Yso\u{202E}lde")],
            sentence: "Un caractère invisible s’est glissé dans le premier prénom : retapez-le.",
            anchor: "patient.firstGivenName"),
        Case(
            name: "a name of 101 characters", typed: [("patient.birthFamilyName", String(repeating: "é", count: 101))],
            sentence: "Le nom de naissance dépasse 100 caractères : raccourcissez-le.",
            anchor: "patient.birthFamilyName"),
        Case(
            name: "no first name", without: ["patient.firstGivenName"], sentence: "Indiquez le premier prénom.",
            anchor: "patient.firstGivenName"),
        Case(
            name: "a day that does not exist", typed: [("patient.birthDate", "31/02/1958")],
            sentence: "Ce jour n’existe pas : vérifiez le jour et le mois.", anchor: "patient.birthDate"),
        Case(
            name: "a birth tomorrow", typed: [("patient.birthDate", "24/11/2026")],
            sentence: "Cette date est dans le futur : vérifiez l’année.", anchor: "patient.birthDate"),
        Case(
            name: "an age of 126", typed: [("patient.birthDate", "22/11/1900")],
            sentence: "Cette date donne plus de 125 ans : vérifiez l’année.", anchor: "patient.birthDate"),
        Case(
            name: "a year of two digits", typed: [("patient.birthDate", "12/08/58")],
            sentence: "Écrivez la date ainsi : 12/08/1958.", anchor: "patient.birthDate"),
        Case(
            name: "words for a date", typed: [("patient.birthDate", "en été")],
            sentence: "Indiquez la date de naissance : jour, mois, année.", anchor: "patient.birthDate"),
        Case(
            name: "no sex", without: ["patient.sex"], sentence: "Indiquez le sexe, ou « inconnu ».",
            anchor: "patient.sex"),
        Case(
            name: "an unknown sex", typed: [("patient.sex", "F")], sentence: "Indiquez le sexe, ou « inconnu ».",
            anchor: "patient.sex"),
        Case(
            name: "an empty question", typed: [("question", "  \n ")],
            sentence: "Posez votre question : une phrase suffit.", anchor: "question"),
        Case(
            name: "a question of 8,001 characters", typed: [("question", String(repeating: "é", count: 8001))],
            sentence: "Ce texte dépasse 8 000 caractères. Raccourcissez-le, ou joignez un document.",
            anchor: "question"),
        Case(
            name: "a context of 8,001 characters", typed: [("context", String(repeating: "é", count: 8001))],
            sentence: "Ce texte dépasse 8 000 caractères. Raccourcissez-le, ou joignez un document.",
            anchor: "context"),
        Case(
            name: "no consent", without: ["consent", "consentGiver"],
            sentence: "Cochez l’accord du patient : sans lui, la demande ne peut pas partir.", anchor: "accord"),
        Case(
            name: "a compulsory answer missing", without: ["form.site"], sentence: "Choisissez une réponse.",
            anchor: "form.site"),
        Case(
            name: "an answer that was not offered", typed: [("form.site", "moon")],
            sentence: "Choisissez parmi les réponses proposées.", anchor: "form.site"),
        Case(
            name: "a size in words", typed: [("form.size", "grande")], sentence: "Écrivez un nombre, par exemple 12,5.",
            anchor: "form.size"),
        Case(
            name: "a size beyond all", typed: [("form.size", "1e400")],
            sentence: "Écrivez un nombre, par exemple 12,5.",
            anchor: "form.size"),
        Case(
            name: "neither photograph nor reason", without: ["photographsImpossible"],
            sentence: "Joignez la photo « Centrée », ou dites pourquoi elle est impossible.", anchor: "photos"),
    ]

    @Test(arguments: cases) func `what is wrong is said at its field, kept as typed, and nothing leaves`(
        _ wrong: Case
    ) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.openDraft()
            let saved = try await asker.fill(draft, wrong.fields, button: "verifier")
            #expect(saved.location == "/demandes/\(draft)/verifier")

            let summary = try await asker.get("/demandes/\(draft)/verifier")
            #expect(summary.status == 200)
            #expect(summary.text.contains(wrong.sentence))
            #expect(summary.source.contains("href=\"/demandes/\(draft)/brouillon#\(wrong.anchor)\""))
            #expect(!summary.forms.contains { $0.action == "/demandes/\(draft)/envoyer" })

            let before = try town.ledger.counts()
            let version = try await town.stored(draft)?.version
            let forced = try await asker.act("/demandes/\(draft)/envoyer", key: "forced", version: version)
            #expect(forced.status == 422)
            #expect(forced.text.contains(wrong.sentence))
            #expect(try await town.stored(draft)?.state == .draft)
            #expect(before.onlyShowPages(to: try town.ledger.counts()))

            let form = try await asker.get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/brouillon")
            for (name, value) in wrong.typed where name != "patient.sex" && name != "form.site" {
                #expect(form.value(name) == value)
            }
        }
    }

    @Test func `a draft with several faults says each of them`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft([("question", "")])
            let text = try await asker.get("/demandes/\(draft)/verifier").text
            for sentence in [
                "Indiquez le nom de naissance.", "Indiquez le premier prénom.", "Indiquez le sexe",
                "Posez votre question", "Choisissez une réponse.", "Joignez la photo", "Cochez l’accord du patient",
            ] {
                #expect(text.contains(sentence), "\(sentence)")
            }
        }
    }

    @Test func `a photograph said to be impossible replaces it, and the reason is read by the expert`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.browser(of: .asker).sentDemand(Typed.withoutPhoto)
            #expect(try await town.stored(demand)?.state == .submitted)
            let expert = try await town.browser(of: .senior)
            #expect(try await expert.get("/demandes/\(demand)").text.contains("Patient au téléphone."))
        }
    }

    @Test func `8,000 characters of any alphabet leave in each text`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let long = String(repeating: "é", count: 7999) + "Ω"
            let demand = try await asker.sentDemand(
                Typed.complete(but: [
                    ("question", long), ("context", long), ("treatments", long),
                ]))
            let kept = try await town.stored(demand)
            #expect(kept?.state == .submitted && kept?.content.question == long && kept?.content.treatments == long)
        }
    }

    @Test func `a red flag stops the sending, shows the 15, and keeps the draft`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete(but: [("form.alarm", "true")]))
            let before = try town.ledger.counts()
            let version = try await town.stored(draft)?.version
            for page in [
                try await asker.get("/demandes/\(draft)/verifier"),
                try await asker.act("/demandes/\(draft)/envoyer", key: "flag", version: version),
            ] {
                #expect(page.status == 422)
                #expect(page.source.contains("href=\"tel:15\"") && page.text.contains("Appelez le 15."))
                #expect(page.text.contains("La demande n’est pas partie. Votre brouillon est gardé tel quel."))
            }
            #expect(before.onlyShowPages(to: try town.ledger.counts()))
            let kept = try await town.stored(draft)
            #expect(kept?.state == .draft && kept?.content.question == Canary.question)
        }
    }

    @Test func `an opinion without words or orientation says both and keeps what was typed`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let form = try await expert.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            let wrong = try await expert.submit(
                form, [("text", " "), ("limits", "Photos floues."), ("seeBefore", "32/01/2027"), ("_suite", "envoyer")])
            #expect(wrong.status == 422)
            #expect(try wrong.form(to: "/demandes/\(demand)/repondre").value("limits") == "Photos floues.")
            let corrected = try await expert.submit(
                try wrong.form(to: "/demandes/\(demand)/repondre"),
                [("text", " "), ("seeBefore", ""), ("_suite", "envoyer")])
            #expect(corrected.text.contains("Écrivez votre avis : c’est ce que lira le confrère."))
            #expect(corrected.text.contains("Choisissez une orientation : une touche suffit."))
            let long = try await expert.submit(
                try corrected.form(to: "/demandes/\(demand)/repondre"),
                [
                    ("text", String(repeating: "x", count: 8001)), ("orientation", "managedRemotely"),
                    ("_suite", "envoyer"),
                ])
            #expect(long.status == 422 && long.text.contains("Ce texte dépasse 8 000 caractères."))
            #expect(try long.form(to: "/demandes/\(demand)/repondre").value("text")?.count == 8001)
            #expect(try await town.stored(demand)?.state == .taken)
        }
    }

    @Test(arguments: [
        ("demander-precision", "texte"), ("decliner", "motif"), ("proposer-rendez-vous", "texte"),
    ]) func `an act with an empty field is shown again with its fault, and nothing is done`(
        _ word: String, _ field: String
    ) async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let kept = try await town.stored(demand)
            let page = try await expert.act(on: demand, word, [(field, "  "), ("autre_voie", "Le 15")])
            #expect(page.status == 422)
            #expect(page.text.contains("Écrivez quelques mots : ce champ ne peut pas rester vide."))
            #expect(try await town.stored(demand) == kept)
        }
    }
}

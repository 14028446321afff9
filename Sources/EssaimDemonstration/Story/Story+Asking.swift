import EssaimDomain

extension Story {
    /// Both sides in turn; each step checks the state that the next one needs.
    func tell(_ teller: Teller) async throws {
        let asker = Browser(base)
        let expert = Browser(base)
        let personas = Demonstration.personas
        guard let who = personas.first(where: { $0.group == .asks }),
            let doctor = personas.first(where: { $0.group == .answers })
        else { return }
        try await teller.step("\(who.name) entre dans la démonstration") { try await enter(who, in: asker) }
        let id = try await ask(as: asker, teller)
        try await teller.step("\(doctor.name), dermatologue, entre à son tour") { try await enter(doctor, in: expert) }
        try await exchange(id, asker, expert, teller)
        try await answer(id, as: expert, teller)
        try await close(id, asker, expert, teller)
    }

    private func enter(_ persona: Persona, in browser: Browser) async throws {
        let page = try await browser.get("/demo")
        try page.expect(200, "la page des personnes de la démonstration")
        let buttons = page.forms.flatMap(\.controls).filter { $0.kind == .button && $0.label.contains(persona.name) }
        guard let button = buttons.first else {
            throw StoryFailure("un bouton «\u{A0}\(persona.name)\u{A0}»", page.summary)
        }
        let list = try await browser.submit(page.form(withButton: button.value).filled(button: button.value))
        try list.expect(200, "la liste des demandes")
    }

    /// From the choice of a line to the sending; the demand's id.
    private func ask(as browser: Browser, _ teller: Teller) async throws -> String {
        let line = Scene.Line.lesion.offer.rawValue
        let id = try await teller.step("Nouvelle demande\u{A0}: choisit la ligne, un brouillon s’ouvre") {
            let page = try await browser.get("/demandes/nouvelle")
            try page.expect(200, "les lignes du réseau")
            let draft = try await browser.submit(page.form(withButton: line).filled(button: line))
            try draft.expect(200, "le brouillon")
            let parts = draft.path.split(separator: "/")
            guard parts.count >= 3, parts[2].hasPrefix("brouillon") else {
                throw StoryFailure("un brouillon ouvert", draft.summary)
            }
            return String(parts[1])
        }
        try await teller.step("Écrit le patient, la question, le formulaire, et enregistre") {
            let draft = try await browser.get("/demandes/\(id)/brouillon")
            let form = try draft.form(to: "/demandes/\(id)/brouillon")
            let saved = try await browser.submit(form.filled(Self.typed, button: "enregistrer"))
            try saved.expect(200, "le brouillon enregistré")
            try saved.expect(says: Self.question)
        }
        try await teller.step("Envoie la photo centrée") {
            try await photo("centered", .lesionCentered, to: id, browser)
        }
        try await teller.step("Envoie la photo large") { try await photo("wide", .lesionWide, to: id, browser) }
        try await teller.step("Vérifie\u{A0}: rien ne manque, l’heure de la réponse est promise") {
            let draft = try await browser.get("/demandes/\(id)/brouillon")
            // What was typed is still there: the form is sent as it stands.
            let summary = try await browser.submit(
                draft.form(to: "/demandes/\(id)/brouillon").filled(button: "verifier"))
            try summary.expect(200, "la page de vérification")
            try summary.expect(says: Self.question)
            _ = try summary.form(to: "/demandes/\(id)/envoyer")
        }
        try await teller.step("Envoie la demande") {
            let summary = try await browser.get("/demandes/\(id)/verifier")
            let sent = try await browser.submit(summary.form(to: "/demandes/\(id)/envoyer").filled())
            try sent.expect(200, "la demande envoyée")
            try sent.expect(state: "À prendre")
        }
        return id
    }

    private func photo(_ slot: String, _ picture: Picture, to id: String, _ browser: Browser) async throws {
        let draft = try await browser.get("/demandes/\(id)/brouillon")
        let form = try draft.form(to: "/demandes/\(id)/photos") { form in
            form.isMultipart && form.controls.contains { $0.name == "emplacement" && $0.value == slot }
        }
        let accepted = try await browser.post(form.filled(), file: picture.bytes, as: "fichier", named: "photo.jpg")
        let shown = try await browser.follow(accepted)
        let before = draft.links.filter { $0.contains("/photos/") }.count
        guard shown.links.filter({ $0.contains("/photos/") }).count > before else {
            throw StoryFailure("une photo de plus sur le brouillon", shown.summary)
        }
    }

    static let question = "Lésion pigmentée de l’avant-bras, nouvelle cette année : faut-il la retirer ?"

    private static let typed: [(name: String, value: String)] = [
        ("patient.birthFamilyName", "Rosrécit"), ("patient.firstGivenName", "Marguerite"),
        ("patient.birthDate", "12/08/1958"), ("patient.sex", "female"), ("treatingDoctor", "requester"),
        ("question", question), ("context", "Vue pour un renouvellement. Pas d’antécédent de mélanome."),
        ("treatments", "Aucun."), ("urgency", "priority"), ("wish", "opinion"), ("form.suspicion", "tumour"),
        ("form.site", "forearm"), ("form.side", "left"), ("form.since", "months"), ("form.signs", "change"),
        ("form.change", "Plus foncée depuis l’été"), ("form.size", "7"), ("consent", "oui"),
    ]
}

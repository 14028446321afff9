import EssaimDomain

/// Words that stand nowhere else: where they are found, that patient's data are.
enum Canary {
    static let familyName = "Kanarivogel"
    static let givenName = "Ysolde"
    static let question = "Question serin-4711 : faut-il retirer cette lésion ?"
    static let asked = "Précision verdier-4711 : depuis quand ?"
    static let given = "Réponse pinson-4711 : depuis six semaines."
    static let advice = "Avis bouvreuil-4711 : rien à retirer."
    static let remark = "Merci roitelet-4711."
    static let all = [
        familyName, givenName, "serin-4711", "verdier-4711", "pinson-4711", "bouvreuil-4711", "roitelet-4711",
    ]
}

/// What someone types into a draft.
enum Typed {
    /// Everything that a demand of the sample line needs, but its photograph.
    static let complete: [(String, String)] = [
        ("patient.birthFamilyName", Canary.familyName), ("patient.firstGivenName", Canary.givenName),
        ("patient.birthDate", "12/08/1958"), ("patient.sex", "female"), ("question", Canary.question),
        ("form.site", "back"), ("consent", "oui"), ("consentGiver", "patient"),
    ]
    /// The same, with the photograph said to be impossible.
    static let withoutPhoto = complete + [("photographsImpossible", "Patient au téléphone.")]

    /// The complete fields with some of them typed otherwise, or taken away.
    static func complete(but changes: [(String, String)] = [], without missing: Set<String> = []) -> [(String, String)]
    {
        let names = Set(changes.map(\.0)).union(missing)
        return withoutPhoto.filter { !names.contains($0.0) } + changes
    }
}

extension Browser {
    /// Opens a draft on a line, by its card; its id.
    func openDraft(on line: String = "dermatology") async throws -> String {
        let card = try await get("/demandes/nouvelle").form(to: "/demandes")
        return try await submit(card, [("ligne", line)]).id(after: "/demandes/")
    }

    /// Fills the draft's form as it stands on its page.
    func fill(_ draft: String, _ typed: [(String, String)], button: String = "enregistrer") async throws -> Page {
        let form = try await get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/brouillon")
        let names = Set(typed.map(\.0))
        // A box that the test does not tick is not sent; a field that it does not type keeps what stands there.
        let kept = form.fields.filter { $0.name != "consent" && !names.contains($0.name) }.map { ($0.name, $0.value) }
        return try await post(form.action, kept + typed + [("_suite", button)])
    }

    /// A draft that only waits to be sent.
    func preparedDraft(_ typed: [(String, String)] = Typed.withoutPhoto) async throws -> String {
        let draft = try await openDraft()
        _ = try await fill(draft, typed, button: "verifier")
        return draft
    }

    /// Sends a prepared draft from its summary.
    func sendDraft(_ draft: String) async throws -> Page {
        try await submit(try await get("/demandes/\(draft)/verifier").form(to: "/demandes/\(draft)/envoyer"))
    }

    /// A demand on its way.
    func sentDemand(_ typed: [(String, String)] = Typed.withoutPhoto) async throws -> String {
        let draft = try await preparedDraft(typed)
        _ = try await sendDraft(draft)
        return draft
    }

    /// Sends the form of an act from the demand's page.
    func act(on demand: String, _ word: String, _ typed: [(String, String)] = []) async throws -> Page {
        try await submit(try await get("/demandes/\(demand)").form(to: "/demandes/\(demand)/\(word)"), typed)
    }

    func sendPhoto(
        _ draft: String, slot: String = "centered", _ bytes: [UInt8] = SamplePhoto.jpeg,
        named name: String = "photo.jpg"
    ) async throws -> Page {
        let forms = try await get("/demandes/\(draft)/brouillon").forms
        guard let form = forms.first(where: { $0.action.hasSuffix("/photos") && $0.value("emplacement") == slot })
        else {
            throw Page.Missing(what: "slot \(slot)", status: 0, text: "")
        }
        return try await upload(form, bytes, named: name)
    }
}

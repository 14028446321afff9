extension Story {
    private static let asked = "Saigne-t-elle au contact ? Et d’autres lésions du même aspect ?"
    private static let given = "Elle ne saigne pas. Aucune autre lésion de cet aspect."
    private static let advice =
        "Lésion asymétrique de deux couleurs. Exérèse complète avec une marge de 2 mm, analyse de la pièce."

    /// Taken, a detail asked and given.
    func exchange(_ id: String, _ asker: Browser, _ expert: Browser, _ teller: Teller) async throws {
        try await teller.step("La demande est dans sa liste «\u{A0}À prendre\u{A0}»") {
            let list = try await expert.get("/demandes?vue=a-prendre")
            try list.expect(200, "la liste «\u{A0}À prendre\u{A0}»")
            guard list.links.contains("/demandes/\(id)") else {
                throw StoryFailure("la demande dans la liste", "\(list.links.count)\u{A0}liens, sans elle")
            }
        }
        try await teller.step("Le dermatologue prend la demande") {
            try await act("prendre", on: id, as: expert)
            try await expert.get("/demandes/\(id)").expect(state: "Prise")
        }
        try await teller.step("Il demande une précision, le délai s’arrête") {
            try await act("demander-precision", on: id, as: expert, [("texte", Self.asked)])
            try await expert.get("/demandes/\(id)").expect(state: "Précision attendue")
        }
        try await teller.step("Le demandeur lit la question et précise") {
            let page = try await asker.get("/demandes/\(id)")
            try page.expect(state: "Précision attendue")
            try page.expect(says: Self.asked)
            try await act("preciser", on: id, as: asker, [("texte", Self.given)])
            try await asker.get("/demandes/\(id)").expect(state: "Prise")
        }
    }

    func answer(_ id: String, as expert: Browser, _ teller: Teller) async throws {
        try await teller.step("Le dermatologue répond, avec une orientation") {
            let page = try await expert.get("/demandes/\(id)/repondre")
            try page.expect(200, "la page de réponse")
            try page.expect(says: Self.given)
            let filled = try page.form(to: "/demandes/\(id)/repondre")
                .filled([("text", Self.advice), ("orientation", "plannedConsultation")], button: "envoyer")
            let answered = try await expert.submit(filled)
            try answered.expect(200, "la demande répondue")
            try answered.expect(state: "Répondue", "Réponse à lire")
        }
    }

    /// The answer read, its report, both acts, the patient told, the loop closed.
    func close(_ id: String, _ asker: Browser, _ expert: Browser, _ teller: Teller) async throws {
        try await teller.step("Le demandeur trouve la réponse dans «\u{A0}À lire\u{A0}»") {
            let list = try await asker.get("/demandes?vue=a-lire")
            guard list.links.contains("/demandes/\(id)") else {
                throw StoryFailure("la demande dans la liste", "\(list.links.count)\u{A0}liens, sans elle")
            }
        }
        try await teller.step("Il lit l’avis") {
            let page = try await asker.get("/demandes/\(id)")
            try page.expect(state: "Réponse à lire", "Répondue")
            try page.expect(says: Self.advice)
        }
        try await teller.step("Il télécharge le compte rendu (PDF/A)") { try await checkReport(of: id, as: asker) }
        try await teller.step("Les deux actes sont nommés\u{A0}: TE2 et RQD") {
            let page = try await asker.get("/demandes/\(id)")
            try page.expect(says: "TE2")
            try page.expect(says: "RQD")
        }
        try await teller.step("Il note que le patient est informé") {
            try await act("patient-informe", on: id, as: asker)
            try await asker.get("/demandes/\(id)").expect(state: "Répondue")
        }
        try await teller.step("Il clôt la demande\u{A0}: l’avis a été suivi") {
            try await act("clore", on: id, as: asker, [("suivi", "followed")])
            try await asker.get("/demandes/\(id)").expect(state: "Close")
        }
        try await teller.step("Le dermatologue voit la boucle fermée") {
            try await expert.get("/demandes/\(id)").expect(state: "Close")
        }
    }

    /// Finds the form of an act on the demand's page, and sends it.
    private func act(
        _ word: String, on id: String, as browser: Browser, _ values: [(name: String, value: String)] = []
    ) async throws {
        let page = try await browser.get("/demandes/\(id)")
        try page.expect(200, "la demande")
        let done = try await browser.submit(page.form(to: "/demandes/\(id)/\(word)").filled(values))
        try done.expect(200, "l’acte «\u{A0}\(word)\u{A0}» fait")
    }

    /// The report is issued by a job after the answer: it is looked for during five seconds.
    private func checkReport(of id: String, as browser: Browser) async throws {
        let clock = ContinuousClock()
        let limit = clock.now + .seconds(5)
        while true {
            let page = try await browser.get("/demandes/\(id)")
            if let link = page.links.first(where: { $0.contains("/compte-rendu/") }) {
                let report = try await browser.get(link)
                try report.expect(200, "le compte rendu")
                guard report.contentType.hasPrefix("application/pdf"), report.body.starts(with: "%PDF-1.4".utf8),
                    report.body.count > 4_000
                else {
                    throw StoryFailure("un PDF 1.4 entier", "\(report.contentType), \(report.body.count)\u{A0}octets")
                }
                return
            }
            guard clock.now < limit else { throw StoryFailure("le compte rendu, en cinq secondes", page.summary) }
            try await Task.sleep(for: .milliseconds(40))
        }
    }
}

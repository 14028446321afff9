/// The order of a report: who, the question, the answer, then what they rest on, then what the law wants kept.
struct ReportBody {
    let report: ConsultationReport

    func compose(_ page: inout ReportComposition) {
        heading(&page)
        patient(&page)
        professionals(&page)
        question(&page)
        answer(&page)
        elements(&page)
        exchanges(&page)
        course(&page)
        acts(&page)
        if page.typesetter.hasSubstitutes {
            page.text(
                "□ tient la place d’un caractère que ce document ne peut pas imprimer ; le texte d’origine reste "
                    + "lisible dans la demande.", .detail, space: 14)
        }
    }

    private func heading(_ page: inout ReportComposition) {
        page.text("Compte rendu de téléexpertise", .title)
        page.text("Émis le \(report.issuedAt) · version \(report.version)", .detail, space: 1)
        if let replaced = report.replaces {
            page.marked("Annule et remplace la version \(replaced)", .warning, bar: Ink.warning, space: 9)
        }
        for erratum in report.errata where !erratum.text.isBlank {
            let origin = [erratum.at, erratum.author].joined(of: " · ")
            page.marked(["Erratum", origin].joined(of: " · "), .warning, bar: Ink.warning, space: 9, keepsNext: true)
            page.marked(erratum.text, .body, bar: Ink.warning)
        }
    }

    private func patient(_ page: inout ReportComposition) {
        let patient = report.patient
        page.section("Patient")
        let birth = [patient.birthDate, patient.age.isBlank ? "" : "(\(patient.age))"].joined(of: " ")
        let matricule = [patient.matricule, patient.matriculeNature].joined(of: " · ")
        page.fields(
            [
                ("Nom de naissance", patient.birthName), ("Date de naissance", birth), ("Prénom", patient.givenName),
                ("Sexe", patient.sex), ("Nom utilisé", patient.usedName), ("Identité", patient.identityStatus),
                ("Matricule INS", matricule),
            ], columns: 2, labelWidth: 96)
    }

    private func professionals(_ page: inout ReportComposition) {
        page.section("Professionnels")
        var people: [(role: String, who: ConsultationReport.Professional)] = [("Requérant", report.requester)]
        people += report.experts.map { ("Requis", $0) }
        if let validator = report.validatedBy { people.append(("Réponse validée par", validator)) }
        if let doctor = report.familyDoctor { people.append(("Médecin traitant", doctor)) }
        page.blocks(people.map { Self.card($0.role, $0.who) }, columns: 2)
    }

    private static func card(
        _ role: String, _ who: ConsultationReport.Professional
    ) -> [(text: String, style: TextStyle)] {
        let place = [who.structure, who.commune].joined(of: ", ")
        let numbers = [who.rpps.prefixed("RPPS\u{A0}"), who.finess.prefixed("FINESS\u{A0}")].joined(of: " · ")
        return [
            (role, .label), (who.name, .strong), (who.profession, .detail), (place, .detail), (numbers, .detail),
        ]
    }

    private func question(_ page: inout ReportComposition) {
        guard !report.question.text.isBlank else { return }
        page.section("Question")
        page.text(report.question.text)
    }

    private func answer(_ page: inout ReportComposition) {
        let answer = report.answer
        page.section("Avis")
        page.marked(answer.orientation, .decision, bar: Ink.accent, keepsNext: true)
        page.marked(answer.seeBefore.prefixed("À voir avant le "), .strong, bar: Ink.accent, keepsNext: true)
        page.marked(answer.text, .body, bar: Ink.accent, space: 5)
        page.marked(answer.prescriptions.prefixed("Prescriptions : "), .body, bar: Ink.accent, space: 5)
        page.marked(answer.limits.prefixed("Limites de l’avis : "), .body, bar: Ink.accent, space: 5)
    }

    /// What the opinion rests on, in one section: context, treatments, form, attachments.
    private func elements(_ page: inout ReportComposition) {
        let question = report.question
        let form = question.form.filter { !$0.value.isBlank }
        let attachments = question.attachments.filter { !$0.name.isBlank }
        let texts = [("Contexte", question.context), ("Traitements et allergies", question.treatments)]
        guard !form.isEmpty || !attachments.isEmpty || !texts.allSatisfy(\.1.isBlank) else { return }
        page.section("Éléments transmis")
        // The labels of a form are whole questions: all make room for them, so that the values stay in line.
        let labels = form.isEmpty ? 118.0 : 178
        for (label, text) in texts { page.labelled(label, text, labelWidth: labels) }
        page.fields(form.map { ($0.label, $0.value) }, labelWidth: labels, space: 3)
        for (index, piece) in attachments.enumerated() {
            let facts = [piece.name, piece.kind, piece.taken].joined(of: " · ")
            page.fields([(index == 0 ? "Pièces" : "", facts)], labelWidth: labels, space: index == 0 ? 3 : 0)
        }
    }

    private func exchanges(_ page: inout ReportComposition) {
        let exchanges = report.course.exchanges.filter { !$0.text.isBlank }
        guard !exchanges.isEmpty else { return }
        page.section("Échanges")
        for (index, exchange) in exchanges.enumerated() {
            let origin = [exchange.at, exchange.author, exchange.kind].joined(of: " · ")
            page.text(origin, .detail, space: index == 0 ? 0 : 7, keepsNext: true)
            page.text(exchange.text)
        }
    }

    private func course(_ page: inout ReportComposition) {
        let course = report.course
        let urgency = [course.urgency, course.promisedAt.prefixed("réponse avant le ")].joined(of: " · ")
        page.section("Traçabilité")
        page.fields(
            [
                ("Demande envoyée", course.sentAt), ("Urgence", urgency), ("Prise en charge", course.takenAt),
                ("Réponse envoyée", report.answer.at),
                ("Consentement", report.consent), ("Incidents techniques", report.incidents),
            ], style: .record, space: 0.5)
    }

    private func acts(_ page: inout ReportComposition) {
        guard !report.acts.isEmpty else { return }
        page.section("Actes")
        page.table(
            ["Acte", "Professionnel", "Date", "Montant"],
            report.acts.map { [$0.code, $0.professional, $0.date, $0.amount] }, widths: [0.12, 0.44, 0.28, 0.16],
            lastEndsRight: true)
    }
}

/// The order of a report: who, the question, the answer, then what they rest on, then what the law wants kept.
struct ReportBody {
    let report: ConsultationReport

    func compose(_ page: inout ReportComposition) {
        heading(&page)
        page.patient(report.patient)
        page.professionals(
            requester: report.requester, experts: report.experts, validator: report.validatedBy,
            familyDoctor: report.familyDoctor)
        question(&page)
        page.section("Avis")
        page.opinion(report.answer)
        elements(&page)
        page.exchanges(report.course.exchanges)
        course(&page)
        acts(&page)
        page.substituteNotice()
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

    private func question(_ page: inout ReportComposition) {
        guard !report.question.text.isBlank else { return }
        page.section("Question")
        page.text(report.question.text)
    }

    /// What the opinion rests on, in one section: context, treatments, form, attachments.
    private func elements(_ page: inout ReportComposition) {
        let question = report.question
        let attachments = question.attachments.filter { !$0.name.isBlank }
        let texts = [question.context, question.treatments] + question.form.map(\.value)
        guard !attachments.isEmpty || !texts.allSatisfy(\.isBlank) else { return }
        page.section("Éléments transmis")
        let labels = page.elements(
            context: question.context, treatments: question.treatments, form: question.form)
        for (index, piece) in attachments.enumerated() {
            let facts = [piece.name, piece.kind, piece.taken].joined(of: " · ")
            page.fields([(index == 0 ? "Pièces" : "", facts)], labelWidth: labels, space: index == 0 ? 3 : 0)
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

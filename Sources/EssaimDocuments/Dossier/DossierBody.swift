/// The texts of a dossier, before its images and after them.
struct DossierBody {
    let dossier: Dossier

    func composeFirst(_ page: inout ReportComposition) {
        page.text("Dossier de la demande \(dossier.demand)", .title)
        page.text("Établi le \(dossier.madeAt)", .detail, space: 1)
        page.patient(dossier.patient)
        page.professionals(
            requester: dossier.requester, experts: dossier.experts, validator: nil, familyDoctor: dossier.familyDoctor)
        demand(&page)
        if !dossier.question.isBlank {
            page.section("Question")
            page.text(dossier.question)
        }
        if !([dossier.context, dossier.treatments] + dossier.form.map(\.value)).allSatisfy(\.isBlank) {
            page.section("Éléments transmis")
            page.elements(context: dossier.context, treatments: dossier.treatments, form: dossier.form)
        }
        if !dossier.consent.isBlank {
            page.section("Consentement")
            page.text(dossier.consent)
        }
        page.exchanges(dossier.course.exchanges)
        opinions(&page)
    }

    func composeLast(_ page: inout ReportComposition) {
        page.pieces(dossier.pieces)
        page.substituteNotice()
    }

    private func demand(_ page: inout ReportComposition) {
        let course = dossier.course
        let facts = [
            ("Adressée à", dossier.line), ("État", dossier.status),
            ("Urgence", [course.urgency, course.promisedAt.prefixed("réponse avant le ")].joined(of: " · ")),
            ("Envoyée", course.sentAt), ("Prise en charge", course.takenAt),
            ("Réponse envoyée", dossier.opinions.last?.answer.at ?? ""),
        ]
        guard !facts.allSatisfy(\.1.isBlank) else { return }
        page.section("Demande")
        page.fields(facts, space: 0.5)
    }

    private func opinions(_ page: inout ReportComposition) {
        page.section("Avis")
        guard let standing = dossier.opinions.last else {
            return page.text("Aucun avis n’a été rendu à ce jour.", .detail)
        }
        page.text(standing.origin, .detail, keepsNext: true)
        page.opinion(standing.answer, space: 4)
        let earlier = dossier.opinions.dropLast().reversed()
        guard !earlier.isEmpty else { return }
        page.text(
            earlier.count == 1 ? "Version antérieure, remplacée" : "Versions antérieures, remplacées", .strong,
            space: 10, keepsNext: true)
        for opinion in earlier {
            page.text(opinion.origin, .detail, space: 4, keepsNext: true)
            page.text([opinion.answer.orientation, opinion.answer.text].joined(of: "\n"), .withdrawn)
        }
    }
}

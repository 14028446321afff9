import EssaimDomain

extension RequestModel.Content {
    static let sample = RequestModel.Content(
        number: "7K3M-QX2P", line: "Dermatologie", zone: "Brest-Lannion", patient: .sample, deadline: .urgentSample,
        status: .yours, sentAt: PageClock.sample.now - .hours(4),
        asker: "Dr Claire Morvan, médecin généraliste, Lannion", wish: .opinion,
        question: "Lésion pigmentée du dos, change depuis six semaines\u{A0}: faut-il la retirer sans attendre\u{A0}?",
        context: "Vue ce matin pour un renouvellement. Mère opérée d’un mélanome à 60 ans. Bon état général.",
        treatments: "Amlodipine 5 mg. Pas d’allergie connue.", answers: AnsweredItem.samples,
        photos: PhotoModel.samples, earlier: [.sample],
        consent: "Accord du patient, oralement, le 23 novembre 2026",
        treatingDoctor: "Dr Claire Morvan", residence: "22113 Lannion", thread: .sample)
}

extension RequestModel {
    private static let now = PageClock.sample.now

    /// Submitted, seen by an expert of the pool.
    static let toTakeSample: RequestModel = {
        var content = Content.sample
        content.status = .toTake
        content.thread = ThreadModel(items: [])
        let setAside = ActionForm(
            id: "laisser", title: "Laisser à mes confrères", path: .act("sample", "laisser"), seal: .sample,
            explanation: "Elle quitte votre liste et reste dans celle de vos confrères.",
            fields: [ActionField(name: "motif", label: "Motif", help: "Facultatif.", kind: .shortText)])
        return RequestModel(
            id: "sample", content: content, actions: [.take, setAside], trail: .trail("sample"))
    }()

    /// Taken, seen by the expert who holds it.
    static let sample = RequestModel(
        id: "sample", content: .sample, actions: [.askInformation, .decline], reply: .reply("sample"),
        trail: .trail("sample"))

    /// Late, seen by the asking structure and by who coordinates.
    static let lateSample: RequestModel = {
        var model = toTakeSample
        model.actions = []
        model.care = Care(
            done: [
                "Relancé le 24 novembre 2026 à 8 h 30",
                "Élargi à Dermatologues de Rennes le 24 novembre 2026 à 14 h 30",
                "Délai dépassé, coordination prévenue le 25 novembre 2026 à 8 h 30",
            ],
            meanwhile: "Adressez le patient à la consultation sans rendez-vous du CHU.", phone: "02 99 00 00 00")
        model.why = Why(
            candidates: [
                "Dr Nolwenn Guivarch, Dermatologues de Brest\u{A0}: le demandeur souhaite cet expert.",
                "Toute l’équipe Dermatologues de Brest\u{A0}: la commune du demandeur est du secteur Brest.",
                "Toute l’équipe Dermatologues de Rennes\u{A0}: relais de Brest par Rennes, sans réponse.",
            ],
            remarks: ["Plusieurs secteurs ont cette commune\u{A0}: Brest, Lannion."])
        return model
    }()

    /// Opened in an emergency by someone who is nothing to it.
    static let emergencySample: RequestModel = {
        var model = RequestModel(id: "sample", content: .sample, reports: answeredSample.reports)
        model.content.status = .toTake
        model.emergencyUntil = now + .minutes(52)
        return model
    }()

    /// Over for five years: read, and nothing more.
    static let archivedSample: RequestModel = {
        var model = answeredSample
        model.content.status = .closed
        model.content.archivedOn = "3\u{A0}mars\u{A0}2032"
        model.actions = []
        return model
    }()

    /// Answered, seen by the asker, with both acts.
    static let answeredSample: RequestModel = {
        var content = Content.sample
        content.status = .unread
        content.deadline = .keptSample
        let read = ActionForm(
            id: "lu", title: "Lu, patient informé", path: .act("sample", "patient-informe"), seal: .sample,
            kind: .primary)
        let followUp = ActionForm(
            id: "relance", title: "Poser une question de suite", path: .act("sample", "relance"), seal: .sample,
            explanation: "Une seule question est possible\u{A0}; la demande revient au spécialiste.",
            fields: [
                ActionField(name: "texte", label: "Votre question", kind: .longText(limit: 8000), isRequired: true)
            ], submit: "Envoyer la question")
        return RequestModel(
            id: "sample", content: content,
            advice: Advice(
                expert: "Dr Hervé Le Goff, dermatologue", at: now - .hours(2), version: 2,
                text: """
                    Lésion asymétrique, à bords irréguliers, de deux couleurs\u{A0}: suspecte.
                    À retirer en entier avec une marge de 2 mm, sous dix jours. Je la vois jeudi à Lannion.
                    Ne pas faire de biopsie partielle.
                    """, orientation: .quickConsultation, limits: "Photographie centrée un peu floue au bord droit.",
                seeBefore: "4 décembre 2026", gravity: .suspectedCancer, reason: "Date du rendez-vous corrigée."),
            reports: [
                Report(version: 2, path: .report("sample", version: 2), issuedAt: now - .hours(2)),
                Report(version: 1, path: .report("sample", version: 1), issuedAt: now - .hours(3), isReplaced: true),
            ],
            acts: [
                Act(code: "TE2", amount: "23,00 €", professional: "Dr Hervé Le Goff"),
                Act(code: "RQD", amount: "10,00 €", professional: "Dr Claire Morvan", note: "1 sur 4 cette année"),
            ],
            visit: Visit(
                since: now - .hours(2), before: CivilDate(year: 2026, month: 12, day: 4),
                appointment: Visit.Appointment(at: now + .days(3), place: "Lannion", with: "Dr Hervé Le Goff")),
            apc: "Avis ponctuel de consultant possible jusqu’au 23 février 2027", actions: [read, followUp],
            record: .sample,
            links: [
                Near(words: "Tumeurs cutanées, demande 0B7H-23KM\u{A0}: prise", path: .request("linked")),
                Near(words: "Ouverte depuis Rhumatologie, demande 4T9P-11AZ\u{A0}: répondue"),
            ],
            trail: .trail("sample"),
            emergencies: [
                Emergency(who: "Dr Anne Riou", at: now - .hours(1)), Emergency(who: "Dr Anne Riou", at: now - .days(3)),
            ])
    }()

    static let declinedSample: RequestModel = {
        var content = Content.sample
        content.status = StatusModel(state: .declined)
        content.deadline = DeadlineModel(urgency: .urgent, clock: .none)
        return RequestModel(
            id: "sample", content: content,
            ending:
                "Déclinée par Dr Hervé Le Goff\u{A0}: lésion de la paupière. Voir l’ophtalmologie du CHU de Brest."
        )
    }()
}

import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension ActionForm {
    /// The acts allowed now, each as its form, the one most likely wanted first. Offered only if it would be accepted:
    /// both come from the same `actions(availableTo:)`.
    static func all(
        _ file: RequestFile, _ page: PageMaking, among words: [RequestWord] = order, typed: FormFields? = nil,
        faulty: RequestWord? = nil, faults: [FieldFault] = []
    ) -> [ActionForm] {
        words.filter { file.actions.contains($0.action) }.compactMap { word in
            var form = form(word, file, page)
            if word == faulty, let typed { form?.keep(typed, faults) }
            return form
        }
    }

    static let order: [RequestWord] = [
        .take, .giveInformation, .recordPatientTold, .read, .close, .followUp, .askInformation, .amend, .erratum, .add,
        .addFact, .copy, .assign, .reassign, .raiseUrgency, .changeUrgency, .reorient, .proposeAppointment,
        .proposeCall,
        .openLinked, .setAside, .release, .correctIdentity, .withdrawAttachment, .decline, .cancel,
    ]

    /// What an expert may do instead of answering, beside the answer.
    static let besideAnswer: [RequestWord] = [
        .askInformation, .proposeAppointment, .proposeCall, .openLinked, .reorient, .release, .decline,
    ]

    private mutating func keep(_ typed: FormFields, _ faults: [FieldFault]) {
        isOpen = true
        for index in fields.indices {
            if case .sentences = fields[index].kind {
                fields[index].value = typed.all(fields[index].name).joined(separator: " ")
            } else {
                fields[index].value = typed.first(fields[index].name) ?? fields[index].value
            }
            fields[index].error = faults.first { ActField.name(of: $0.field) == fields[index].name }?.message
        }
    }

    private static func form(_ word: RequestWord, _ file: RequestFile, _ page: PageMaking) -> ActionForm? {
        let request = file.request
        let id = request.id.rawValue
        let version = word.action.isVersionless ? nil : request.version
        func act(
            _ title: String, _ kind: Kind = .secondary, _ fields: [ActionField] = [], explanation: String = "",
            submit: String? = nil
        ) -> ActionForm {
            ActionForm(
                id: word.rawValue, title: title, path: .act(id, word.rawValue), seal: page.seal(version: version),
                kind: kind, explanation: explanation.frenchSpaced, fields: fields, submit: submit)
        }
        switch word {
        case .take: return act("Prendre cette demande", .primary)
        case .setAside:
            return act(
                "Laisser à mes collègues", .secondary, [.short(ActField.reason, "Motif (facultatif)")],
                explanation: "Elle quitte votre liste et reste à prendre par vos collègues.", submit: "Laisser")
        case .release:
            return act(
                "Remettre à prendre", .secondary, [.short(ActField.reason, "Motif (facultatif)")],
                explanation: "Un collègue la prendra. Votre brouillon d’avis est gardé, le délai continue.",
                submit: "Remettre à prendre")
        case .askInformation:
            return act(
                "Demander une précision", .secondary,
                [
                    ActionField(
                        name: ActField.missing, label: "Que manque-t-il ?".frenchSpaced,
                        kind: .sentences(
                            MissingPiece.allCases.map { .init(value: $0.rawValue, label: $0.word, text: $0.sentence) },
                            into: ActField.text)),
                    .long(ActField.text, "Votre question", isRequired: false),
                ],
                explanation: "Le délai s’arrête jusqu’à la réponse du demandeur.", submit: "Envoyer la question")
        case .giveInformation:
            return act(
                "Répondre à l’expert", .primary, [.long(ActField.text, "Votre précision")],
                explanation: "Le délai reprend dès l’envoi.", submit: "Envoyer la précision")
        case .add:
            return act(
                "Ajouter à la demande", .secondary, [.long(ActField.text, "Ce que l’expert doit savoir")],
                submit: "Ajouter")
        case .addFact:
            return act(
                "Ajouter un fait nouveau", .secondary, [.long(ActField.text, "Ce qui est arrivé")], submit: "Ajouter")
        case .cancel:
            let isReasoned = request.state != .submitted
            return act(
                "Annuler la demande", .danger,
                [.short(ActField.reason, isReasoned ? "Motif" : "Motif (facultatif)", isRequired: isReasoned)],
                explanation: "La demande s’arrête sans avis. Elle reste lisible.", submit: "Annuler la demande")
        case .decline:
            return act(
                "Décliner avec un motif", .danger,
                [.long(ActField.reason, "Motif"), .short(ActField.otherWay, "Autre voie", isRequired: true)],
                explanation: "La demande se termine sans avis. Le demandeur lit votre motif et l’autre voie.",
                submit: "Décliner la demande")
        case .read: return act("Marquer comme lu", file.actions.contains(.recordPatientTold) ? .secondary : .primary)
        case .recordPatientTold: return act("Lu, patient informé", .primary)
        case .followUp:
            return act(
                "Poser une question à l’expert", .secondary, [.long(ActField.text, "Votre question")],
                explanation: "Une question de suite par demande.", submit: "Envoyer la question")
        case .close:
            return act(
                "Clore la demande", request.loop.patientToldAt == nil ? .secondary : .primary,
                [
                    ActionField(
                        name: ActField.advice, label: "Qu’est devenu l’avis ? (facultatif)".frenchSpaced,
                        kind: .choice(Loop.Advice.allCases.map { .init(value: $0.rawValue, label: $0.word) })),
                    ActionField(
                        name: ActField.otherwise, label: "Sinon, vous auriez fait… ? (facultatif)".frenchSpaced,
                        kind: .choice(Loop.Otherwise.allCases.map { .init(value: $0.rawValue, label: $0.word) })),
                    .short(ActField.remark, "Un mot pour l’expert (facultatif)"),
                ], submit: "Clore la demande")
        case .copy: return act("Copier dans un nouveau brouillon")
        case .assign, .reassign:
            return act(
                word == .assign ? "Proposer à un expert" : "Réattribuer (en retard)", .secondary,
                [
                    .list(
                        ActField.expert, "Expert",
                        file.experts.map { expert in
                            let hindrance = file.hindrances[expert.id].map { ", \($0.words(page.clock))" }
                            return (expert.id.rawValue, expert.shownName + (hindrance ?? ""))
                        })
                ],
                explanation: "L’expert devra la prendre lui-même.", submit: "Proposer")
        case .raiseUrgency, .changeUrgency:
            let urgencies = Urgency.allCases.filter {
                word == .changeUrgency ? $0 != request.content.urgency : $0 > request.content.urgency
            }
            guard !urgencies.isEmpty, word == .changeUrgency || !file.actions.contains(.changeUrgency) else {
                return nil
            }
            return act(
                word == .raiseUrgency ? "Relever l’urgence" : "Changer l’urgence", .secondary,
                [
                    .list(ActField.urgency, "Urgence", urgencies.map { ($0.rawValue, $0.word) }),
                    .short(ActField.reason, "Motif", isRequired: true),
                ],
                submit: "Changer l’urgence")
        case .reorient:
            return act(
                "Réorienter", .secondary,
                [.list(ActField.route, "Vers", file.otherRoutes), .short(ActField.reason, "Motif", isRequired: true)],
                explanation: "Le délai promis ne repart pas de zéro.", submit: "Réorienter la demande")
        case .openLinked:
            return act(
                "Ouvrir une demande liée", .secondary,
                [.list(ActField.route, "Ligne", file.otherRoutes), .long(ActField.text, "Question à l’autre ligne")],
                explanation: "Un brouillon de la structure qui demande, avec son propre délai. Vous gardez celle-ci.",
                submit: "Ouvrir le brouillon")
        case .proposeAppointment:
            return act(
                "Proposer un rendez-vous", .secondary, [.long(ActField.text, "Date, lieu, ce qu’il faut apporter")],
                submit: "Proposer")
        case .proposeCall:
            return act("Proposer un appel", .secondary, [.long(ActField.text, "Numéro et heures")], submit: "Proposer")
        case .amend:
            let answer = request.lastAnswer?.content
            return act(
                "Amender l’avis", .secondary,
                [
                    .long(ActField.text, "Avis et conduite à tenir", value: answer?.text ?? ""),
                    .list(
                        ActField.orientation, "Orientation", Orientation.allCases.map { ($0.rawValue, $0.word) },
                        value: answer?.orientation?.rawValue ?? ""),
                    ActionField(
                        name: ActField.seeBefore, label: "À voir avant le", kind: .date,
                        value: answer?.seeBefore?.description ?? ""),
                    ActionField(
                        name: ActField.gravity, label: "Gravité",
                        kind: .choice(Gravity.allCases.map { .init(value: $0.rawValue, label: $0.word) }),
                        value: answer?.gravity?.rawValue ?? ""),
                    .short(ActField.limits, "Limites de l’avis", value: answer?.limits ?? ""),
                    .short(ActField.reason, "Pourquoi l’amender", isRequired: true),
                ],
                explanation: "Une nouvelle version annule et remplace l’ancienne, qui reste lisible.",
                submit: "Envoyer la nouvelle version")
        case .erratum:
            return act(
                "Publier un erratum", .secondary, [.long(ActField.text, "Ce qui doit être corrigé")],
                explanation: "Le demandeur est invité à le lire.", submit: "Publier l’erratum")
        case .correctIdentity:
            let patient = request.content.patient
            return act(
                "Corriger l’identité du patient", .secondary,
                [
                    .short(
                        DraftField.birthFamilyName, "Nom de naissance", isRequired: true, value: patient.birthFamilyName
                    ),
                    .short(DraftField.usedFamilyName, "Nom utilisé", value: patient.usedFamilyName),
                    .short(
                        DraftField.firstGivenName, "Premier prénom", isRequired: true, value: patient.firstGivenName),
                    .short(DraftField.birthDate, "Date de naissance", isRequired: true, value: patient.birthDate),
                    .list(
                        DraftField.sex, "Sexe", [("female", "Féminin"), ("male", "Masculin"), ("unknown", "Inconnu")],
                        value: patient.sex),
                    .short(ActField.reason, "Motif", isRequired: true),
                ],
                explanation: "L’expert est averti, et le compte rendu réédité (annule et remplace).",
                submit: "Corriger l’identité")
        case .withdrawAttachment:
            guard !file.photographs.isEmpty else { return nil }
            let photos = file.photographs.enumerated().map { ($1.id.rawValue, "Photo \($0 + 1), \($1.name)") }
            return act(
                "Retirer une photo", .danger,
                [.list(ActField.photo, "Photo", photos), .short(ActField.reason, "Motif", isRequired: true)],
                explanation: "La photo n’est plus visible. Le retrait est tracé.", submit: "Retirer la photo")
        }
    }
}

extension ActionField {
    fileprivate static func long(
        _ name: String, _ label: String, value: String = "", isRequired: Bool = true
    ) -> ActionField {
        ActionField(
            name: name, label: label.frenchSpaced, kind: .longText(limit: AnswerContent.longestText), value: value,
            isRequired: isRequired)
    }

    fileprivate static func short(
        _ name: String, _ label: String, isRequired: Bool = false, value: String = ""
    ) -> ActionField {
        ActionField(name: name, label: label, kind: .shortText, value: value, isRequired: isRequired)
    }

    fileprivate static func list(
        _ name: String, _ label: String, _ options: [(String, String)], value: String = ""
    ) -> ActionField {
        ActionField(
            name: name, label: label, kind: .list(options.map { Option(value: $0.0, label: $0.1) }), value: value,
            isRequired: true)
    }
}

extension RequestFile {
    /// Where else the demand may go: every open line and zone with a pool, but the present one.
    fileprivate var otherRoutes: [(String, String)] {
        network.offers.filter { $0.state == .open && $0.kind == request.kind }.flatMap { offer in
            network.zones.filter { offer.pools[$0.id] != nil }
                .filter { offer.id != request.route.offer || $0.id != request.route.zone }
                .map { (Route.text(offer.id, $0.id), "\(offer.title), \($0.name)") }
        }
    }
}

extension Route {
    fileprivate static func text(_ offer: Identifier<Offer>, _ zone: Identifier<Zone>) -> String {
        "\(offer.rawValue) \(zone.rawValue)"
    }

    /// Reads what a form's list sent, by the network's declaration.
    init?(_ text: String, in network: Network) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2, let offer = network.offer(Identifier(parts[0])),
            let pool = offer.pools[Identifier(parts[1])]
        else { return nil }
        self.init(offer: offer.id, zone: Identifier(parts[1]), pool: pool)
    }
}

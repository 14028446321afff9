import EssaimDomain
import EssaimGate

/// What the asking side may do with a demand that it sent.
extension FormMaking {
    var giveInformation: ActionForm {
        act(
            "Répondre à l’expert", .primary, [.long(ActField.text, "Votre précision")],
            explanation: "Le délai reprend dès l’envoi.", submit: "Envoyer la précision")
    }

    var add: ActionForm {
        act(
            "Ajouter à la demande", .secondary, [.long(ActField.text, "Ce que l’expert doit savoir")],
            submit: "Ajouter")
    }

    var addFact: ActionForm {
        act("Ajouter un fait nouveau", .secondary, [.long(ActField.text, "Ce qui est arrivé")], submit: "Ajouter")
    }

    var cancel: ActionForm {
        let isReasoned = request.state != .submitted
        return act(
            "Annuler la demande", .danger,
            [.short(ActField.reason, isReasoned ? "Motif" : "Motif (facultatif)", isRequired: isReasoned)],
            explanation: "La demande s’arrête sans avis. Elle reste lisible.", submit: "Annuler la demande")
    }

    var read: ActionForm {
        act("Marquer comme lu", file.actions.contains(.recordPatientTold) ? .secondary : .primary)
    }

    var recordPatientTold: ActionForm { act("Lu, patient informé", .primary) }

    var followUp: ActionForm {
        act(
            "Poser une question à l’expert", .secondary, [.long(ActField.text, "Votre question")],
            explanation: "Une question de suite par demande.", submit: "Envoyer la question")
    }

    var close: ActionForm {
        act(
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
    }

    var copy: ActionForm { act("Copier dans un nouveau brouillon") }

    var correctIdentity: ActionForm {
        let patient = request.content.patient
        return act(
            "Corriger l’identité du patient", .secondary,
            [
                .short(
                    DraftField.birthFamilyName, "Nom de naissance", isRequired: true, value: patient.birthFamilyName),
                .short(DraftField.usedFamilyName, "Nom utilisé", value: patient.usedFamilyName),
                .short(DraftField.firstGivenName, "Premier prénom", isRequired: true, value: patient.firstGivenName),
                .short(DraftField.birthDate, "Date de naissance", isRequired: true, value: patient.birthDate),
                .list(
                    DraftField.sex, "Sexe", [("female", "Féminin"), ("male", "Masculin"), ("unknown", "Inconnu")],
                    value: patient.sex),
                .short(ActField.reason, "Motif", isRequired: true),
            ],
            explanation: "L’expert est averti, et le compte rendu réédité (annule et remplace).",
            submit: "Corriger l’identité")
    }

    var withdrawAttachment: ActionForm? {
        guard !file.photographs.isEmpty else { return nil }
        let photos = file.photographs.enumerated().map { ($1.id.rawValue, "Photo \($0 + 1), \($1.name)") }
        return act(
            "Retirer une photo", .danger,
            [.list(ActField.photo, "Photo", photos), .short(ActField.reason, "Motif", isRequired: true)],
            explanation: "La photo n’est plus visible. Le retrait est tracé.", submit: "Retirer la photo")
    }
}

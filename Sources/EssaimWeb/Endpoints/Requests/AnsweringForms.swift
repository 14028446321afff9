import EssaimDomain
import EssaimGate

/// What the answering side may do with a demand: its experts, and who sees to it that one of them answers.
extension FormMaking {
    var take: ActionForm { act("Prendre cette demande", .primary) }

    var setAside: ActionForm {
        act(
            "Laisser à mes collègues", .secondary, [.short(ActField.reason, "Motif (facultatif)")],
            explanation: "Elle quitte votre liste et reste à prendre par vos collègues.", submit: "Laisser")
    }

    var release: ActionForm {
        act(
            "Remettre à prendre", .secondary, [.short(ActField.reason, "Motif (facultatif)")],
            explanation: "Un collègue la prendra. Votre brouillon d’avis est gardé, le délai continue.",
            submit: "Remettre à prendre")
    }

    var askInformation: ActionForm {
        act(
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
    }

    var decline: ActionForm {
        act(
            "Décliner avec un motif", .danger,
            [.long(ActField.reason, "Motif"), .short(ActField.otherWay, "Autre voie", isRequired: true)],
            explanation: "La demande se termine sans avis. Le demandeur lit votre motif et l’autre voie.",
            submit: "Décliner la demande")
    }

    var amend: ActionForm {
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
                .optionalList(
                    ActField.receiving, "Ligne qui reçoit le patient", file.receivingRoutes,
                    value: answer?.receiving.map { Route.text($0.offer, $0.zone) } ?? ""),
                .short(ActField.reason, "Pourquoi l’amender", isRequired: true),
            ],
            explanation: "Une nouvelle version annule et remplace l’ancienne, qui reste lisible.",
            submit: "Envoyer la nouvelle version")
    }

    var erratum: ActionForm {
        act(
            "Publier un erratum", .secondary, [.long(ActField.text, "Ce qui doit être corrigé")],
            explanation: "Le demandeur est invité à le lire.", submit: "Publier l’erratum")
    }

    var reorient: ActionForm {
        act(
            "Réorienter", .secondary,
            [.list(ActField.route, "Vers", file.otherRoutes), .short(ActField.reason, "Motif", isRequired: true)],
            explanation: "Le délai promis ne repart pas de zéro.", submit: "Réorienter la demande")
    }

    var openLinked: ActionForm {
        act(
            "Ouvrir une demande liée", .secondary,
            [.list(ActField.route, "Ligne", file.otherRoutes), .long(ActField.text, "Question à l’autre ligne")],
            explanation: "Un brouillon de la structure qui demande, avec son propre délai. Vous gardez celle-ci.",
            submit: "Ouvrir le brouillon")
    }

    var proposeAppointment: ActionForm {
        act(
            "Proposer un rendez-vous", .secondary, [.long(ActField.text, "Date, lieu, ce qu’il faut apporter")],
            submit: "Proposer")
    }

    var proposeCall: ActionForm {
        act("Proposer un appel", .secondary, [.long(ActField.text, "Numéro et heures")], submit: "Proposer")
    }

    var assign: ActionForm {
        act(
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
    }

    var urgency: ActionForm? {
        let urgencies = Urgency.allCases.filter {
            word == .changeUrgency ? $0 != request.content.urgency : $0 > request.content.urgency
        }
        guard !urgencies.isEmpty, word == .changeUrgency || !file.actions.contains(.changeUrgency) else { return nil }
        return act(
            word == .raiseUrgency ? "Relever l’urgence" : "Changer l’urgence", .secondary,
            [
                .list(ActField.urgency, "Urgence", urgencies.map { ($0.rawValue, $0.word) }),
                .short(ActField.reason, "Motif", isRequired: true),
            ],
            submit: "Changer l’urgence")
    }
}

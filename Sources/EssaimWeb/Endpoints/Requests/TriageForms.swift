import EssaimDomain
import EssaimGate

/// What is done at a regulated door, and by a line that is asked to receive a patient.
extension FormMaking {
    var claimTriage: ActionForm? {
        let isHeld = request.triage?.claim(at: page.clock.now) != nil
        return isHeld ? nil : act("Trier cette demande", .secondary)
    }

    var leaveTriage: ActionForm { act("Ne plus trier", .secondary) }

    var passOn: ActionForm {
        let team = file.pool?.name ?? "l’équipe"
        return act("Transmettre à \(team)", .primary)
    }

    var askBack: ActionForm {
        act(
            "Demander un complément", .secondary,
            [
                ActionField(
                    name: ActField.missing, label: "Que manque-t-il ?".frenchSpaced,
                    kind: .sentences(
                        MissingPiece.allCases.map { .init(value: $0.rawValue, label: $0.word, text: $0.sentence) },
                        into: ActField.text)),
                .long(ActField.text, "Votre question au demandeur", isRequired: false),
            ],
            explanation: "Le délai s’arrête jusqu’à sa réponse ; la demande revient alors à trier.",
            submit: "Envoyer la question")
    }

    var redirect: ActionForm {
        let ways = Offer.Channel.Kind.allCases.compactMap { kind in kind.redirection.map { (kind.rawValue, $0) } }
        let known = (file.offer?.channels ?? []).filter { $0.kind != .opinion && !$0.address.isEmpty }
            .map { "\($0.kind.redirection ?? "") : \($0.address)" }.joined(separator: ", ")
        return act(
            "Diriger ailleurs", .danger,
            [
                ActionField(
                    name: ActField.channel, label: "Vers quoi",
                    kind: .choice(ways.map { .init(value: $0.0, label: $0.1) }), isRequired: true),
                .long(ActField.text, "Numéro, lieu, ce qu’il faut dire ou apporter"),
            ],
            explanation: "La demande se termine sans avis ; le demandeur lit par où passer."
                + (known.isEmpty ? "" : " La ligne indique : \(known)."),
            submit: "Diriger la demande")
    }

    var ungroup: ActionForm { act("Séparer de son groupe", .secondary) }

    var acceptOrientation: ActionForm {
        act(
            "Accepter le patient", .primary,
            [
                ActionField(name: ActField.day, label: "Jour", kind: .date),
                .short(ActField.time, "Heure"), .short(ActField.place, "Lieu"), .short(ActField.with, "Avec qui"),
                .short(ActField.note, "Note au demandeur"),
            ],
            explanation: "Sans jour ni heure, le demandeur lit « date à convenir ».", submit: "Accepter le patient")
    }

    var refuseOrientation: ActionForm {
        act(
            "Refuser avec un motif", .danger,
            [.long(ActField.reason, "Motif"), .short(ActField.otherWay, "Autre voie", isRequired: true)],
            explanation: "Le demandeur garde la main et lit votre motif et l’autre voie.", submit: "Refuser le patient")
    }
}

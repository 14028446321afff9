import EssaimDomain
import EssaimGate

extension Command {
    /// What a form of an act carried. Nil when it names what does not exist.
    init?(_ word: RequestWord, _ form: FormFields, _ network: Network, now: Instant) {
        let text = form.typed(ActField.text)
        let reason = form.typed(ActField.reason)
        switch word {
        case .take: self = .take
        case .setAside: self = .setAside(reason: reason)
        case .release: self = .release(reason: reason)
        case .askInformation:
            self = .askInformation(text: MissingPiece.question(form.all(ActField.missing), and: text))
        case .giveInformation: self = .giveInformation(text: text)
        case .add: self = .add(text: text)
        case .addFact: self = .addFact(text: text)
        case .cancel: self = .cancel(reason: reason)
        case .decline: self = .decline(reason: reason, anotherWay: form.typed(ActField.otherWay))
        case .read: self = .read
        case .recordPatientTold: self = .recordPatientTold(at: now)
        case .followUp: self = .followUp(question: text)
        case .close:
            self = .close(
                Loop.Advice(rawValue: form.typed(ActField.advice)),
                otherwise: Loop.Otherwise(rawValue: form.typed(ActField.otherwise)),
                remark: form.typed(ActField.remark))
        case .copy: self = .copy
        case .assign: self = .assign(Identifier(form.typed(ActField.expert)))
        case .reassign: self = .reassign(Identifier(form.typed(ActField.expert)))
        case .changeUrgency, .raiseUrgency:
            guard let urgency = Urgency(rawValue: form.typed(ActField.urgency)) else { return nil }
            self =
                word == .changeUrgency
                ? .changeUrgency(urgency, reason: reason) : .raiseUrgency(urgency, reason: reason)
        case .reorient, .openLinked:
            guard let route = Route(form.typed(ActField.route), in: network) else { return nil }
            self = word == .reorient ? .reorient(route, reason: reason) : .openLinked(route, question: text)
        case .proposeAppointment: self = .proposeAppointment(text: text)
        case .proposeCall: self = .proposeCall(text: text)
        case .amend:
            let content = AnswerContent(
                text: text, orientation: Orientation(rawValue: form.typed(ActField.orientation)),
                limits: form.typed(ActField.limits), seeBefore: CivilDate.parse(form.typed(ActField.seeBefore)),
                gravity: Gravity(rawValue: form.typed(ActField.gravity)),
                receiving: Route(form.typed(ActField.receiving), in: network))
            self = .amend(content, reason: reason)
        case .erratum: self = .erratum(text: text)
        case .claimTriage: self = .claimTriage
        case .leaveTriage: self = .leaveTriage
        case .passOn: self = .passOn
        case .ungroup: self = .ungroup
        case .askBack: self = .askBack(text: MissingPiece.question(form.all(ActField.missing), and: text))
        case .redirect:
            // Without a way chosen, the rule says so at its field.
            let way = Offer.Channel.Kind(rawValue: form.typed(ActField.channel)) ?? .opinion
            self = .redirect(way, text: text)
        case .acceptOrientation:
            self = .acceptOrientation(
                TypedAcceptance(
                    appointment: TypedAppointment(
                        day: form.typed(ActField.day), time: form.typed(ActField.time),
                        place: form.typed(ActField.place), with: form.typed(ActField.with)),
                    note: form.typed(ActField.note)))
        case .refuseOrientation:
            self = .refuseOrientation(reason: reason, anotherWay: form.typed(ActField.otherWay))
        case .correctIdentity:
            self = .correctIdentity(
                TypedPatient(
                    birthFamilyName: form.typed(DraftField.birthFamilyName),
                    usedFamilyName: form.typed(DraftField.usedFamilyName),
                    firstGivenName: form.typed(DraftField.firstGivenName), birthDate: form.typed(DraftField.birthDate),
                    sex: form.typed(DraftField.sex)), reason: reason)
        case .withdrawAttachment: self = .withdrawAttachment(Identifier(form.typed(ActField.photo)), reason: reason)
        }
    }
}

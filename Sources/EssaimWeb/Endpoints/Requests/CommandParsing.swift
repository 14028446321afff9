import EssaimDomain
import EssaimGate

extension Command {
    /// What a form of an act carried. Nil when it names what does not exist.
    init?(_ word: RequestWord, _ form: FormFields, _ network: Network, now: Instant) {
        func typed(_ name: String) -> String {
            String((form.first(name) ?? "").replacing("\r\n", with: "\n").prefix(20_000))
        }
        let text = typed(ActField.text)
        let reason = typed(ActField.reason)
        switch word {
        case .take: self = .take
        case .setAside: self = .setAside(reason: reason)
        case .release: self = .release(reason: reason)
        case .askInformation: self = .askInformation(text: text)
        case .giveInformation: self = .giveInformation(text: text)
        case .add: self = .add(text: text)
        case .addFact: self = .addFact(text: text)
        case .cancel: self = .cancel(reason: reason)
        case .decline: self = .decline(reason: reason, anotherWay: typed(ActField.otherWay))
        case .read: self = .read
        case .recordPatientTold: self = .recordPatientTold(at: now)
        case .followUp: self = .followUp(question: text)
        case .close:
            self = .close(Loop.Advice(rawValue: typed(ActField.advice)), remark: typed(ActField.remark))
        case .copy: self = .copy
        case .assign: self = .assign(Identifier(typed(ActField.expert)))
        case .reassign: self = .reassign(Identifier(typed(ActField.expert)))
        case .changeUrgency, .raiseUrgency:
            guard let urgency = Urgency(rawValue: typed(ActField.urgency)) else { return nil }
            self =
                word == .changeUrgency
                ? .changeUrgency(urgency, reason: reason) : .raiseUrgency(urgency, reason: reason)
        case .reorient, .openLinked:
            guard let route = Route(typed(ActField.route), in: network) else { return nil }
            self = word == .reorient ? .reorient(route, reason: reason) : .openLinked(route, question: text)
        case .proposeAppointment: self = .proposeAppointment(text: text)
        case .proposeCall: self = .proposeCall(text: text)
        case .amend:
            let content = AnswerContent(
                text: text, orientation: Orientation(rawValue: typed(ActField.orientation)),
                limits: typed(ActField.limits))
            self = .amend(content, reason: reason)
        case .erratum: self = .erratum(text: text)
        case .correctIdentity:
            self = .correctIdentity(
                TypedPatient(
                    birthFamilyName: typed(DraftField.birthFamilyName),
                    usedFamilyName: typed(DraftField.usedFamilyName),
                    firstGivenName: typed(DraftField.firstGivenName), birthDate: typed(DraftField.birthDate),
                    sex: typed(DraftField.sex)), reason: reason)
        case .withdrawAttachment: self = .withdrawAttachment(Identifier(typed(ActField.photo)), reason: reason)
        }
    }
}

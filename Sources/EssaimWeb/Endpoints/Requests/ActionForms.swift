import EssaimDomain
import EssaimGate

extension ActionForm {
    /// The acts allowed now, each as its form, the one most likely wanted first. Offered only if it would be accepted:
    /// both come from the same `actions(availableTo:)`.
    static func all(
        _ file: RequestFile, _ page: PageMaking, among words: [RequestWord] = order, typed: FormFields? = nil,
        faulty: RequestWord? = nil, faults: [FieldFault] = []
    ) -> [ActionForm] {
        words.filter { file.actions.contains($0.action) }.compactMap { word in
            var form = FormMaking(word: word, file: file, page: page).form
            if word == faulty, let typed { form?.keep(typed, faults) }
            return form
        }
    }

    static let order: [RequestWord] = [
        .acceptOrientation, .passOn, .claimTriage, .take, .giveInformation, .recordPatientTold, .read, .close,
        .followUp, .askInformation, .amend, .erratum, .add,
        .addFact, .copy, .askBack, .assign, .reassign, .raiseUrgency, .changeUrgency, .reorient, .redirect,
        .proposeAppointment,
        .proposeCall, .openLinked, .setAside, .release, .leaveTriage, .ungroup, .refuseOrientation, .correctIdentity,
        .withdrawAttachment, .decline, .cancel,
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
}

extension FormMaking {
    /// Nil where there would be nothing to choose from.
    fileprivate var form: ActionForm? {
        switch word {
        case .giveInformation: giveInformation
        case .add: add
        case .addFact: addFact
        case .cancel: cancel
        case .read: read
        case .recordPatientTold: recordPatientTold
        case .followUp: followUp
        case .close: close
        case .copy: copy
        case .correctIdentity: correctIdentity
        case .withdrawAttachment: withdrawAttachment
        case .take: take
        case .setAside: setAside
        case .release: release
        case .askInformation: askInformation
        case .decline: decline
        case .amend: amend
        case .erratum: erratum
        case .reorient: reorient
        case .openLinked: openLinked
        case .proposeAppointment: proposeAppointment
        case .proposeCall: proposeCall
        case .assign, .reassign: assign
        case .raiseUrgency, .changeUrgency: urgency
        case .claimTriage: claimTriage
        case .leaveTriage: leaveTriage
        case .passOn: passOn
        case .askBack: askBack
        case .redirect: redirect
        case .ungroup: ungroup
        case .acceptOrientation: acceptOrientation
        case .refuseOrientation: refuseOrientation
        }
    }
}

import EssaimDomain

/// Commands by the last word of their address.
enum RequestWord: String, CaseIterable {
    case take = "prendre"
    case setAside = "ecarter"
    case release = "liberer"
    case askInformation = "demander-precision"
    case giveInformation = "preciser"
    case add = "ajouter"
    case cancel = "annuler"
    case decline = "decliner"
    case read = "lu"
    case recordPatientTold = "patient-informe"
    case followUp = "question"
    case close = "clore"
    case addFact = "fait-nouveau"
    case copy = "copier"
    case reorient = "reorienter"
    case assign = "attribuer"
    case reassign = "reattribuer"
    case changeUrgency = "urgence"
    case raiseUrgency = "urgence-relevee"
    case amend = "amender"
    case erratum = "erratum"
    case correctIdentity = "corriger-identite"
    case withdrawAttachment = "retirer-photo"
    case openLinked = "lier"
    case proposeAppointment = "proposer-rendez-vous"
    case proposeCall = "proposer-appel"
    case claimTriage = "trier"
    case leaveTriage = "ne-plus-trier"
    case passOn = "transmettre"
    case askBack = "demander-complement"
    case redirect = "diriger"
    case ungroup = "separer"
    case acceptOrientation = "accepter-patient"
    case refuseOrientation = "refuser-patient"

    var action: Action {
        switch self {
        case .take: .take
        case .setAside: .setAside
        case .release: .release
        case .askInformation: .askInformation
        case .giveInformation: .giveInformation
        case .add: .add
        case .cancel: .cancel
        case .decline: .decline
        case .read: .read
        case .recordPatientTold: .recordPatientTold
        case .followUp: .followUp
        case .close: .close
        case .addFact: .addFact
        case .copy: .copy
        case .reorient: .reorient
        case .assign: .assign
        case .reassign: .reassign
        case .changeUrgency: .changeUrgency
        case .raiseUrgency: .raiseUrgency
        case .amend: .amend
        case .erratum: .erratum
        case .correctIdentity: .correctIdentity
        case .withdrawAttachment: .withdrawAttachment
        case .openLinked: .openLinked
        case .proposeAppointment: .proposeAppointment
        case .proposeCall: .proposeCall
        case .claimTriage: .claimTriage
        case .leaveTriage: .leaveTriage
        case .passOn: .passOn
        case .askBack: .askBack
        case .redirect: .redirect
        case .ungroup: .ungroup
        case .acceptOrientation: .acceptOrientation
        case .refuseOrientation: .refuseOrientation
        }
    }
}

/// Names of the fields of the acts' small forms.
enum ActField {
    static let text = "texte"
    /// Raw values of `MissingPiece`.
    static let missing = "manque"
    static let reason = "motif"
    static let otherWay = "autre_voie"
    static let advice = "suivi"
    static let otherwise = "sinon"
    static let remark = "remarque"
    /// The list from which a line was acted on, and to which one comes back.
    static let list = "_vue"
    static let toldOn = "informe_le"
    static let route = "ligne"
    static let expert = "expert"
    static let urgency = "urgence"
    static let orientation = "orientation"
    static let limits = "limites"
    static let seeBefore = "voir_avant"
    static let gravity = "gravite"
    static let photo = "photo"
    static let channel = "vers"
    static let day = "jour"
    static let time = "heure"
    static let place = "lieu"
    static let with = "avec"
    static let note = "note"
    static let receiving = "ligne_receveuse"

    /// The domain's name of a field at fault, as the form calls it.
    static func name(of fault: String) -> String {
        switch fault {
        case "text": text
        case "reason": reason
        case "anotherWay": otherWay
        case "question": text
        case "remark": remark
        case "toldOn": toldOn
        case "urgency": urgency
        case "orientation": orientation
        case "limits": limits
        case "seeBefore": seeBefore
        case "channel": channel
        case "day": day
        case "time": time
        case "place": place
        case "with": with
        case "note": note
        case "receiving": receiving
        default: fault
        }
    }
}

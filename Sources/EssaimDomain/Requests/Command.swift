/// One act on one demand, with what it needs. Its `action` is its name in the transition table.
public enum Command: Sendable, Equatable {
    case edit(RequestContent)
    case attach(Attachment)
    case detach(Identifier<Attachment>)
    case discard
    case submit
    case add(text: String)
    case cancel(reason: String)
    case giveInformation(text: String)
    case withdrawAttachment(Identifier<Attachment>, reason: String)
    case correctIdentity(TypedPatient, reason: String)
    case read
    case followUp(question: String)
    case recordPatientTold(at: Instant)
    case close(Loop.Advice?, otherwise: Loop.Otherwise? = nil, remark: String)
    case addFact(text: String)
    case copy

    case take
    case setAside(reason: String)
    case release(reason: String)
    case askInformation(text: String)
    case draftAnswer(AnswerContent)
    case answer(AnswerContent)
    case submitForValidation(AnswerContent)
    case validate(AnswerContent)
    case decline(reason: String, anotherWay: String)
    case openLinked(Route, question: String)
    case proposeAppointment(text: String)
    case proposeCall(text: String)
    case amend(AnswerContent, reason: String)
    case erratum(text: String)
    case acceptOrientation(TypedAcceptance)
    case refuseOrientation(reason: String, anotherWay: String)

    case bookVisit(TypedAppointment)
    /// - Parameter on: a day as typed; empty for today.
    case recordSeen(on: String)
    case recordMissed
    case recordUnreachable(tries: String)
    case endVisit(reason: String)

    case assign(Identifier<Person>)
    case reassign(Identifier<Person>)
    case reorient(Route, reason: String)
    case changeUrgency(Urgency, reason: String)
    case raiseUrgency(Urgency, reason: String)

    case claimTriage, leaveTriage, passOn, ungroup
    case askBack(text: String)
    case redirect(Offer.Channel.Kind, text: String)
    case group(Identifier<DemandGroup>)

    case remind, handOver, archiveUnclosed
    /// - Parameter to: the line that is told and reached; nil for the telephone alone.
    case escalate(to: Route?)
    case widen(Route)

    public var action: Action {
        switch self {
        case .edit: .edit
        case .attach: .attach
        case .detach: .detach
        case .discard: .discard
        case .submit: .submit
        case .add: .add
        case .cancel: .cancel
        case .giveInformation: .giveInformation
        case .withdrawAttachment: .withdrawAttachment
        case .correctIdentity: .correctIdentity
        case .read: .read
        case .followUp: .followUp
        case .recordPatientTold: .recordPatientTold
        case .close: .close
        case .addFact: .addFact
        case .copy: .copy
        case .take: .take
        case .setAside: .setAside
        case .release: .release
        case .askInformation: .askInformation
        case .draftAnswer: .draftAnswer
        case .answer: .answer
        case .submitForValidation: .submitForValidation
        case .validate: .validate
        case .decline: .decline
        case .openLinked: .openLinked
        case .proposeAppointment: .proposeAppointment
        case .proposeCall: .proposeCall
        case .amend: .amend
        case .erratum: .erratum
        case .acceptOrientation: .acceptOrientation
        case .refuseOrientation: .refuseOrientation
        case .bookVisit: .bookVisit
        case .recordSeen: .recordSeen
        case .recordMissed: .recordMissed
        case .recordUnreachable: .recordUnreachable
        case .endVisit: .endVisit
        case .assign: .assign
        case .reassign: .reassign
        case .reorient: .reorient
        case .changeUrgency: .changeUrgency
        case .raiseUrgency: .raiseUrgency
        case .claimTriage: .claimTriage
        case .leaveTriage: .leaveTriage
        case .passOn: .passOn
        case .askBack: .askBack
        case .redirect: .redirect
        case .group: .group
        case .ungroup: .ungroup
        case .remind: .remind
        case .escalate: .escalate
        case .handOver: .handOver
        case .archiveUnclosed: .archiveUnclosed
        case .widen: .widen
        }
    }
}

import EssaimDomain

extension Actor {
    /// Someone of the town as what they are to this demand.
    public static func sample(_ person: Person, to request: AdviceRequest) -> Actor {
        let caller = Town.caller(person)
        return Actor(
            person: person.id, relations: caller.relations(to: request),
            isJunior: caller.isJunior(to: request))
    }

    /// Someone who is only this to a demand.
    public static func only(_ relation: Relation, as person: Person = .senior) -> Actor {
        Actor(
            person: relation == .engine ? nil : person.id, relations: [relation], isJunior: relation == .juniorHolder)
    }
}

extension DecisionContext {
    /// What a decision is given when nothing stands in its way.
    public static func sample(
        now: Instant = .sample, offer: Offer = .dermatology, localTime: LocalTime = LocalTime(),
        form: ClinicalProtocol? = .sample, attachments: [Attachment] = [.sample(of: "request")],
        requester: Person = .asker, poolHasExperts: Bool = true, knownPatient: Identifier<Patient>? = nil,
        newPatient: Identifier<Patient> = "new-patient", newAssignment: Identifier<Assignment> = "new-assignment",
        isRegulated: Bool = false, lineReceives: Bool = true
    ) -> DecisionContext {
        DecisionContext(
            now: now, offer: offer, localTime: localTime, form: form, attachments: attachments, requester: requester,
            poolHasExperts: poolHasExperts, knownPatient: knownPatient, newPatient: newPatient,
            newAssignment: newAssignment, isRegulated: isRegulated, lineReceives: lineReceives)
    }
}

extension Command {
    /// A command of that name that nothing is wrong with.
    public static func sample(_ action: Action, now: Instant = .sample) -> Command {
        switch action {
        case .edit: .edit(.sample)
        case .attach: .attach(.sample("photo-b", slot: "wide", of: "request"))
        case .detach: .detach("attachment-photo-a")
        case .discard: .discard
        case .submit: .submit
        case .add: .add(text: "Elle saigne depuis hier.")
        case .cancel: .cancel(reason: "Le patient a consulté ailleurs.")
        case .giveInformation: .giveInformation(text: "Depuis six mois.")
        case .withdrawAttachment: .withdrawAttachment("attachment-photo-a", reason: "Autre patient.")
        case .correctIdentity: .correctIdentity(.another, reason: "Erreur de saisie.")
        case .read: .read
        case .followUp: .followUp(question: "Et si elle grossit ?")
        case .recordPatientTold: .recordPatientTold(at: now)
        case .close: .close(.followed, remark: "Fait.")
        case .addFact: .addFact(text: "Revue le mois suivant.")
        case .copy: .copy
        default: sampleOfAnswering(action, now)
        }
    }

    private static func sampleOfAnswering(_ action: Action, _ now: Instant) -> Command {
        switch action {
        case .take: .take
        case .setAside: .setAside(reason: "")
        case .release: .release(reason: "")
        case .askInformation: .askInformation(text: "Depuis quand ?")
        case .draftAnswer: .draftAnswer(AnswerContent(text: "Brouillon", orientation: nil))
        case .answer: .answer(.sample)
        case .submitForValidation: .submitForValidation(.sample)
        case .validate: .validate(.sample)
        case .decline: .decline(reason: "Hors de mon champ.", anotherWay: "Le centre expert.")
        case .openLinked: .openLinked(.south, question: "Faut-il une exérèse ?")
        case .proposeAppointment: .proposeAppointment(text: "Mardi à 9 h.")
        case .proposeCall: .proposeCall(text: "Ce soir ?")
        case .amend: .amend(.sample, reason: "Une précision.")
        case .erratum: .erratum(text: "Lire : épaule gauche.")
        case .acceptOrientation: .acceptOrientation(TypedAcceptance(note: "Le service rappelle."))
        case .refuseOrientation: .refuseOrientation(reason: "Complet.", anotherWay: "Les urgences de Quimper.")
        case .claimTriage: .claimTriage
        case .leaveTriage: .leaveTriage
        case .passOn: .passOn
        case .askBack: .askBack(text: "Depuis quand ?")
        case .redirect: .redirect(.telephone, text: "Appelez le 02 98 00 00 00 ce matin.")
        case .group: .group("group")
        case .ungroup: .ungroup
        case .bookVisit: .bookVisit(.sample(from: now))
        case .recordSeen: .recordSeen(on: "")
        case .recordMissed: .recordMissed
        case .recordUnreachable: .recordUnreachable(tries: "2")
        case .endVisit: .endVisit(reason: "Vue ailleurs.")
        case .assign: .assign(Person.second.id)
        case .reassign: .reassign(Person.second.id)
        case .reorient: .reorient(.south, reason: "Habite le Sud.")
        case .changeUrgency: .changeUrgency(.urgent, reason: "Douleur.")
        case .raiseUrgency: .raiseUrgency(.urgent, reason: "Douleur.")
        case .remind: .remind
        case .escalate: .escalate(to: nil)
        case .handOver: .handOver
        case .widen: .widen(.south)
        case .archiveUnclosed: .archiveUnclosed
        default: preconditionFailure("no sample of \(action)")
        }
    }
}

extension TypedAppointment {
    /// Three days later, in the afternoon.
    public static func sample(from now: Instant = .sample) -> TypedAppointment {
        TypedAppointment(
            day: LocalTime().date(at: now + .days(3)).french, time: "14 h 30", place: "Consultation, Lannion",
            with: "Dr Guivarch")
    }
}

/// Who acts: a person through what they are to the demand, or the engine.
public struct Actor: Sendable, Equatable {
    public let person: Identifier<Person>?
    public let relations: Set<Relation>
    /// A junior of the pool: takes as one who drafts.
    public let isJunior: Bool

    public init(person: Identifier<Person>?, relations: Set<Relation>, isJunior: Bool = false) {
        self.person = person
        self.relations = relations
        self.isJunior = isJunior
    }

    public static let engine = Actor(person: nil, relations: [.engine])
}

/// What a decision needs beside the demand itself. The clock is passed in; new ids too, so that deciding twice decides the same.
public struct DecisionContext: Sendable {
    public let now: Instant
    /// The line of the demand, or of the route a command names.
    public let offer: Offer
    public let localTime: LocalTime
    public let form: ClinicalProtocol?
    public let attachments: [Attachment]
    public let requester: Person
    /// The pool to which the demand goes has someone who can answer.
    public let poolHasExperts: Bool
    /// The patient of the same structure who bears exactly these traits.
    public let knownPatient: Identifier<Patient>?
    public let newPatient: Identifier<Patient>
    public let newAssignment: Identifier<Assignment>
    /// Somebody looks at the demands of that line before its pool does.
    public let isRegulated: Bool
    /// The line that an answer names receives patients, and someone is there.
    public let lineReceives: Bool
    /// What routing says at the sending; nil where it was not asked: the draft's own route holds.
    public let sending: Sending?

    /// Where a demand goes at its sending, and whom it is proposed to by name.
    public struct Sending: Sendable, Equatable {
        public let route: Route
        public let proposed: [Assignment]
        /// Why, to be kept with the demand.
        public let answer: RoutingAnswer

        public init(route: Route, proposed: [Assignment], answer: RoutingAnswer) {
            self.route = route
            self.proposed = proposed
            self.answer = answer
        }
    }
    /// Professionals in whose name this actor may write; none for who writes in their own.
    public var principals: Set<Identifier<Person>> = []

    public init(
        now: Instant, offer: Offer, localTime: LocalTime, form: ClinicalProtocol?, attachments: [Attachment],
        requester: Person, poolHasExperts: Bool, knownPatient: Identifier<Patient>?, newPatient: Identifier<Patient>,
        newAssignment: Identifier<Assignment>, isRegulated: Bool = false, lineReceives: Bool = true,
        sending: Sending? = nil
    ) {
        self.now = now
        self.offer = offer
        self.localTime = localTime
        self.form = form
        self.attachments = attachments
        self.requester = requester
        self.poolHasExperts = poolHasExperts
        self.knownPatient = knownPatient
        self.newPatient = newPatient
        self.newAssignment = newAssignment
        self.sending = sending
        self.isRegulated = isRegulated
        self.lineReceives = lineReceives
    }

    /// The line takes demands on that day.
    var lineIsOpen: Bool { offer.isOpen(on: localTime.date(at: now)) }
}

/// What follows from an accepted command: the demand as it becomes, its line in the thread, and what to save beside.
public struct Decision: Sendable, Equatable {
    public enum Effect: Sendable, Equatable {
        /// The draft is thrown away.
        case removed
        /// The patient of a first submission, to be kept by the structure.
        case patientIdentified(Patient)
        /// Sent: why it went where it went, and to whom.
        case routed(RoutingAnswer)
        /// With which NIR this patient's care is claimed.
        case claimNumberGiven(NIR, for: Identifier<Patient>)
        /// Of twins and more.
        case birthRankGiven(Int, for: Identifier<Patient>)
        /// The identity was corrected: the report of the last answer is issued again.
        case identityCorrected
        case attachmentAdded(Attachment)
        case attachmentRemoved(Attachment)
        case attachmentWithdrawn(Identifier<Attachment>)
        /// An answer left: its report is to be issued; the first one makes the acts.
        case answered(version: Int, isFirst: Bool)
        /// A new draft with the same content.
        case copied
        /// A linked demand on another line, with its own clock and acts.
        case linked(Route, question: String)
    }

    public var request: AdviceRequest
    /// The words of the thread's line; nil when the thread says nothing (work in progress).
    public var threadText: String?
    public var effects: [Effect]

    init(_ request: AdviceRequest, says text: String? = nil, effects: [Effect] = []) {
        self.request = request
        threadText = text
        self.effects = effects
    }
}

extension AdviceRequest {
    /// What this actor may do now: what the page's buttons and the API's list of actions show.
    public func actions(availableTo actor: Actor, at now: Instant) -> Set<Action> {
        TransitionTable.actions(in: state, for: actor.relations).filter {
            isTimely($0, at: now) && isTimelyAtDoor($0, by: actor, at: now)
        }
    }

    /// Accepts or refuses a command. Pure: same demand, command, actor and context, same decision.
    public func decide(_ command: Command, by actor: Actor, in context: DecisionContext) -> Result<Decision, Refusal> {
        let action = command.action
        guard actions(availableTo: actor, at: context.now).contains(action) else {
            return .failure(couldEver(action, actor.relations) ? .notNow(state) : .notFound)
        }
        return outcome(of: command, by: actor, in: context).map { decision in
            var decision = decision
            decision.request.state = TransitionTable.next(
                after: action, from: state, isHeld: holder != nil)
            if !action.isVersionless { decision.request.version += 1 }
            return decision
        }
    }

    /// Conditions that the table's columns cannot say.
    private func isTimely(_ action: Action, at now: Instant) -> Bool {
        switch action {
        case .reassign: isOverdue(at: now)
        case .followUp: loop.followUpAskedAt == nil
        case .recordPatientTold: loop.patientToldAt == nil
        case .read: isUnread || loop.newsAt != nil
        case .bookVisit, .recordSeen, .recordUnreachable, .endVisit: visit?.isPending == true
        case .recordMissed: visit?.isPending == true && visit?.appointment.map { $0.at <= now } == true
        case .archiveUnclosed: archiveDueAt.map { $0 <= now } ?? false
        case .validate: lead?.state == .awaitingValidation
        case .acceptOrientation, .refuseOrientation: isTimelyToReceive()
        default: true
        }
    }

    private func couldEver(_ action: Action, _ relations: Set<Relation>) -> Bool {
        RequestState.allCases.contains { TransitionTable.actions(in: $0, for: relations).contains(action) }
    }

    private func outcome(
        of command: Command, by actor: Actor, in context: DecisionContext
    ) -> Result<Decision, Refusal> {
        switch command {
        case .edit, .attach, .detach, .discard, .submit:
            drafting(command, by: actor, in: context)
        case .add, .cancel, .giveInformation, .withdrawAttachment, .correctIdentity, .read, .followUp,
            .recordPatientTold,
            .close, .addFact, .copy:
            following(command, in: context)
        case .take, .setAside, .release, .askInformation, .decline, .openLinked, .proposeAppointment, .proposeCall:
            handling(command, by: actor, in: context)
        case .claimTriage, .leaveTriage, .passOn, .askBack, .redirect, .group, .ungroup:
            triaging(command, by: actor, in: context)
        case .acceptOrientation, .refuseOrientation:
            receiving(command, by: actor, in: context)
        case .bookVisit, .recordSeen, .recordMissed, .recordUnreachable, .endVisit:
            visiting(command, in: context)
        case .draftAnswer, .answer, .submitForValidation, .validate, .amend, .erratum:
            answering(command, by: actor, in: context)
        case .assign, .reassign, .reorient, .changeUrgency, .raiseUrgency, .remind, .escalate, .handOver, .widen,
            .archiveUnclosed:
            steering(command, by: actor, in: context)
        }
    }
}

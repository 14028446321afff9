import EssaimDomain

// What is done: whose acts, when, and what a demand becomes.

extension Oracle {
    private static let afterwards: Set<RequestState> = [.closed, .declined, .cancelled]
    private static let sent: Set<RequestState> = afterwards.union([.submitted, .taken, .awaitingInformation, .answered])
    private static let held: Set<RequestState> = [.taken, .awaitingInformation]

    /// For what came by a regulated door, and none here did.
    private static let door: Set<Action> = [.claimTriage, .leaveTriage, .passOn, .askBack, .group, .ungroup]
    private static let visits: Set<Action> = [.bookVisit, .recordSeen, .recordMissed, .recordUnreachable, .endVisit]
    /// The lines of the life of a demand: whose, in which states, which acts.
    private static let lines: [(part: Part, states: Set<RequestState>, acts: Set<Action>)] = [
        (.asking, [.draft], [.edit, .attach, .detach, .discard, .submit]),
        (.asking, sent, [.withdrawAttachment, .correctIdentity]),
        (.asking, [.submitted, .taken], [.add]),
        (.asking, [.submitted, .taken, .awaitingInformation], [.attach, .cancel]),
        (.asking, [.awaitingInformation], [.giveInformation]),
        (.asking, [.answered], [.read, .followUp, .recordPatientTold, .close]),
        (.asking, afterwards, [.read, .addFact, .copy]),
        (.pool, [.submitted], [.take, .setAside, .reorient]),
        (.holder, held, [.draftAnswer, .answer, .release, .decline]),
        (.holder, [.taken], [.askInformation, .reorient, .openLinked, .proposeAppointment, .proposeCall]),
        (.holder, [.answered], [.amend]),
        (.holder, afterwards, [.erratum]),
        (.holder, sent, visits), (.junior, sent, visits), (.secretary, sent, visits),
        (.junior, held, [.draftAnswer, .submitForValidation, .release]),
        (.junior, [.taken], [.askInformation]),
        (.validator, held, [.validate]),
        (.regulator, [.submitted], [.assign, .reorient, .changeUrgency, .decline]),
        (.regulator, [], door.union([.redirect])), (.coordinator, [], door),
        (.regulator, [.taken], [.reassign]),
        (.coordinator, [.submitted], [.assign, .reorient, .raiseUrgency]),
    ]

    func may(_ person: Someone, _ action: Action, _ id: Identifier<AdviceRequest>, at now: Instant) -> Word {
        guard let demand = demands[id] else { return .nothing }
        let parts = parts(of: person, in: id).union(books(person, id) ? [.secretary] : [])
        let mine = Self.lines.filter { parts.contains($0.part) && $0.acts.contains(action) }
        if mine.isEmpty { return .nothing }
        let isNow = mine.contains { $0.states.contains(demand.state) }
        switch action {
        case .read: return isNow && (demand.isUnread || demand.hasNews) ? .yes : .late
        case .followUp: return isNow && !demand.wasFollowedUp ? .yes : .late
        case .recordPatientTold: return isNow && !demand.isPatientTold ? .yes : .late
        case .recordMissed:
            let isOver = demand.visit?.appointment.map { $0 <= now } == true
            return demand.visit?.isOver == false && isOver ? .yes : .late
        case _ where Self.visits.contains(action): return demand.visit?.isOver == false ? .yes : .late
        default: return isNow ? .yes : .late
        }
    }

    /// What a demand becomes once that was done.
    mutating func note(
        _ action: Action, by person: Someone, on id: Identifier<AdviceRequest>, named: Someone?,
        to pool: Identifier<Pool>?, photo: Identifier<Attachment>?, asked: Visit?, appointment: Instant?
    ) {
        guard var demand = demands[id] else { return }
        switch action {
        case .discard:
            demands[id] = nil
            return
        case .attach: demand.photo = photo
        case .detach, .withdrawAttachment: demand.photo = nil
        case .submit: demand.state = .submitted
        case .take:
            demand.state = .taken
            demand.holder = person
            demand.isJuniors = isJunior(person, in: demand)
            demand.proposed = nil
        case .setAside: if demand.proposed == person { demand.proposed = nil }
        case .release: demand.putBack()
        case .assign, .reassign:
            demand.putBack()
            demand.proposed = named
        case .reorient:
            demand.putBack()
            demand.proposed = nil
            demand.pool = pool ?? demand.pool
            demand.reached = []
        case .askInformation: demand.state = .awaitingInformation
        case .giveInformation: demand.state = .taken
        case .submitForValidation: demand.awaitsValidation = true
        case .answer, .validate, .amend:
            demand.state = .answered
            demand.awaitsValidation = false
            // A junior who has become a senior meanwhile validates as one, their own opinion too.
            demand.validatedBy = person == demand.holder && action != .validate ? nil : person
            demand.isUnread = true
            demand.answered(with: asked)
        case .erratum: demand.isUnread = true
        case .decline:
            demand.state = .declined
            demand.isUnread = true
        case .cancel: demand.state = .cancelled
        case .bookVisit: demand.visit?.appointment = appointment
        case .recordMissed: demand.visit?.appointment = nil
        case .recordSeen, .endVisit: demand.visit?.isOver = true
        case .read: demand.isUnread = false
        case .recordPatientTold: (demand.isPatientTold, demand.isUnread) = (true, false)
        case .followUp:
            (demand.wasFollowedUp, demand.isUnread) = (true, false)
            demand.state = .taken
        case .close: (demand.state, demand.isUnread) = (.closed, false)
        default: break
        }
        if Self.visits.contains(action) { demand.hasNews = true }
        if [.read, .recordPatientTold, .followUp, .close].contains(action) { demand.hasNews = false }
        if ![.attach, .detach, .draftAnswer].contains(action) { demand.version += 1 }
        demands[id] = demand
    }
}

extension Oracle.Demand {
    /// The patient goes on the list, stays there with what was agreed, or leaves it; who was seen is seen again for another
    /// day only.
    fileprivate mutating func answered(with asked: Oracle.Visit?) {
        guard let asked else {
            if visit?.isOver == false { visit = nil }
            return
        }
        if visit == nil || visit?.isOver == true && visit?.before != asked.before { visit = asked }
        visit?.before = asked.before
    }

    /// Nobody holds it any more.
    fileprivate mutating func putBack() {
        (state, holder, isJuniors, awaitsValidation) = (.submitted, nil, false, false)
    }
}

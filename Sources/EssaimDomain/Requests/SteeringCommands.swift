// Those who watch over the network, and the engine: who should answer, how soon, on which line.

extension AdviceRequest {
    func steering(_ command: Command, by actor: Actor, in context: DecisionContext) -> Result<Decision, Refusal> {
        var next = self
        switch command {
        case .assign(let expert), .reassign(let expert):
            next.leave(as: .released)
            next.clock = clock?.resumed(at: context.now, in: context.localTime)
            next.setAsideBy.remove(expert)
            next.passOn(at: context.now)
            next.assignments.removeAll { $0.state == .proposed }
            next.assignments.append(
                Assignment(id: context.newAssignment, expert: expert, state: .proposed, since: context.now))
            return .success(Decision(next, says: ""))
        case .reorient(let route, let reason):
            guard context.lineIsOpen, context.offer.kind == kind else { return .failure(.lineClosed) }
            guard context.offer.pools[route.zone] == route.pool, context.poolHasExperts else {
                return .failure(.noPool)
            }
            next.moveBack(to: route, in: context)
            next.moveTriage(by: actor, in: context)
            return said(reason, "reason").map { Decision(next, says: $0) }
        case .changeUrgency(let urgency, let reason):
            return retargeted(urgency, in: context).flatMap { decided in
                said(reason, "reason").map { Decision(decided, says: $0) }
            }
        case .raiseUrgency(let urgency, let reason):
            guard urgency > content.urgency else {
                let message = "Seul un médecin abaisse une urgence."
                return .failure(.faults([FieldFault(field: "urgency", message: message)]))
            }
            return retargeted(urgency, in: context).flatMap { decided in
                said(reason, "reason").map { Decision(decided, says: $0) }
            }
        case .handOver:
            next.leave(as: .released)
            next.clock = clock?.resumed(at: context.now, in: context.localTime)
            return .success(Decision(next, says: ""))
        case .widen(let route):
            // Nobody triaged it in time: its own pool comes before any neighbour.
            if isBeforeTriage { next.passOn(at: context.now) } else { next.reach(route.pool) }
            return .success(Decision(next, says: ""))
        case .escalate(let route):
            if isBeforeTriage { next.passOn(at: context.now) }
            if let route { next.reach(route.pool) }
            return .success(Decision(next, says: ""))
        case .archiveUnclosed:
            // Nobody read it, if nobody did: `readAt` still says so.
            next.isUnread = false
            next.loop.unreadSince = nil
            next.loop.archivedUnclosedAt = context.now
            return .success(Decision(next, says: ""))
        default:
            return .success(Decision(next, says: ""))
        }
    }

    /// A new urgency moves the due hour, counted from the first sending: the clock never restarts.
    private func retargeted(_ urgency: Urgency, in context: DecisionContext) -> Result<AdviceRequest, Refusal> {
        guard let clock else { return .failure(.notNow(state)) }
        var next = self
        next.content.urgency = urgency
        if urgency == .urgent { next.passOn(at: context.now) }
        next.clock = clock.retargeted(
            context.offer.target(for: urgency), urgency: urgency, in: context.localTime)
        return .success(next)
    }

    /// Who regulates has triaged by choosing the line; from anyone else, a regulated line triages it again.
    private mutating func moveTriage(by actor: Actor, in context: DecisionContext) {
        if !actor.relations.isDisjoint(with: [.regulator, .coordinator]) {
            passOn(at: context.now)
        } else if context.isRegulated {
            triage = .asked(content.urgency, at: context.now)
        }
    }

    private mutating func moveBack(to route: Route, in context: DecisionContext) {
        leave(as: .released)
        clock = clock?.resumed(at: context.now, in: context.localTime)
        assignments.removeAll { $0.state == .proposed }
        setAsideBy = []
        reached = []
        self.route = route
    }

    private mutating func reach(_ pool: Identifier<Pool>) {
        if pool != route.pool { reached.insert(pool) }
    }
}

extension AdviceRequest {
    mutating func replace(_ assignment: Assignment) {
        guard let index = assignments.firstIndex(where: { $0.id == assignment.id }) else { return }
        assignments[index] = assignment
    }

    /// The lead gives the demand up, or ends it by declining. A started draft stays in the assignment.
    mutating func leave(as state: Assignment.State) {
        guard var lead else { return }
        lead.state = state
        replace(lead)
    }

    /// A text that may stay empty but must not be too long.
    func mayBeSaid(_ text: String, _ field: String) -> Result<String, Refusal> {
        let text = text.trimmed
        return text.isTooLong ? .failure(.faults([.tooLong(field)])) : .success(text)
    }

    /// A text that must be there and must not be too long; without the blanks around it.
    func said(_ text: String, _ field: String) -> Result<String, Refusal> {
        let text = text.trimmed
        if text.isEmpty { return .failure(.faults([.missing(field)])) }
        if text.isTooLong { return .failure(.faults([.tooLong(field)])) }
        return .success(text)
    }
}

extension FieldFault {
    static func missing(_ field: String) -> FieldFault {
        FieldFault(field: field, message: "Écrivez quelques mots\u{A0}: ce champ ne peut pas rester vide.")
    }

    static func tooLong(_ field: String) -> FieldFault {
        FieldFault(
            field: field,
            message: "Ce texte dépasse 8\u{A0}000\u{A0}caractères. Raccourcissez-le, ou joignez un document.")
    }
}

extension String {
    /// Longer than a free text may be. Scalars are counted: one visible character can hide thousands of marks.
    var isTooLong: Bool { unicodeScalars.count > AnswerContent.longestText }

    /// Without the white space around.
    public var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}

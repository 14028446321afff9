// The answering side's commands: taking, asking, answering, amending, declining.

extension AdviceRequest {
    func handling(_ command: Command, by actor: Actor, in context: DecisionContext) -> Result<Decision, Refusal> {
        var next = self
        switch command {
        case .take:
            guard let person = actor.person else { return .failure(.notFound) }
            next.assignments.removeAll { $0.state == .proposed }
            next.assignments.append(
                Assignment(
                    id: context.newAssignment, expert: person, isJunior: actor.isJunior, state: .taken,
                    since: context.now,
                    draft: draft))
            next.setAsideBy.remove(person)
            next.takenAt = takenAt ?? context.now
            return .success(Decision(next, says: ""))
        case .setAside(let reason):
            guard let person = actor.person else { return .failure(.notFound) }
            next.setAsideBy.insert(person)
            next.assignments.removeAll { $0.expert == person && $0.state == .proposed }
            return mayBeSaid(reason, "reason").map { Decision(next, says: $0) }
        case .release(let reason):
            next.leave(as: .released)
            next.clock = clock?.resumed(at: context.now, in: context.localTime)
            return mayBeSaid(reason, "reason").map { Decision(next, says: $0) }
        case .askInformation(let text):
            next.clock = clock?.paused(at: context.now)
            return said(text, "text").map { Decision(next, says: $0) }
        case .decline(let reason, let anotherWay):
            let words = said(reason, "reason").flatMap { why in
                said(anotherWay, "anotherWay").map { why + "\n" + $0 }
            }
            next.decline(at: context.now)
            return words.map { Decision(next, says: $0) }
        case .openLinked(let route, let question):
            guard context.lineIsOpen, context.offer.kind == kind,
                context.offer.pools[route.zone] == route.pool, context.poolHasExperts
            else { return .failure(.noPool) }
            return said(question, "question").map { Decision(next, says: $0, effects: [.linked(route, question: $0)]) }
        case .proposeAppointment(let text), .proposeCall(let text):
            return said(text, "text").map { Decision(next, says: $0) }
        default:
            return .success(Decision(next, says: ""))
        }
    }

    func answering(_ command: Command, by actor: Actor, in context: DecisionContext) -> Result<Decision, Refusal> {
        var next = self
        switch command {
        case .draftAnswer(let content):
            guard !content.text.isTooLong else { return .failure(.faults([.tooLong("text")])) }
            guard !content.limits.isTooLong else { return .failure(.faults([.tooLong("limits")])) }
            if var lead {
                lead.draft = content
                next.replace(lead)
            }
            return .success(Decision(next))
        case .submitForValidation(let content):
            return Self.checked(content, in: context).map { content in
                if var lead {
                    lead.draft = content
                    lead.state = .awaitingValidation
                    next.replace(lead)
                }
                return Decision(next, says: "")
            }
        case .answer(let content):
            return Self.checked(content, in: context).map { sending($0, validatedBy: nil, reason: "", at: context.now) }
        case .validate(let content):
            return Self.checked(content, in: context).map {
                sending($0, validatedBy: actor.person, reason: "", at: context.now)
            }
        case .amend(let content, let reason):
            return Self.checked(content, in: context).flatMap { content in
                let senior = actor.person == holder ? nil : actor.person
                return said(reason, "reason").map { sending(content, validatedBy: senior, reason: $0, at: context.now) }
            }
        case .erratum(let text):
            next.becomeUnread(at: context.now)
            next.answeredAt = answeredAt ?? context.now
            guard let last = lastAnswer else { return said(text, "text").map { Decision(next, says: $0) } }
            return said(text, "text").map {
                sending(last.content, validatedBy: last.validatedBy, reason: $0, at: context.now)
            }
        default:
            return .failure(.notFound)
        }
    }

    /// The demand ends without an opinion; the asking side has something to read.
    mutating func decline(at now: Instant) {
        leave(as: .declined)
        clock = clock?.stopped
        becomeUnread(at: now)
        answeredAt = answeredAt ?? now
    }

    func sending(
        _ content: AnswerContent, validatedBy senior: Identifier<Person>?, reason: String, at now: Instant
    ) -> Decision {
        var next = self
        guard var lead, let expert = holder else { return Decision(self) }
        let version = (lastAnswer?.version ?? 0) + 1
        next.answers.append(
            Answer(
                version: version, content: content, expert: expert, validatedBy: senior, sentAt: now, reason: reason))
        lead.state = .answered
        next.replace(lead)
        for index in next.assignments.indices { next.assignments[index].draft = nil }
        next.clock = clock?.stopped
        next.answeredAt = answeredAt ?? now
        next.becomeUnread(at: now)
        next.loop.readAt = nil
        next.visit = Visit.asked(by: content, at: now, after: visit)
        next.reception = Reception.asked(by: content, at: now, after: reception)
        let text = reason.isEmpty ? content.text : reason
        return Decision(next, says: text, effects: [.answered(version: version, isFirst: version == 1)])
    }

    static func checked(_ content: AnswerContent, in context: DecisionContext) -> Result<AnswerContent, Refusal> {
        var content = content
        content.text = content.text.trimmed
        content.limits = content.limits.trimmed
        var faults: [FieldFault] = []
        if content.text.isEmpty {
            faults.append(
                FieldFault(field: "text", message: "Écrivez votre avis\u{A0}: c’est ce que lira le confrère."))
        }
        if content.text.isTooLong { faults.append(.tooLong("text")) }
        if content.limits.isTooLong { faults.append(.tooLong("limits")) }
        if content.orientation == nil {
            faults.append(
                FieldFault(field: "orientation", message: "Choisissez une orientation\u{A0}: une touche suffit."))
        }
        if content.receiving != nil {
            if content.orientation?.asksAcknowledgement != true {
                let message = "Une ligne n’est nommée que pour une orientation dont elle accuse réception."
                faults.append(FieldFault(field: "receiving", message: message))
            } else if !context.lineReceives {
                let message = "Cette ligne ne reçoit pas de patient aujourd’hui. Choisissez-en une autre."
                faults.append(FieldFault(field: "receiving", message: message))
            }
        }
        return faults.isEmpty ? .success(content) : .failure(.faults(faults))
    }
}

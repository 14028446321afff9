// The asking structure's commands: before sending, then until the loop is closed.

extension AdviceRequest {
    func drafting(_ command: Command, by actor: Actor, in context: DecisionContext) -> Result<Decision, Refusal> {
        var next = self
        switch command {
        case .edit(let content):
            next.content = content
            // A page does not carry which form it drew: the draft keeps its own until it is given another.
            next.content.writtenWith = content.writtenWith ?? self.content.writtenWith
            return next.naming(content.inNameOf, instead: self.content.inNameOf, in: context)
        case .attach(let attachment):
            guard attachment.request == id else { return .failure(.notFound) }
            guard context.attachments.count < Attachment.most else {
                let message = "Une demande porte au plus \(Attachment.most) fichiers\u{A0}: retirez-en un d’abord."
                return .failure(.faults([FieldFault(field: "photo.\(attachment.slot)", message: message)]))
            }
            // Once sent, everybody sees in the thread what came later.
            let says = state == .draft ? nil : attachment.name
            return .success(Decision(next, says: says, effects: [.attachmentAdded(attachment)]))
        case .detach(let id):
            guard let attachment = context.attachments.first(where: { $0.id == id }) else { return .failure(.notFound) }
            return .success(Decision(next, effects: [.attachmentRemoved(attachment)]))
        case .discard:
            return .success(Decision(next, effects: [.removed]))
        default:
            return submitted(by: actor, in: context)
        }
    }

    /// In whose name it is from now on. Who may name nobody leaves the name as it is.
    private func naming(
        _ named: Identifier<Person>?, instead before: Identifier<Person>?, in context: DecisionContext
    ) -> Result<Decision, Refusal> {
        var next = self
        guard !context.principals.isEmpty else {
            next.content.inNameOf = before
            return .success(Decision(next))
        }
        if let named, !context.principals.contains(named) {
            let message = "Cette personne n’est pas, ou n’est plus, un professionnel de votre structure."
            return .failure(.faults([FieldFault(field: "inNameOf", message: message)]))
        }
        next.requester = named ?? author
        return .success(Decision(next))
    }

    private func submitted(by actor: Actor, in context: DecisionContext) -> Result<Decision, Refusal> {
        guard context.lineIsOpen, context.offer.admits(context.requester.profession) else {
            return .failure(.lineClosed)
        }
        guard context.poolHasExperts else { return .failure(.noPool) }
        let check = RequestCheck(
            content, form: context.form, attachments: context.attachments,
            today: context.localTime.date(at: context.now))
        if !check.redFlags.isEmpty { return .failure(.redFlags(check.redFlags)) }
        guard check.faults.isEmpty, let traits = check.traits, let giver = content.consentGiver,
            let person = actor.person
        else { return .failure(.faults(check.faults)) }

        let promise = context.offer.promise(for: content.urgency, at: context.now, in: context.localTime)
        if case .lineOpensTooLate(let opensAt) = promise { return .failure(.lineOpensTooLate(opensAt: opensAt)) }
        var next = self
        next.content.writtenWith = context.form?.edition
        // Who sends it asks it: a draft that a colleague or a secretary prepared becomes the sender's, unless it was written
        // in the name of another.
        next.requester = context.requester.id
        let patient = Patient(id: context.knownPatient ?? context.newPatient, structure: structure, traits: traits)
        next.patient = patient.id
        if let sending = context.sending {
            next.route = sending.route
            next.assignments += sending.proposed
        }
        next.consent = Consent(giver: giver, means: content.consentMeans, collectedBy: person, at: context.now)
        next.submittedAt = context.now
        next.clock = AnswerClock.started(
            at: context.now, target: context.offer.target(for: content.urgency), urgency: content.urgency,
            in: context.localTime)
        next.triage = context.isRegulated ? .asked(content.urgency, at: context.now) : nil
        var effects: [Decision.Effect] = context.knownPatient == nil ? [.patientIdentified(patient)] : []
        if let sending = context.sending { effects.append(.routed(sending.answer)) }
        if case .success(let number)? = content.patient.claimNIR {
            effects.append(.claimNumberGiven(number, for: patient.id))
        }
        if context.knownPatient != nil, let rank = traits.birthRank {
            effects.append(.birthRankGiven(rank, for: patient.id))
        }
        return .success(Decision(next, says: content.question, effects: effects))
    }

    func following(_ command: Command, in context: DecisionContext) -> Result<Decision, Refusal> {
        var next = self
        let now = context.now
        switch command {
        case .add(let text), .addFact(let text):
            return said(text, "text").map { Decision(next, says: $0) }
        case .giveInformation(let text):
            next.clock = clock?.resumed(at: now, in: context.localTime)
            return said(text, "text").map { Decision(next, says: $0) }
        case .cancel(let reason):
            next.clock = clock?.stopped
            if state == .submitted { return mayBeSaid(reason, "reason").map { Decision(next, says: $0) } }
            return said(reason, "reason").map { Decision(next, says: $0) }
        case .withdrawAttachment(let attachment, let reason):
            guard context.attachments.contains(where: { $0.id == attachment && $0.withdrawnAt == nil }) else {
                return .failure(.notFound)
            }
            return said(reason, "reason").map {
                Decision(next, says: $0, effects: [.attachmentWithdrawn(attachment)])
            }
        case .correctIdentity(let typed, let reason):
            let today = context.localTime.date(at: now)
            switch PatientTraits.check(typed, today: today) {
            case .failure(let faults): return .failure(.faults(faults.list))
            case .success(let traits):
                // The demand points at another patient; the one named by mistake keeps its own demands.
                let patient = Patient(
                    id: context.knownPatient ?? context.newPatient, structure: structure, traits: traits)
                next.content.patient = typed
                next.patient = patient.id
                return said(reason, "reason").map {
                    Decision(next, says: $0, effects: [.patientIdentified(patient), .identityCorrected])
                }
            }
        case .read:
            next.becomeRead(at: now)
            next.loop.readAt = now
            return .success(Decision(next, says: ""))
        case .followUp(let question):
            next.becomeRead(at: now)
            next.loop.followUpAskedAt = now
            // A new question has its own delay; the first answer's time is kept for the indicators.
            next.clock = AnswerClock.started(
                at: now, target: context.offer.target(for: content.urgency), urgency: content.urgency,
                in: context.localTime)
            if var lead = next.lead {
                lead.state = .taken
                next.replace(lead)
            }
            return said(question, "question").map { Decision(next, says: $0) }
        case .recordPatientTold(let at):
            guard at <= now else {
                return .failure(.faults([FieldFault(field: "toldOn", message: "Cette date est dans le futur.")]))
            }
            next.becomeRead(at: now)
            next.loop.patientToldAt = at
            return .success(Decision(next, says: ""))
        case .close(let advice, let otherwise, let remark):
            guard !remark.isTooLong else { return .failure(.faults([.tooLong("remark")])) }
            next.becomeRead(at: now)
            next.loop.advice = advice
            next.loop.otherwise = otherwise
            next.loop.remark = remark.trimmed
            next.loop.closedAt = now
            return .success(Decision(next, says: remark.trimmed))
        default:
            return .success(Decision(next, effects: [.copied]))
        }
    }
}

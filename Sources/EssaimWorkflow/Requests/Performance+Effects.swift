import EssaimDomain

extension Performance {
    /// Carries an effect out in the same transaction; the demand it made, if any.
    func carryOut(
        _ effect: Decision.Effect, _ request: AdviceRequest, by who: Caller
    ) throws -> Identifier<AdviceRequest>? {
        switch effect {
        case .removed, .patientIdentified: return nil
        case .routed(let answer): try tx.keep(answer, of: request.id)
        case .identityCorrected:
            if request.lastAnswer != nil { try issueReport(of: request) }
            try followIdentity(of: request)
        case .claimNumberGiven(let number, let patient): try tx.setClaimNumber(number, of: patient)
        case .birthRankGiven(let rank, let patient): try tx.setBirthRank(rank, of: patient)
        case .attachmentAdded(let attachment):
            try tx.insert(attachment)
            if attachment.quarantinedAt != nil { try scanFiles(of: request) }
        case .attachmentRemoved(let attachment): try tx.removeAttachment(attachment.id)
        case .attachmentWithdrawn(let id): try tx.withdrawAttachment(id, at: now)
        case .answered(_, let isFirst):
            try issueReport(of: request)
            if isFirst { try recordActs(of: request) }
        case .copied: return try open(request.route, content: request.content, of: request, by: who)
        case .linked(let route, let question):
            var content = request.content
            content.question = question
            let linked = try open(route, content: content, of: request, by: who)
            try tx.link(linked, to: request.id)
            return linked
        }
        return nil
    }

    /// One TE2 for the expert who answers, one RQD for the requester, by the rules of the day (NGAP; `acts.json`).
    func recordActs(of request: AdviceRequest) throws {
        guard let answer = request.lastAnswer, let expert = try tx.person(answer.responsible),
            let requester = try tx.person(request.requester), let structure = try tx.structure(request.structure),
            let network = try tx.networkName(request.network)
        else { throw StoreFault.corrupt("the people of an answer") }
        let local = network.local
        let office = try tx.caller(expert.id)?.structures.first?.structure ?? structure
        let isOwnOffice = office.id != structure.id
        let demand = AnsweredDemand(
            answeredOn: local.date(at: request.phone?.toldAt ?? now), kind: request.kind,
            requester: AnsweredDemand.Side(
                profession: requester.profession, mode: requester.mode, structure: structure.kind,
                departement: structure.commune.departement),
            expert: AnsweredDemand.Side(
                profession: expert.profession, mode: expert.mode, structure: isOwnOffice ? office.kind : .practice,
                departement: office.commune.departement),
            situation: request.content.isInpatient ? .hospitalised : nil)
        for proposal in desk.billing.acts(for: demand) {
            let isExperts = proposal.act == .te2
            // Whoever called is none of Essaim's: their act is theirs to know.
            if !isExperts, request.phone?.caller.isEmpty == false { continue }
            let expertsOwn = isOwnOffice ? office : nil
            let (own, other) = isExperts ? (expertsOwn, structure) : (structure, expertsOwn)
            try tx.insert(
                RecordedAct(
                    id: .new(at: now), request: request.id, code: proposal.amount == nil ? nil : proposal.act.rawValue,
                    professional: isExperts ? expert.id : requester.id, amountCents: proposal.amount?.cents ?? 0,
                    performedAt: now, note: proposal.note(from: structure),
                    establishment: own.flatMap { proposal.isClaimed(by: $0) ? $0.id : nil },
                    counterpart: isExperts ? requester.id : expert.id, counterpartStructure: other?.id))
        }
    }

    /// The acts are those of the patient as corrected. What was billed under the other name is to be looked at again; a
    /// line that left is taken back by another, never changed.
    private func followIdentity(of request: AdviceRequest) throws {
        guard let patient = request.patient else { return }
        try tx.moveActs(of: request.id, to: patient)
        for standing in try tx.standings(of: request.id) {
            guard let step = standing.state.corrected(isClaimed: standing.isClaimed) else { continue }
            try tx.move(standing, to: step, reason: "", correctedAt: now, at: now)
        }
    }

    /// Has the next report of this demand issued, after the commit. Versions count the reports, not the answers: a
    /// corrected identity issues one too (*annule et remplace*).
    private func issueReport(of request: AdviceRequest) throws {
        let version = try tx.jobCount(.issueReport, for: request.id) + 1
        try tx.enqueue(
            Job(
                id: .new(at: now), kind: .issueReport, request: request.id, version: version,
                answer: request.lastAnswer?.version ?? 0, runAt: now))
    }

    /// Has what waits for the virus scanner looked into, once it is back.
    private func scanFiles(of request: AdviceRequest) throws {
        let number = try tx.jobCount(.scanFiles, for: request.id) + 1
        try tx.enqueue(
            Job(id: .new(at: now), kind: .scanFiles, request: request.id, version: number, answer: 0, runAt: now))
    }

    /// A new draft with this content, on that line, in the name of the same structure.
    private func open(
        _ route: Route, content: RequestContent, of request: AdviceRequest, by who: Caller
    ) throws -> Identifier<AdviceRequest> {
        var content = content
        content.consentGiver = nil
        content.writtenWith = try desk.forms.begin(tx.offer(route.offer)?.form, tx, at: now)
        // Forms share names of questions: answers to one would be read as answers to the other.
        if route.offer != request.route.offer, let form = content.writtenWith?.form,
            form != request.content.writtenWith?.form
        {
            content.form = FormAnswers()
        }
        let draft = AdviceRequest(
            id: .new(at: now), number: try freshNumber(), kind: request.kind, network: request.network,
            structure: request.structure, requester: request.requester, author: who.person.id, route: route,
            content: content, createdAt: now)
        try tx.insert(draft)
        try tx.append(
            desk.recorder.entry(
                "request.open", at: now, by: who.person, from: place, as: [.asker], request: draft))
        return draft.id
    }

    /// A number that no demand bears. 34 thousand million numbers: a second draw is already rare.
    func freshNumber() throws -> RequestNumber {
        var number = RequestNumber.random()
        while try tx.isTaken(number) { number = .random() }
        return number
    }
}

extension ActProposal {
    /// An establishment that has a billing office claims it; any other employer is told of in the warnings, and the act
    /// stays with the professional.
    fileprivate func isClaimed(by structure: Structure) -> Bool {
        guard case .billable(_, .establishment) = outcome else { return false }
        return structure.kind == .hospital || structure.kind == .healthCentre
    }

    /// What to know before billing, in one text.
    fileprivate func note(from asking: Structure) -> String {
        var parts = warnings
        if case .billable(_, .establishment) = outcome, asking.kind == .hospital {
            parts.append(
                "La demande vient d’un hôpital\u{A0}: vérifiez que le patient n’y est pas hospitalisé.")
        }
        if case .nothing(let reason) = outcome { parts.insert(reason, at: 0) }
        return parts.joined(separator: " ")
    }
}

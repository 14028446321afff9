extension AdviceRequest {
    /// What is owed of that kind; nil when nothing is.
    func obligation(_ owed: Owed, in context: GuaranteeContext) -> Obligation? {
        let local = context.local
        switch owed {
        case .answer:
            guard state == .submitted || state == .taken, let clock, !clock.isStopped, clock.pause == nil else {
                return nil
            }
            // Who took it asks nobody else: should they let go of it, widening is due at once.
            return obligation(owed, since: clock.startedAt, in: context, without: state == .taken ? [.widen] : []) {
                clock.instant(atShare: $0, in: local)
            }
        case .progress:
            guard let clock, let signAt = signAt(context) else { return nil }
            // No silence before there was something to do: a follow-up question, information that came.
            let since = max(signAt, clock.startedAt, clock.pauses.last?.to ?? signAt)
            let whole = clock.whole(in: local)
            return obligation(owed, since: since, in: context) { share in
                let wait = whole * share / 100
                return local.advance(from: since, by: wait, counting: clock.counting) ?? since + wait
            }
        case .presence:
            guard let signAt = signAt(context) else { return nil }
            switch context.holder {
            case .present: return nil
            // Who acts while away is there: their own act counts more than their calendar.
            case .away(let from): return from <= signAt ? nil : obligation(owed, since: from, in: context) { _ in from }
            case .gone: return obligation(owed, since: signAt, in: context) { _ in signAt }
            }
        case .information:
            guard state == .awaitingInformation, let clock, let pause = clock.pause else { return nil }
            let whole = clock.whole(in: local)
            return obligation(owed, since: pause.from, in: context) { share in
                let wait = whole * share / 100
                return local.advance(from: pause.from, by: wait, counting: clock.counting) ?? pause.from + wait
            }
        case .reading:
            guard let unread = followUps(in: local.offsets).first(where: { $0.reason == .unread }) else { return nil }
            return obligation(owed, since: unread.since, in: context, isPressing: unread.isPressing) {
                unread.since + (unread.dueAt - unread.since) * $0 / 100
            }
        case .acknowledgement:
            guard context.acknowledgement == .awaited, state == .answered, let answer = lastAnswer,
                answer.content.orientation?.asksAcknowledgement == true
            else { return nil }
            return obligation(owed, since: answer.sentAt, in: context, isPressing: true) {
                answer.sentAt + GuaranteePlan.acknowledgementDelay * $0 / 100
            }
        }
    }

    /// The last act of whoever is to answer: taking it, or a sign since. Nil when nobody is, or a senior is to validate.
    private func signAt(_ context: GuaranteeContext) -> Instant? {
        guard state == .taken, let lead, lead.state == .taken else { return nil }
        return max(lead.since, context.lastSignAt ?? lead.since)
    }

    private func obligation(
        _ owed: Owed, since: Instant, in context: GuaranteeContext, without left: Set<GuaranteeAct> = [],
        isPressing: Bool? = nil, at instant: (Int) -> Instant
    ) -> Obligation {
        let holding = owed == .progress || owed == .presence ? lead?.id : nil
        var counts: [GuaranteeAct: Int] = [:]
        let steps = context.plan.steps(for: owed, content.urgency).compactMap { step -> GuaranteeStep? in
            counts[step.act, default: 0] += 1
            if left.contains(step.act) { return nil }
            return GuaranteeStep(
                key: StepKey(owed, holding: holding, since: since, step.act, ordinal: counts[step.act] ?? 1),
                share: step.share, at: instant(step.share), audience: audience(of: step.act, for: owed),
                isPressing: isPressing ?? (content.urgency == .urgent))
        }
        return Obligation(owed: owed, since: since, steps: steps)
    }

    /// Whom a step speaks to.
    private func audience(of act: GuaranteeAct, for owed: Owed) -> Set<GuaranteeStep.Audience> {
        switch (owed, act) {
        case (.answer, .remind):
            state == .submitted ? [.pool] : lead?.state == .awaitingValidation ? [.seniors] : [.holder]
        case (.answer, .widen): [.neighbours]
        case (.answer, .alert): [.coordinator, .dutyExpert]
        case (.answer, .escalate): [.fallback, .coordinator, .requester]
        case (.progress, .remind): [.holder]
        case (.progress, .handBack): [.pool, .dutyExpert, .holder]
        case (.presence, .handBack): [.pool, .dutyExpert]
        case (.information, .remind): [.requester]
        case (.information, .escalate): [.coordinator, .holder, .requester]
        case (.reading, .remind): [.requester]
        case (.reading, .tellColleagues): [.colleagues]
        case (.reading, .alert): [.coordinator, .expert]
        case (.acknowledgement, .remind): [.receivingLine]
        case (.acknowledgement, .alert): [.coordinator, .expert, .requester]
        default: [.coordinator]
        }
    }
}

import EssaimDomain
import EssaimTestSupport

extension AdviceRequest {
    /// The same demand with some parts replaced: what only decisions change in the product.
    func with(
        version: Int? = nil, assignments: [Assignment]? = nil, answers: [Answer]? = nil, content: RequestContent? = nil,
        loop: Loop? = nil, setAsideBy: Set<Identifier<Person>>? = nil, isUnread: Bool? = nil, clock: AnswerClock? = nil,
        visit: Visit? = nil, kind: RequestKind? = nil, triage: Triage? = nil, group: Identifier<DemandGroup>? = nil,
        reception: Reception? = nil
    ) -> AdviceRequest {
        AdviceRequest(
            id: id, number: number, kind: kind ?? self.kind, network: network, structure: structure,
            version: version ?? self.version,
            state: state, requester: requester, author: author, route: route, patient: patient,
            content: content ?? self.content, consent: consent, createdAt: createdAt, submittedAt: submittedAt,
            clock: clock ?? self.clock,
            takenAt: takenAt, answeredAt: answeredAt, assignments: assignments ?? self.assignments,
            answers: answers ?? self.answers, setAsideBy: setAsideBy ?? self.setAsideBy,
            isUnread: isUnread ?? self.isUnread,
            loop: loop ?? self.loop, visit: visit ?? self.visit,
            triage: triage ?? self.triage, group: group ?? self.group, reception: reception ?? self.reception,
            phone: phone)
    }

    /// The demand after commands that must each be accepted, one minute apart.
    func after(_ steps: [(Actor, Command)], from now: Instant = .sample) throws -> AdviceRequest {
        var request = self
        var time = now
        for (number, (actor, command)) in steps.enumerated() {
            let context = DecisionContext.sample(now: time, newAssignment: Identifier("assignment-\(number)"))
            request = try request.decide(command, by: actor, in: context).get().request
            time = time + .minutes(1)
        }
        return request
    }
}

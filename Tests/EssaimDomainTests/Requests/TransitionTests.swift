import EssaimDomain
import EssaimTestSupport
import Testing

struct TransitionTests {
    private static let everything: [(RequestState, Relation)] = RequestState.allCases.flatMap { state in
        Relation.allCases.map { (state, $0) }
    }

    /// A demand in that state for which every condition beside the table holds: late, unread, awaiting validation, its
    /// orientation to be acknowledged, its patient to be seen; before triage, and looked at by who acts, for those who triage.
    private func ripe(_ state: RequestState, for relation: Relation? = nil) -> (request: AdviceRequest, now: Instant) {
        var request = AdviceRequest.sample(state, isUnread: true)
        if state == .taken || state == .awaitingInformation {
            request = .sample(state, isJunior: true, held: .awaitingValidation, isUnread: true)
        }
        if let answer = request.lastAnswer {
            let content = AnswerContent(text: answer.content.text, orientation: .quickConsultation)
            request = request.with(answers: [
                Answer(version: 1, content: content, expert: answer.expert, sentAt: .sample)
            ])
        }
        let visit = Visit(
            since: .sample,
            appointment: Visit.Appointment(at: .sample + .days(2), place: "Lannion", with: "Dr Guivarch"))
        let now = Instant.sample + .days(61)
        request = request.with(visit: visit)
        if relation == .regulator || relation == .coordinator {
            let claim = Triage.Claim(by: Person.senior.id, until: now + .minutes(5))
            request = request.with(triage: Triage(since: .sample, claim: claim), group: "group")
        }
        if relation == .receivingLine {
            request =
                state == .answered
                ? request.with(reception: Reception(route: .south, askedAt: .sample)) : request.with(kind: .orientation)
        }
        return (request, now)
    }

    @Test func `the written table names only states, relations and actions that exist`() {
        for line in LifeOfADemand.lines(
            [LifeOfADemand.page, LifeOfADemand.sentences, LifeOfADemand.visits].joined(separator: "\n"))
        {
            #expect(line.count == 3 && RequestState(rawValue: line[0]) != nil && Relation(rawValue: line[1]) != nil)
            for action in line[2].split(separator: " ") {
                #expect(Action(rawValue: String(action)) != nil, "\(action)")
            }
        }
        for line in LifeOfADemand.lines(LifeOfADemand.moves) {
            #expect(line.count == 3 && RequestState(rawValue: line[0]) != nil && Action(rawValue: line[1]) != nil)
            #expect(RequestState(rawValue: line[2]) != nil)
        }
    }

    @Test(arguments: everything)
    func `the table is the one of the page`(state: RequestState, relation: Relation) {
        let written = LifeOfADemand.table[state.rawValue]?[relation.rawValue] ?? []
        #expect(Set(TransitionTable.actions(in: state, for: [relation]).map(\.rawValue)) == written)
    }

    @Test(arguments: everything)
    func `what is offered is accepted and leads where the page says, the rest is refused`(
        state: RequestState, relation: Relation
    ) throws {
        let (request, now) = ripe(state, for: relation)
        let actor = Actor.only(relation)
        let offered = request.actions(availableTo: actor, at: now)
        for action in Action.allCases {
            let isWritten = LifeOfADemand.allows(action.rawValue, in: state.rawValue, to: relation.rawValue)
            #expect(offered.contains(action) == isWritten, "\(state) \(relation) \(action)")
            let result = request.decide(.sample(action, now: now), by: actor, in: .sample(now: now))
            guard isWritten else {
                let isForAnotherState = LifeOfADemand.everAllows(action.rawValue, to: relation.rawValue)
                #expect(
                    result == .failure(isForAnotherState ? .notNow(state) : .notFound), "\(state) \(relation) \(action)"
                )
                continue
            }
            guard case .success(let decision) = result else {
                Issue.record("\(state) \(relation) \(action): \(result)")
                continue
            }
            let next = LifeOfADemand.state(after: action.rawValue, from: state.rawValue)
            #expect(decision.request.state.rawValue == next, "\(state) \(action)")
            let step = LifeOfADemand.versionless.contains(action.rawValue) ? 0 : 1
            #expect(decision.request.version == request.version + step, "\(action)")
        }
    }

    @Test(arguments: RequestState.allCases)
    func `several relations allow what each allows, and nothing more`(state: RequestState) throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let relations = Set(Relation.allCases.filter { _ in Bool.random(using: &random) })
            let written = relations.reduce(into: Set<String>()) { all, relation in
                all.formUnion(LifeOfADemand.table[state.rawValue]?[relation.rawValue] ?? [])
            }
            try #require(Set(TransitionTable.actions(in: state, for: relations).map(\.rawValue)) == written)
        }
    }

    @Test(arguments: RequestState.allCases)
    func `who is nothing to a demand may do nothing, and is told nothing`(state: RequestState) {
        let (request, now) = ripe(state)
        for action in Action.allCases {
            let nobody = Actor(person: Person.outsider.id, relations: [])
            #expect(request.decide(.sample(action, now: now), by: nobody, in: .sample(now: now)) == .failure(.notFound))
        }
    }

    @Test(arguments: Action.allCases)
    func `a command bears the name of its action`(action: Action) {
        #expect(Command.sample(action).action == action)
        #expect(action.isVersionless == LifeOfADemand.versionless.contains(action.rawValue))
    }
}

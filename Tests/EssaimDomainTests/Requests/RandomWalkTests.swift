import EssaimDomain
import EssaimTestSupport
import Testing

/// Many random commands by random people, some of them nonsense: what must hold whatever happens.
struct RandomWalkTests {
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `40 000 random commands never break a demand`(seed: UInt64) throws {
        var walk = RandomWalk(seed: seed)
        for _ in 0..<10_000 { try walk.step() }
        #expect(walk.accepted > 1000 && walk.demands > 100)
        // The walk goes everywhere, or it proves little.
        #expect(walk.visited == Set(RequestState.allCases))
    }
}

private struct RandomWalk {
    var random: SeededGenerator
    var request = AdviceRequest.sample(.draft)
    var now = Instant.sample
    var accepted = 0
    var demands = 1
    var visited: Set<RequestState> = []
    var removed = false

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func step() throws {
        visited.insert(request.state)
        if removed || (request.state.isEnded && Int.random(in: 0..<6, using: &random) == 0) {
            request = .sample(.draft)
            removed = false
            demands += 1
        }
        now = now + .minutes(Int.random(in: -2...600, using: &random))
        let actor = randomActor()
        let command = randomCommand(for: actor)
        let context = DecisionContext.sample(
            now: now, offer: [.dermatology, .tumours, .paused].randomElement(using: &random) ?? .dermatology,
            attachments: Bool.random(using: &random) ? [.sample(of: "request")] : [],
            requester: actor.person == Person.delegate.id ? .delegate : .asker,
            poolHasExperts: Int.random(in: 0..<10, using: &random) > 0, newAssignment: .new(at: now, using: &random))
        let before = request
        let result = before.decide(command, by: actor, in: context)
        #expect(result == before.decide(command, by: actor, in: context), "the same twice")
        guard case .success(let decision) = result else { return }
        accepted += 1
        try check(from: before, to: decision, command, actor)
        request = decision.request
        removed = decision.effects.contains(.removed)
    }

    private func check(from before: AdviceRequest, to decision: Decision, _ command: Command, _ actor: Actor) throws {
        let after = decision.request
        let action = command.action.rawValue
        let isWritten = actor.relations.contains {
            LifeOfADemand.allows(action, in: before.state.rawValue, to: $0.rawValue)
        }
        try #require(isWritten, "\(action) in \(before.state) by \(actor.relations)")
        try #require(after.state.rawValue == LifeOfADemand.state(after: action, from: before.state.rawValue))
        try #require(after.version == before.version + (LifeOfADemand.versionless.contains(action) ? 0 : 1))
        try #require(after.assignments.count { $0.role == .lead && $0.isCurrent } <= 1, "one holder at most")
        try #require(Set(after.assignments.map(\.id)).count == after.assignments.count)
        try #require(after.answers.map(\.version) == Array(1..<(after.answers.count + 1)))
        try #require(after.answers.starts(with: before.answers), "what was sent stays as it was sent")
        switch after.state {
        case .draft, .submitted: try #require(after.holder == nil)
        case .taken, .awaitingInformation:
            try #require(after.lead?.state == .taken || after.lead?.state == .awaitingValidation)
        case .answered, .closed: try #require(after.lead?.state == .answered && !after.answers.isEmpty)
        case .declined, .cancelled: break
        }
        if after.state != .draft {
            try #require(after.patient != nil && after.consent != nil)
            let clock = try #require(after.clock)
            if command.action != .submit, command.action != .followUp {
                try #require(clock.startedAt == before.clock?.startedAt, "\(action) restarts the clock")
            }
            try #require(
                (clock.pause != nil) == (after.state == .awaitingInformation) || clock.isStopped || after.state.isEnded)
            if after.state.isOpen { try #require(!clock.isStopped) }
        }
    }

    private mutating func randomActor() -> Actor {
        if Int.random(in: 0..<20, using: &random) == 0 { return .engine }
        let actors = Person.samples.map { Actor.sample($0, to: request) }
        let concerned = actors.filter { !request.actions(availableTo: $0, at: now).isEmpty }
        let isConcerned = Int.random(in: 0..<10, using: &random) < 8
        return (isConcerned ? concerned : actors).randomElement(using: &random) ?? .engine
    }

    /// Mostly something that this person may do, else anything; mostly well said, else nonsense.
    private mutating func randomCommand(for actor: Actor) -> Command {
        // Drafts are mostly sent rather than thrown away, for the walk to go far.
        let isDiscarded = Int.random(in: 0..<10, using: &random) == 0
        let offered = request.actions(availableTo: actor, at: now).filter { $0 != .discard || isDiscarded }
            .sorted { $0.rawValue < $1.rawValue }
        let isOffered = Int.random(in: 0..<10, using: &random) < 8
        let action =
            (isOffered ? offered.randomElement(using: &random) : nil) ?? Action.allCases.randomElement(using: &random)
        guard let action else { return .read }
        return Int.random(in: 0..<6, using: &random) == 0 ? nonsense(action) : .sample(action, now: now)
    }

    private mutating func nonsense(_ action: Action) -> Command {
        let text = hostileTexts.randomElement(using: &random) ?? ""
        let content = AnswerContent(
            text: text, orientation: Orientation.allCases.randomElement(using: &random), limits: text)
        return switch action {
        case .edit: .edit(RequestContent(question: text, context: text, consentGiver: .guardian))
        case .detach: .detach(Identifier(text))
        case .add: .add(text: text)
        case .cancel: .cancel(reason: text)
        case .giveInformation: .giveInformation(text: text)
        case .withdrawAttachment: .withdrawAttachment(Identifier(text), reason: text)
        case .correctIdentity: .correctIdentity(TypedPatient(birthFamilyName: text, birthDate: text), reason: text)
        case .recordPatientTold: .recordPatientTold(at: Instant(milliseconds: .max))
        case .answer: .answer(content)
        case .draftAnswer: .draftAnswer(content)
        case .submitForValidation: .submitForValidation(content)
        case .validate: .validate(content)
        case .amend: .amend(content, reason: text)
        case .assign: .assign(Person.southern.id)
        case .changeUrgency: .changeUrgency(.routine, reason: text)
        case .raiseUrgency: .raiseUrgency(.priority, reason: text)
        case .close: .close(nil, remark: text)
        default: .sample(action, now: now)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

/// The regulated door: who sees what before it is passed on, who may triage it, and when it passes on by itself.
struct TriageTests {
    private let regulator = Actor(person: Person.regulator.id, relations: [.regulator])
    private let coordinator = Actor(person: Person.coordinator.id, relations: [.coordinator])
    private let asker = Actor(person: Person.asker.id, relations: [.asker])

    private func sent(_ urgency: Urgency = .routine, isRegulated: Bool = true) throws -> AdviceRequest {
        try AdviceRequest.sample(.draft, urgency: urgency)
            .decide(.submit, by: asker, in: .sample(isRegulated: isRegulated)).get().request
    }

    @Test func `a demand of a regulated line awaits triage, and its pool sees nothing of it`() throws {
        let request = try sent()
        #expect(request.awaitsTriage && request.state == .submitted)
        #expect(Town.caller(.senior).relations(to: request).isEmpty)
        #expect(Town.caller(.regulator).relations(to: request) == [.regulator])
        #expect(try !sent(isRegulated: false).isBeforeTriage)
    }

    @Test func `what is urgent goes to its pool at once, and was seen to come by the door`() throws {
        let request = try sent(.urgent)
        #expect(!request.awaitsTriage && request.triage?.passedOnAt == .sample)
        #expect(Town.caller(.senior).relations(to: request) == [.poolExpert])
    }

    @Test func `two never triage the same demand, for ten minutes`() throws {
        let claimed = try sent().decide(.claimTriage, by: regulator, in: .sample()).get().request
        for action in [Action.claimTriage, .leaveTriage, .passOn, .askBack, .assign, .reorient, .group] {
            #expect(!claimed.actions(availableTo: coordinator, at: .sample + .minutes(9)).contains(action), "\(action)")
        }
        #expect(claimed.decide(.passOn, by: coordinator, in: .sample()) == .failure(.notNow(.submitted)))
        #expect(claimed.actions(availableTo: coordinator, at: .sample + .minutes(10)).contains(.claimTriage))
        // Nothing holds up an urgency, nor the one who claimed it.
        #expect(claimed.actions(availableTo: coordinator, at: .sample).contains(.raiseUrgency))
        #expect(claimed.actions(availableTo: regulator, at: .sample).contains(.passOn))
        let left = try claimed.decide(.leaveTriage, by: regulator, in: .sample()).get().request
        #expect(left.actions(availableTo: coordinator, at: .sample).contains(.claimTriage))
    }

    @Test func `passing on, proposing, re-orienting and a rise to urgent each give it to experts`() throws {
        for command in [
            Command.passOn, .assign(Person.second.id), .reorient(.south, reason: "Habite là."),
            .changeUrgency(.urgent, reason: "Douleur."),
        ] {
            let next = try sent().decide(command, by: regulator, in: .sample()).get().request
            #expect(next.triage?.passedOnAt == .sample && !next.isBeforeTriage, "\(command.action)")
        }
        let raised = try sent().decide(.raiseUrgency(.priority, reason: "Douleur."), by: coordinator, in: .sample())
        #expect(try raised.get().request.awaitsTriage, "not urgent")
    }

    @Test func `an expert who re-orients to a regulated line has it triaged there`() throws {
        let request = AdviceRequest.sample(.submitted)
        let expert = Actor.only(.poolExpert)
        let command = Command.reorient(.south, reason: "Hors de mon champ.")
        #expect(try request.decide(command, by: expert, in: .sample(isRegulated: true)).get().request.awaitsTriage)
        #expect(try !request.decide(command, by: expert, in: .sample()).get().request.awaitsTriage)
    }

    @Test func `what is asked back pauses the clock, and comes back to triage with its answer`() throws {
        let asked = try sent().decide(.askBack(text: "Depuis quand ?"), by: coordinator, in: .sample()).get().request
        #expect(asked.state == .awaitingInformation && asked.holder == nil && asked.clock?.pause != nil)
        #expect(Town.caller(.senior).relations(to: asked).isEmpty)
        let given = try asked.decide(
            .giveInformation(text: "Six semaines."), by: asker, in: .sample(now: .sample + .hours(3))
        ).get().request
        #expect(given.state == .submitted && given.awaitsTriage && given.clock?.pause == nil)
        #expect(given.clock?.dueAt == asked.clock.map { $0.dueAt + .hours(3) })
    }

    @Test func `redirected, it ends with a way to take, for the asking structure to read`() throws {
        let ended = try sent().decide(.redirect(.telephone, text: "02 98 00 00 00"), by: regulator, in: .sample()).get()
        #expect(ended.request.state == .declined && ended.request.isUnread)
        #expect(ended.threadText == "Par téléphone\n02 98 00 00 00")
        #expect(ended.request.clock?.isStopped == true)
        // An opinion is what it asked already, and only a doctor ends a demand.
        let nowhere = try sent().decide(.redirect(.opinion, text: "…"), by: regulator, in: .sample())
        #expect(nowhere.faultyFields == ["channel"])
        #expect(
            try sent().decide(.redirect(.telephone, text: "…"), by: coordinator, in: .sample()) == .failure(.notFound))
    }

    @Test func `what nobody triages passes on by itself at its share, and the engine finds its own pool first`() throws
    {
        let request = try sent()
        let (triage, clock) = (try #require(request.triage), try #require(request.clock))
        let local = LocalTime()
        #expect(triage.passesOnAt(50, of: clock, in: local) == clock.instant(atShare: 50, in: local))
        let passed = try request.decide(.widen(.south), by: .engine, in: .sample()).get().request
        #expect(!passed.isBeforeTriage && passed.route == .north)
        let widened = try passed.decide(.widen(.south), by: .engine, in: .sample()).get().request
        #expect(widened.route == .north && widened.reached == [Pool.south.id])
        #expect(passed.triage?.passesOnAt(50, of: clock, in: local) == .sample)
    }

    @Test func `what is told of it reaches those who triage, and no pool`() throws {
        let asked = try sent().decide(.askBack(text: "Depuis quand ?"), by: coordinator, in: .sample()).get().request
        let given = try asked.decide(.giveInformation(text: "Hier."), by: asker, in: .sample()).get().request
        let today = LocalTime().date(at: .sample)
        let watching: Set<Telling.Audience> = [
            .network(Network.sample.id, .coordinator), .network(Network.sample.id, .regulator),
        ]
        #expect(Telling.after(.giveInformation, from: asked, to: given, on: today)?.audience == watching)
        let context = GuaranteeContext(plan: .standard, local: LocalTime())
        let steps = Guarantee(of: given, in: context).obligations.flatMap(\.steps)
        #expect(steps.contains { $0.act == .remind })
        for step in steps where step.act == .remind || step.act == .alert {
            let told = Telling.step(step, of: given, Telling.Finding(onDuty: [Person.senior.id])).audience
            #expect(told.isSubset(of: watching) && !told.isEmpty, "\(step.act)")
        }
    }
}

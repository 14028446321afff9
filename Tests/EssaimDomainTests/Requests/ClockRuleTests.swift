import EssaimDomain
import EssaimTestSupport
import Testing

/// The clock of a demand: started once, paused while information is awaited, stopped by the answer.
struct ClockRuleTests {
    private let asker = Actor.only(.asker, as: .asker)
    private let holder = Actor.only(.holder)

    private func step(
        _ request: AdviceRequest, _ command: Command, _ actor: Actor, at now: Instant, _ offer: Offer = .dermatology
    ) throws -> AdviceRequest {
        try request.decide(command, by: actor, in: .sample(now: now, offer: offer)).get().request
    }

    @Test(arguments: [(Urgency.routine, 168), (.priority, 48), (.urgent, 24)])
    func `sending starts it, with the standard delay of its urgency`(urgency: Urgency, hours: Int) throws {
        var draft = AdviceRequest.sample(.draft)
        var content = draft.content
        content.urgency = urgency
        draft = draft.with(content: content)
        let clock = try #require(try step(draft, .submit, asker, at: .sample).clock)
        #expect(clock.startedAt == .sample && clock.dueAt == .sample + .hours(hours))
        #expect(clock.pauses == [] && !clock.isStopped)
    }

    @Test func `sending starts it with the line's own delay`() throws {
        let clock = try #require(
            try AdviceRequest.sample(.draft).with(content: urgentContent())
                .decide(.submit, by: asker, in: .sample(offer: .tumours)).get().request.clock)
        #expect(clock.dueAt == .sample + .hours(4))
    }

    private func urgentContent() -> RequestContent {
        var content = RequestContent.sample
        content.urgency = .urgent
        return content
    }

    @Test(
        arguments: [
            // Who ends the wait, how, and where the demand is then.
            (Relation.asker, Action.giveInformation, RequestState.taken), (.holder, .release, .submitted),
        ])
    func `asking pauses it, what ends the wait gives back the time that was left`(
        relation: Relation, action: Action, state: RequestState
    ) throws {
        let taken = AdviceRequest.sample(.taken)
        let due = try #require(taken.clock).dueAt
        let waiting = try step(taken, .sample(.askInformation), holder, at: .sample + .hours(10))
        #expect(waiting.clock?.pause != nil && waiting.clock?.dueAt == due)
        #expect(!waiting.isOverdue(at: due + .days(30)), "nobody is late while information is awaited")
        let back = try step(waiting, .sample(action), .only(relation), at: .sample + .hours(15))
        #expect(back.state == state && back.clock?.pause == nil)
        #expect(back.clock?.dueAt == due + .hours(5) && back.clock?.startedAt == .sample)
    }

    @Test func `sending it on, giving it up, handing it over, reassigning it never restart it`() throws {
        let taken = AdviceRequest.sample(.taken)
        let clock = try #require(taken.clock)
        let late = clock.dueAt + .hours(1)
        let commands: [(Command, Actor)] = [
            (.sample(.reorient), holder), (.sample(.release), holder), (.sample(.handOver), .engine),
            (.sample(.reassign), .only(.regulator)),
        ]
        for (command, actor) in commands {
            let after = try step(taken, command, actor, at: late, .tumours)
            #expect(after.clock == clock, "\(command.action)")
            let again = try step(after, .take, .only(.poolExpert, as: .second), at: late + .hours(1))
            #expect(again.clock == clock && again.isOverdue(at: late + .hours(1)))
        }
    }

    @Test func `a new urgency counts from the first sending, and may be late at once`() throws {
        let request = AdviceRequest.sample(.submitted)
        let now = Instant.sample + .hours(30)
        let urgent = try step(request, .changeUrgency(.urgent, reason: "Douleur."), .only(.regulator), at: now)
        #expect(urgent.clock?.startedAt == .sample && urgent.clock?.dueAt == .sample + .hours(24))
        #expect(urgent.isOverdue(at: now))
        let calm = try step(urgent, .changeUrgency(.routine, reason: "Erreur."), .only(.regulator), at: now)
        #expect(calm.clock == request.clock)
    }

    @Test(arguments: [RequestState.taken, .awaitingInformation])
    func `an answer stops it, even while information is awaited`(state: RequestState) throws {
        let request = AdviceRequest.sample(state)
        let answered = try step(request, .sample(.answer), holder, at: .sample + .hours(20))
        #expect(answered.clock?.isStopped == true && answered.clock?.startedAt == .sample)
        #expect(!answered.isOverdue(at: .sample + .days(100)))
        #expect(answered.answeredAt == .sample + .hours(20))
    }

    @Test func `a follow-up question has its own delay, the first answer keeps its time`() throws {
        let first = try step(.sample(.taken), .sample(.answer), holder, at: .sample + .hours(20))
        let asked = try step(first, .sample(.followUp), asker, at: .sample + .hours(40))
        #expect(asked.clock?.startedAt == .sample + .hours(40) && asked.clock?.isStopped == false)
        #expect(asked.clock?.dueAt == .sample + .hours(40 + 168))
        let second = try step(asked, .sample(.answer), holder, at: .sample + .hours(50))
        #expect(second.answeredAt == .sample + .hours(20) && second.clock?.isStopped == true)
        #expect(second.lastAnswer?.sentAt == .sample + .hours(50) && second.submittedAt == .sample)
    }

    @Test func `declining a follow-up question keeps the first answer's time`() throws {
        let first = try step(.sample(.taken), .sample(.answer), holder, at: .sample + .hours(20))
        let asked = try step(first, .sample(.followUp), asker, at: .sample + .hours(40))
        let declined = try step(asked, .sample(.decline), holder, at: .sample + .hours(60))
        #expect(declined.answeredAt == .sample + .hours(20))
    }

    @Test func `an urgent demand is not sent to a line that opens too late`() throws {
        let office = LocalTime(hours: .same([try #require(MinuteRange(rawValue: "09:00-19:00"))]))
        // Friday evening: the line opens on Monday.
        let friday = Instant.sample + .days(4) + .hours(12)
        let draft = AdviceRequest.sample(.draft).with(content: urgentContent())
        let result = draft.decide(.submit, by: asker, in: .sample(now: friday, localTime: office))
        #expect(result == .failure(.lineOpensTooLate(opensAt: .sample + .days(6) + .hours(23) + .minutes(30))))
        #expect(throws: Never.self) {
            try AdviceRequest.sample(.draft).decide(.submit, by: asker, in: .sample(now: friday, localTime: office))
                .get()
        }
    }
}

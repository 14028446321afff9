import EssaimDomain
import EssaimTestSupport
import Testing

/// Who holds a demand, and what passes from one to the next.
struct HandoverTests {
    private let draft = AnswerContent(text: "Plutôt bénin", orientation: .furtherTests, limits: "Floue")

    private func poolExpert(_ person: Person, junior: Bool = false) -> Actor {
        Actor(person: person.id, relations: [.poolExpert], isJunior: junior)
    }

    @Test func `an opinion begun is kept when it is given up, and waits for whoever takes the demand next`() throws {
        let released = try AdviceRequest.sample(.submitted).after([
            (poolExpert(.senior), .take), (.only(.holder), .draftAnswer(draft)), (.only(.holder), .sample(.release)),
        ])
        #expect(released.state == .submitted && released.holder == nil && released.draft == draft)
        let taken = try released.after([(poolExpert(.second), .take)])
        #expect(taken.holder == Person.second.id && taken.lead?.draft == draft)
    }

    @Test(arguments: [Action.reassign, .handOver, .reorient])
    func `an opinion begun is kept when the demand is taken away`(action: Action) throws {
        let taken = try AdviceRequest.sample(.submitted).after([
            (poolExpert(.senior), .take), (.only(.holder), .draftAnswer(draft)),
        ])
        let relation: Relation = action == .reassign ? .regulator : action == .handOver ? .engine : .holder
        let away = try taken.decide(.sample(action), by: .only(relation), in: .sample(now: .sample + .days(30))).get()
            .request
        #expect(away.state == .submitted && away.holder == nil && away.draft == draft)
    }

    @Test func `once the answer is sent, no old draft comes back for the follow-up question`() throws {
        let asked = try AdviceRequest.sample(.submitted).after([
            (poolExpert(.senior), .take), (.only(.holder), .draftAnswer(draft)), (.only(.holder), .sample(.release)),
            (poolExpert(.second), .take), (.only(.holder), .sample(.answer)),
            (.only(.asker, as: .asker), .sample(.followUp)),
        ])
        #expect(asked.state == .taken && asked.holder == Person.second.id && asked.draft == nil)
    }

    @Test func `naming an expert makes nobody responsible until they take it`() throws {
        let assigned = try AdviceRequest.sample(.submitted).after([(.only(.coordinator), .assign(Person.southern.id))])
        #expect(assigned.state == .submitted && assigned.holder == nil)
        #expect(assigned.assignments.map(\.state) == [.proposed])
        let named = Town.caller(.southern).relations(to: assigned)
        #expect(named == [.poolExpert], "who is named may take it, though of another pool")
        let taken = try assigned.after([(.sample(.southern, to: assigned), .take)])
        #expect(taken.holder == Person.southern.id && taken.assignments.count == 1)
    }

    @Test func `naming another withdraws the first proposal`() throws {
        let assigned = try AdviceRequest.sample(.submitted).after([
            (.only(.coordinator), .assign(Person.southern.id)), (.only(.regulator), .assign(Person.second.id)),
        ])
        #expect(assigned.assignments.map(\.expert) == [Person.second.id])
        #expect(Town.caller(.southern).relations(to: assigned) == [])
    }

    @Test func `who set a demand aside may be named again, and sending it on forgets who set it aside`() throws {
        let aside = try AdviceRequest.sample(.submitted).after([(poolExpert(.second), .setAside(reason: ""))])
        #expect(aside.setAsideBy == [Person.second.id])
        let named = try aside.after([(.only(.coordinator), .assign(Person.second.id))])
        #expect(named.setAsideBy == [])
        let taken = try aside.after([(poolExpert(.second), .take)])
        #expect(taken.setAsideBy == [])
        let moved = try aside.after([(.only(.coordinator), .sample(.reorient))])
        #expect(moved.setAsideBy == [] && moved.route == .south)
    }

    @Test func `a junior drafts, a senior validates, and the act is the senior's`() throws {
        let taken = try AdviceRequest.sample(.submitted).after([(poolExpert(.junior, junior: true), .take)])
        let junior = Actor.sample(.junior, to: taken)
        #expect(junior.relations == [.juniorHolder, .poolExpert])
        let answer = taken.decide(.sample(.answer), by: junior, in: .sample())
        #expect(answer == .failure(.notFound), "a junior alone never answers")
        #expect(Actor.sample(.second, to: taken).relations == [.poolExpert], "nothing to validate yet")

        let waiting = try taken.after([(junior, .sample(.submitForValidation))])
        #expect(waiting.state == .taken && waiting.lead?.state == .awaitingValidation && waiting.draft == .sample)
        #expect(
            Actor.sample(.junior, to: waiting).relations == [.juniorHolder, .poolExpert], "juniors do not validate")
        let senior = Actor.sample(.second, to: waiting)
        #expect(senior.relations == [.poolExpert, .validator])

        let answered = try waiting.after([(senior, .sample(.validate))])
        let sent = try #require(answered.lastAnswer)
        #expect(answered.state == .answered && answered.isUnread && answered.draft == nil)
        #expect(sent.expert == Person.junior.id && sent.validatedBy == Person.second.id)
        #expect(sent.responsible == Person.second.id)
    }

    @Test func `the senior who validated an answer may amend it`() throws {
        let answered = try AdviceRequest.sample(.submitted).after([
            (poolExpert(.junior, junior: true), .take),
            (.only(.juniorHolder, as: .junior), .sample(.submitForValidation)),
            (.only(.validator, as: .second), .sample(.validate)),
        ])
        let actions = answered.actions(availableTo: .sample(.second, to: answered), at: .sample)
        #expect(actions.contains(.amend))
    }

    @Test func `a junior's answer in waiting is not validated before it is submitted`() {
        let drafting = AdviceRequest.sample(.taken, isJunior: true)
        let result = drafting.decide(.sample(.validate), by: .only(.validator), in: .sample())
        #expect(result == .failure(.notNow(.taken)))
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// One demand from its opening to the closed loop, with what each step leaves behind.
struct MainJobTests {
    struct Step: Sendable {
        let command: Command
        let person: Person
        let state: RequestState
        /// Reports to issue so far, acts recorded so far, lines of the thread so far.
        let jobs: Int
        let acts: Int
        let lines: Int
    }

    static let steps: [Step] = [
        Step(command: .edit(.sample), person: .asker, state: .draft, jobs: 0, acts: 0, lines: 0),
        Step(command: .submit, person: .asker, state: .submitted, jobs: 0, acts: 0, lines: 1),
        Step(command: .take, person: .senior, state: .taken, jobs: 0, acts: 0, lines: 2),
        Step(
            command: .sample(.askInformation), person: .senior, state: .awaitingInformation, jobs: 0, acts: 0,
            lines: 3),
        Step(command: .sample(.giveInformation), person: .colleague, state: .taken, jobs: 0, acts: 0, lines: 4),
        Step(command: .sample(.draftAnswer), person: .senior, state: .taken, jobs: 0, acts: 0, lines: 4),
        Step(command: .sample(.answer), person: .senior, state: .answered, jobs: 1, acts: 2, lines: 5),
        Step(command: .read, person: .asker, state: .answered, jobs: 1, acts: 2, lines: 6),
        Step(command: .sample(.followUp), person: .asker, state: .taken, jobs: 1, acts: 2, lines: 7),
        Step(command: .sample(.answer), person: .senior, state: .answered, jobs: 2, acts: 2, lines: 8),
        Step(command: .sample(.amend), person: .senior, state: .answered, jobs: 3, acts: 2, lines: 9),
        Step(
            command: .recordPatientTold(at: .sample), person: .delegate, state: .answered, jobs: 3, acts: 2, lines: 10),
        Step(command: .sample(.close), person: .asker, state: .closed, jobs: 3, acts: 2, lines: 11),
        Step(command: .sample(.erratum), person: .senior, state: .closed, jobs: 4, acts: 2, lines: 12),
        Step(command: .sample(.correctIdentity), person: .asker, state: .closed, jobs: 5, acts: 2, lines: 13),
    ]

    @Test func `the main job, from an empty draft to the closed loop and after`() async throws {
        try await World.with { world throws in
            let opening = world.newKey()
            let opened = try await world.desk.open(Offer.dermatology.id, for: nil, key: opening, by: Person.asker.id)
                .get()
            let id = opened.request
            #expect(opened.state == .draft && opened.version == 1 && opened.created == id && !opened.isRepeat)
            #expect(try await world.isRemembered(opening, by: .asker))
            #expect(try await world.actions(of: id) == ["request.open done"])
            _ = try await world.perform(.attach(.sample(of: id)), on: id, by: .asker).get()
            var entries = ["request.attach done", "request.open done"]
            var version = 1
            for step in Self.steps {
                world.clock.advance(by: .minutes(1))
                let key = world.newKey()
                let receipt = try await world.perform(step.command, on: id, by: step.person, key: key).get()
                let action = step.command.action
                version += action == .draftAnswer ? 0 : 1
                if action != .draftAnswer { entries.append("request.\(action.rawValue) done") }
                #expect(
                    receipt.state == step.state && receipt.version == version && receipt.created == nil, "\(action)")
                let file = try await world.file(of: id)
                #expect(file.request?.state == step.state && file.request?.version == version, "\(action)")
                #expect(file.thread.count == step.lines, "\(action)")
                #expect(file.acts.count == step.acts, "\(action)")
                #expect(try await world.jobCount(of: id) == step.jobs, "\(action)")
                #expect(try await world.isRemembered(key, by: step.person), "\(action)")
                #expect(try await world.actions(of: id).sorted() == entries.sorted(), "\(action)")
            }
            #expect(world.jobsAwaited == 5)
            let people = try await world.history(of: id).suffix(15).map(\.person)
            #expect(people.first == Person.asker.id && people.contains(Person.delegate.id))
        }
    }

    @Test func `both acts are the right people's, for the right amount`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.answered)
            let acts = try await world.file(of: id).acts
            #expect(Set(acts.map(\.code)) == ["TE2", "RQD"])
            let te2 = try #require(acts.first { $0.code == "TE2" })
            let rqd = try #require(acts.first { $0.code == "RQD" })
            #expect(te2.professional == Person.senior.id && te2.amountCents == 2300)
            #expect(rqd.professional == Person.asker.id && rqd.amountCents == 1000)
        }
    }

    @Test func `a junior's answer bills the senior who validated it`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.submitted)
            for (command, person) in [
                (Command.take, Person.junior), (.sample(.submitForValidation), .junior), (.sample(.validate), .second),
            ] {
                _ = try await world.perform(command, on: id, by: person).get()
            }
            let te2 = try await world.file(of: id).acts.first { $0.code == "TE2" }
            #expect(te2?.professional == Person.second.id)
        }
    }

    @Test(arguments: [RequestState.declined, .cancelled])
    func `a decline and a cancellation make neither act nor report`(state: RequestState) async throws {
        try await World.with { world throws in
            let id = try await world.demand(state)
            #expect(try await world.file(of: id).acts == [])
            #expect(try await world.jobCount(of: id) == 0 && world.jobsAwaited == 0)
        }
    }

    @Test func `a corrected identity makes one new report, and points at another patient`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.answered)
            let before = try #require(try await world.stored(id)?.patient)
            _ = try await world.perform(.sample(.correctIdentity), on: id, by: .asker).get()
            let after = try #require(try await world.stored(id)?.patient)
            #expect(after != before && world.jobsAwaited == 2, "the runner is told of the new report")
            #expect(try await world.jobCount(of: id) == 2)
            let names = try await world.store.read {
                [try $0.patient(before), try $0.patient(after)].map(\.?.traits.birthFamilyName)
            }
            #expect(names == [nil, "Inventé"], "nobody else names the one who was typed by mistake")
        }
    }

    @Test func `correcting a used name reaches the patient, though the strict traits are the same`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.answered)
            var typed = TypedPatient.sample
            typed.usedFamilyName = "Mariée"
            _ = try await world.perform(.correctIdentity(typed, reason: "Mariage."), on: id, by: .asker).get()
            let patient = try #require(try await world.stored(id)?.patient)
            #expect(try await world.store.read { try $0.patient(patient)?.traits.usedFamilyName } == "Mariée")
        }
    }

    @Test func `a copy and a linked demand are drafts of the asking structure, and the first demand stays`()
        async throws
    {
        try await World.with { world throws in
            let closed = try await world.demand(.closed)
            let copy = try #require(try await world.perform(.copy, on: closed, by: .colleague).get().created)
            let copied = try #require(try await world.stored(copy))
            #expect(
                copied.state == .draft && copied.structure == Structure.practice.id
                    && copied.author == Person.colleague.id)
            #expect(copied.content.question == RequestContent.sample.question && copied.content.consentGiver == nil)
            #expect(
                try await world.actions(of: copy).contains { $0.hasSuffix(" done") }, "its making is in its history")

            let taken = try await world.demand(.taken, content: .another)
            let linked = try #require(
                try await world.perform(.sample(.openLinked), on: taken, by: .senior).get().created)
            let link = try #require(try await world.stored(linked))
            #expect(link.route == .south && link.content.question == "Faut-il une exérèse ?")
            #expect(try await world.stored(taken)?.state == .taken)
        }
    }
}

extension RequestContent {
    /// The same question about someone else.
    static var another: RequestContent {
        var content = RequestContent.sample
        content.patient = .another
        return content
    }
}

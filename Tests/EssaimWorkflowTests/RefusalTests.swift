import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// What is refused writes nothing, and says no more than it must.
struct RefusalTests {
    @Test func `a stale version is refused with the current one, and nothing is written`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.submitted)
            let before = try await world.file(of: id)
            let entries = try await world.actions(of: id)
            let current = try #require(before.request?.version)
            for version in [current - 1, current + 1, 0, -1] {
                let key = world.newKey()
                let result = try await world.perform(.take, on: id, by: .senior, at: version, key: key)
                #expect(result == .failure(.stale(current: current)), "at \(version)")
                #expect(try await !world.isRemembered(key, by: .senior))
            }
            let unversioned = try await world.desk.perform(.take, on: id, at: nil, key: "k", by: Person.senior.id)
            #expect(unversioned == .failure(.stale(current: current)), "a version must be named")
            #expect(try await world.file(of: id) == before)
            #expect(try await world.actions(of: id) == entries)
        }
    }

    @Test func `an attachment and a draft answer need no version`() async throws {
        try await World.with { world throws in
            let draft = try await world.demand(.draft)
            let photo = Attachment.sample("b", slot: "wide", of: draft)
            _ = try await world.desk.perform(.attach(photo), on: draft, at: nil, key: "1", by: Person.asker.id).get()
            let taken = try await world.demand(.taken, content: .another)
            _ = try await world.desk.perform(.sample(.draftAnswer), on: taken, at: nil, key: "2", by: Person.senior.id)
                .get()
            #expect(try await world.stored(taken)?.draft?.text == "Brouillon")
        }
    }

    @Test func `someone known who may not is written down as refused, and nothing else changes`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.submitted)
            let before = try await world.file(of: id)
            let tries: [(Command, Person)] = [
                (.sample(.close), .senior), (.sample(.answer), .coordinator), (.take, .asker),
                (.sample(.cancel), .regulator),
            ]
            for (command, person) in tries {
                let key = world.newKey()
                world.clock.advance(by: .minutes(1))
                #expect(try await world.perform(command, on: id, by: person, key: key) == .failure(.notFound))
                let last = try #require(try await world.history(of: id).last { $0.outcome == "refused" })
                #expect(last.action == "request.\(command.action.rawValue)" && last.person == person.id)
                #expect(try await !world.isRemembered(key, by: person))
            }
            #expect(try await world.file(of: id) == before)
            #expect(try await world.actions(of: id).count { $0.hasSuffix("refused") } == tries.count)
            #expect(world.jobsAwaited == 0)
        }
    }

    @Test(arguments: [Person.neighbour, .outsider, .southern, .suspended, .administrator, .elsewhere])
    func `a demand that is not theirs and one that does not exist get the same answer`(person: Person) async throws {
        try await World.with { world throws in
            let id = try await world.demand(.taken)
            let before = try await world.file(of: id)
            for action in Action.allCases {
                let command = Command.sample(action, now: world.clock.now())
                let there = try await world.desk.perform(command, on: id, at: 4, key: world.newKey(), by: person.id)
                let absent = try await world.desk.perform(
                    command, on: "absent", at: 4, key: world.newKey(), by: person.id)
                #expect(there == .failure(.notFound) && absent == there, "\(action)")
            }
            #expect(try await world.file(of: id) == before)
        }
    }

    @Test(arguments: [Person.senior, .regulator, .coordinator, .neighbour])
    func `a draft exists for its structure only`(person: Person) async throws {
        try await World.with { world throws in
            let id = try await world.demand(.draft)
            for command in [Command.edit(.sample), .submit, .discard, .take] {
                #expect(try await world.perform(command, on: id, by: person) == .failure(.notFound))
            }
            #expect(try await world.stored(id)?.state == .draft)
        }
    }

    @Test(arguments: ["nobody", "closed", ""])
    func `who has no account, or a closed one, is refused and leaves no trace`(person: String) async throws {
        try await World.with { world throws in
            let id = try await world.demand(.submitted)
            let entries = try await world.actions(of: id)
            let result = try await world.desk.perform(.take, on: id, at: 3, key: "k", by: Identifier(person))
            #expect(result == .failure(.notFound))
            let opened = try await world.desk.open(Offer.dermatology.id, for: nil, key: "k", by: Identifier(person))
            #expect(opened == .failure(.notFound))
            #expect(try await world.actions(of: id) == entries)
        }
    }

    @Test func `a demand with faults is not sent: nothing is written, the draft keeps what was typed`() async throws {
        try await World.with { world throws in
            var content = RequestContent.sample
            content.patient.birthDate = "30/02/1958"
            content.question = ""
            let id = try await world.draft(content)
            let before = try await world.file(of: id)
            let entries = try await world.actions(of: id)
            let result = try await world.perform(.submit, on: id, by: .asker)
            guard case .failure(.faults(let faults)) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(faults.map(\.field) == ["patient.birthDate", "question"])
            content.writtenWith = before.request?.content.writtenWith
            #expect(try await world.file(of: id) == before && before.request?.content == content)
            #expect(try await world.actions(of: id) == entries)
            content = .sample
            _ = try await world.perform(.edit(content), on: id, by: .asker).get()
            #expect(try await world.perform(.submit, on: id, by: .asker).get().state == .submitted)
        }
    }

    @Test func `naming someone who is no expert of the network is refused, and opens nothing to them`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.submitted)
            for person in [Person.neighbour, .delegate, .suspended, .administrator] {
                let result = try await world.perform(.assign(person.id), on: id, by: .coordinator)
                #expect(throws: Refusal.self, "\(person.id)") { try result.get() }
                let seen = try await world.store.read { try $0.request(id, visibleTo: person.id) }
                #expect((seen != nil) == (person == .delegate), "\(person.id)")
            }
            // Someone who does not exist is refused as well: no fault of the store reaches the page.
            let nobody = try await world.perform(.assign("nobody"), on: id, by: .coordinator)
            #expect(throws: Refusal.self) { try nobody.get() }
        }
    }

    @Test func `a demand is not sent on to a pool of nowhere`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.submitted)
            let before = try await world.file(of: id)
            try await world.store.write { tx in
                // A line of another network, with an expert; and one that this network declares no more.
                var other = Network.other
                other.pools = [Pool(id: "pool-west", name: "Ouest")]
                other.offers = [Offer(id: "next-door", title: "Voisine", targets: [:], pools: ["west": "pool-west"])]
                try tx.save(other)
                try tx.join(Person.southern.id, pool: "pool-west", as: .senior, status: .active)
                var smaller = Network.sample
                smaller.offers.removeAll { $0.id == Offer.tumours.id }
                try tx.save(smaller)
            }
            let routes = [
                Route(offer: Offer.dermatology.id, zone: Zone.east.id, pool: Pool.south.id),
                Route(offer: Offer.dermatology.id, zone: Zone.north.id, pool: Pool.south.id),
                Route(offer: "absent", zone: Zone.north.id, pool: Pool.north.id),
                Route(offer: "next-door", zone: "west", pool: "pool-west"),
                Route(offer: Offer.tumours.id, zone: Zone.north.id, pool: Pool.south.id),
                Route(offer: Offer.paused.id, zone: Zone.north.id, pool: Pool.north.id),
            ]
            for route in routes {
                let result = try await world.perform(.reorient(route, reason: "Ailleurs."), on: id, by: .senior)
                #expect(throws: Refusal.self, "\(route)") { try result.get() }
            }
            #expect(try await world.file(of: id) == before)
        }
    }
}

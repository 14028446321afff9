import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// Who is asked when a demand is sent: routed again then, told, and nobody made responsible.
struct SendingTests {
    private func draft(
        _ town: GuaranteeWorld, _ change: (inout RequestContent) -> Void = { _ in }
    ) async throws -> Identifier<AdviceRequest> {
        let desk = town.desk()
        let world = town.world
        let id = try await desk.open(
            Offer.dermatology.id, for: nil, key: world.newKey(), by: Person.asker.id
        ).get().request
        var content = RequestContent.sample
        change(&content)
        for command in [Command.edit(content), .attach(.sample("photo-\(id)", of: id))] {
            let version = try await world.stored(id)?.version
            _ = try await desk.perform(
                command, on: id, at: version, key: world.newKey(), by: Person.asker.id
            ).get()
        }
        return id
    }

    private func send(
        _ id: Identifier<AdviceRequest>, _ town: GuaranteeWorld
    ) async throws -> Result<RequestDesk.Receipt, Refusal> {
        let version = try await town.world.stored(id)?.version
        return try await town.desk().perform(
            .submit, on: id, at: version, key: town.world.newKey(), by: Person.asker.id)
    }

    @Test func `a wished expert is proposed the demand, and the whole pool sees it`() async throws {
        try await GuaranteeWorld.open { town in
            let id = try await draft(town) { $0.wishedExpert = Person.second.id }
            _ = try await send(id, town).get()
            let request = try #require(try await town.world.stored(id))
            #expect(request.assignments.map(\.expert) == [Person.second.id])
            #expect(request.assignments.allSatisfy { $0.state == .proposed } && request.holder == nil)
            #expect(request.route == .north)
            #expect(try town.told() == ["second proposed"])
            for person in [Person.senior, .second, .junior] {
                let rows = try await town.world.store.read {
                    try $0.rows(.toTake, of: person.id, at: .sample, after: nil, limit: 9)
                }
                #expect(rows.map(\.id) == [id], "\(person.id)")
            }
            let kept = try await town.world.store.read { try $0.routing(of: id) }
            #expect(kept?.first.map(\.party) == [.expert(Person.second.id)])
        }
    }

    @Test(arguments: [Person.southern.id, Person.asker.id, "nobody", Person.former.id] as [Identifier<Person>])
    func `who answers no pool of the line there is asked by nobody's wish`(wished: Identifier<Person>) async throws {
        try await GuaranteeWorld.open { town in
            let id = try await draft(town) { $0.wishedExpert = wished }
            _ = try await send(id, town).get()
            let request = try #require(try await town.world.stored(id))
            // The southern expert answers the line, next door: wished for, they are asked.
            let isAsked = wished == Person.southern.id
            #expect(request.assignments.map(\.expert) == (isAsked ? [wished] : []))
            let kept = try #require(try await town.world.store.read { try $0.routing(of: id) })
            #expect(kept.remarks.contains(.namedExpertGone(wished)) == !isAsked)
        }
    }

    @Test func `in turn, the two who hold the fewest are asked together`() async throws {
        let line = LineRouting(orders: [.routine: .load], atOnce: 2)
        try await GuaranteeWorld.open(routing: line) { town in
            try await town.world.store.write { try $0.insert(.sample(.taken, id: "held", rank: 9)) }
            let id = try await draft(town)
            _ = try await send(id, town).get()
            let request = try #require(try await town.world.stored(id))
            #expect(Set(request.assignments.map(\.expert)) == [Person.second.id, Person.junior.id])
            #expect(try town.told() == ["second proposed"])
        }
    }

    @Test func `when everybody of home is away past the hour, the neighbours are asked`() async throws {
        try await GuaranteeWorld.open { town in
            let id = try await draft(town)
            let today = LocalTime().date(at: .sample)
            try await town.world.store.write { tx in
                for person in [Person.senior, .second, .junior] {
                    try tx.insert(
                        Absence(id: .new(at: .sample), days: today...today.adding(days: 30), colleague: ""),
                        of: person.id)
                }
            }
            _ = try await send(id, town).get()
            #expect(try await town.world.stored(id)?.route == .south)
        }
    }

    @Test func `nobody anywhere: it waits where it belongs, and is said; no member at all is refused`() async throws {
        try await GuaranteeWorld.open { town in
            let (id, other) = (try await draft(town), try await draft(town))
            let today = LocalTime().date(at: .sample)
            try await town.world.store.write { tx in
                for person in [Person.senior, .second, .junior, .southern, .emergency] {
                    try tx.insert(
                        Absence(id: .new(at: .sample), days: today...today.adding(days: 30), colleague: ""),
                        of: person.id)
                }
            }
            _ = try await send(id, town).get()
            #expect(try await town.world.stored(id)?.route == .north)
            let kept = try await town.world.store.read { try $0.routing(of: id) }
            #expect(kept?.remarks.contains(.nobodyCanAnswer) == true)
            try await town.world.store.write { tx in
                for (person, pool) in [
                    (Person.senior, Pool.north), (.second, .north), (.junior, .north), (.southern, .south),
                    (.emergency, .south),
                ] {
                    try tx.join(person.id, pool: pool.id, as: .senior, status: .ended)
                }
            }
            #expect(try await send(other, town) == .failure(.noPool))
            #expect(try await town.world.stored(other)?.state == .draft)
        }
    }
}

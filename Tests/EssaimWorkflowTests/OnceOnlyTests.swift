import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// What is sent twice is done once; what many want is one's.
struct OnceOnlyTests {
    @Test func `of a hundred experts who take a demand at once, one has it`() async throws {
        try await World.with { world throws in
            let experts = (0..<100).map { Person.sample("expert-\($0)", "Expert", "\($0)", .doctor) }
            try await world.store.write { tx in
                for expert in experts {
                    try Town.open(expert, in: tx)
                    try tx.join(expert.id, pool: Pool.north.id, as: .senior, status: .active)
                }
            }
            let id = try await world.demand(.submitted)
            let version = try #require(try await world.stored(id)?.version)
            let results = try await withThrowingTaskGroup(of: Result<RequestDesk.Receipt, Refusal>.self) { group in
                for expert in experts {
                    group.addTask {
                        try await world.desk.perform(.take, on: id, at: version, key: world.newKey(), by: expert.id)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let refusals = results.compactMap { result in
                if case .failure(let refusal) = result { refusal } else { nil }
            }
            #expect(results.count == 100 && refusals.count == 99)
            for refusal in refusals { #expect(refusal == .notNow(.taken) || refusal == .stale(current: version + 1)) }
            let request = try #require(try await world.stored(id))
            #expect(request.assignments.count == 1 && request.version == version + 1)
            let takes = try await world.history(of: id).filter { $0.action == "request.take" && $0.outcome == "done" }
            #expect(takes.map(\.person) == [request.holder])
            #expect(try await world.file(of: id).thread.count { $0.action == .take } == 1)
        }
    }

    @Test func `a double click on send sends once, and both get the same receipt`() async throws {
        try await World.with { world throws in
            let id = try await world.draft()
            let version = try #require(try await world.stored(id)?.version)
            let receipts = try await withThrowingTaskGroup(of: RequestDesk.Receipt.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        try await world.desk.perform(.submit, on: id, at: version, key: "send", by: Person.asker.id)
                            .get()
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(
                receipts.map(\.version) == [version + 1, version + 1]
                    && receipts.map(\.state) == [.submitted, .submitted])
            #expect(receipts.count { $0.isRepeat } == 1)
            #expect(try await world.actions(of: id).count { $0 == "request.submit done" } == 1)
            #expect(try await world.store.read { try $0.count(.sent, of: Person.asker.id, upTo: 9) } == 1)
        }
    }

    @Test func `opening twice with one key opens one draft`() async throws {
        try await World.with { world throws in
            let first = try await world.desk.open(Offer.dermatology.id, for: nil, key: "k", by: Person.asker.id).get()
            let second = try await world.desk.open(Offer.dermatology.id, for: nil, key: "k", by: Person.asker.id).get()
            #expect(first.request == second.request && second.isRepeat && !first.isRepeat)
            #expect(try await world.store.read { try $0.count(.drafts, of: Person.asker.id, upTo: 9) } == 1)
            let third = try await world.desk.open(Offer.dermatology.id, for: nil, key: "k", by: Person.colleague.id)
                .get()
            #expect(third.request != first.request, "a key is its person's")
        }
    }

    @Test func `an answer sent again after its commit makes no second act, report or line`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.taken)
            let version = try await world.stored(id)?.version
            let send = {
                try await world.desk.perform(.sample(.answer), on: id, at: version, key: "a", by: Person.senior.id)
            }
            let first = try await send().get()
            let before = try await world.file(of: id)
            for _ in 0..<5 {
                world.clock.advance(by: .hours(1))
                let again = try await send().get()
                #expect(again.isRepeat && again.version == first.version && again.state == first.state)
            }
            #expect(try await world.file(of: id) == before && before.acts.count == 2)
            #expect(try await world.jobCount(of: id) == 1 && world.jobsAwaited == 1)
        }
    }

    @Test func `a key used for one thing is refused for another`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.submitted)
            let other = try await world.demand(.submitted, content: .another)
            _ = try await world.perform(.sample(.setAside), on: id, by: .senior, key: "k").get()
            let before = try await world.file(of: id)
            #expect(try await world.perform(.take, on: id, by: .senior, key: "k") == .failure(.keyReused))
            #expect(
                try await world.perform(.sample(.setAside), on: other, by: .senior, key: "k") == .failure(.keyReused))
            let opened = try await world.desk.open(Offer.dermatology.id, for: nil, key: "k", by: Person.senior.id)
            #expect(opened == .failure(.keyReused))
            #expect(try await world.file(of: id) == before)
        }
    }

    @Test func `a key used for one text is refused for another: nothing typed is lost in silence`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.submitted)
            _ = try await world.perform(.add(text: "Premier fait."), on: id, by: .asker, key: "k").get()
            let result = try await world.perform(.add(text: "Second fait."), on: id, by: .asker, key: "k")
            #expect(result == .failure(.keyReused))
            let draft = try await world.demand(.draft, content: .another)
            let photos = ["a", "b"].map { Attachment.sample($0, slot: "wide", of: draft) }
            _ = try await world.perform(.attach(photos[0]), on: draft, by: .asker, key: "p").get()
            #expect(
                try await world.perform(.attach(photos[1]), on: draft, by: .asker, key: "p") == .failure(.keyReused))
        }
    }

    @Test func `a refusal is not remembered: the same form sent again may succeed`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.taken)
            let empty = AnswerContent(text: "", orientation: nil)
            let first = try await world.perform(.answer(empty), on: id, by: .senior, key: "k")
            #expect(throws: Refusal.self) { try first.get() }
            #expect(try await world.perform(.sample(.answer), on: id, by: .senior, key: "k").get().state == .answered)
        }
    }
}

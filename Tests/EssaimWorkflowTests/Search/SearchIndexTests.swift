import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// What is found follows what is done, command by command.
@Suite struct SearchIndexTests {
    @Test func `a draft is not found; once sent it is, by its words, its patient's names, its number`() async throws {
        try await World.with { world in
            let id = try await world.draft()
            #expect(try await world.found("lésion", by: .asker).isEmpty)
            _ = try await world.perform(.submit, on: id, by: .asker).get()
            let number = try #require(try await world.stored(id)).number.shown
            for words in ["lésions", "LESION DOS", "fictive", "rozenn fic", "1958", number, number.lowercased(), "fic"]
            {
                #expect(try await world.found(words, by: .asker) == [id], "\(words)")
            }
            for words in ["lésion absente", "esion", "lés", "fictive malo", "s00", "kératose"] {
                #expect(try await world.found(words, by: .asker).isEmpty, "\(words)")
            }
        }
    }

    @Test func `everyone finds what they may see, and nobody anything else`() async throws {
        try await World.with { world in
            let id = try await world.demand(.taken)
            for person in [Person.asker, .colleague, .delegate, .senior, .second, .junior, .coordinator, .regulator] {
                #expect(try await world.found("lésion", by: person) == [id], "\(person.id)")
            }
            for person in [Person.neighbour, .southern, .invited, .former, .head, .secretary, .administrator] {
                #expect(try await world.found("lésion", by: person).isEmpty, "\(person.id)")
            }
        }
    }

    @Test func `where it stands is followed: open, answered, closed, declined, cancelled`() async throws {
        try await World.with { world in
            var expected: [SearchStanding: Set<Identifier<AdviceRequest>>] = [:]
            for (state, standing) in [
                (RequestState.submitted, SearchStanding.open), (.taken, .open), (.awaitingInformation, .open),
                (.answered, .answered), (.closed, .closed), (.declined, .declined), (.cancelled, .cancelled),
            ] {
                expected[standing, default: []].insert(try await world.demand(state))
            }
            for (standing, ids) in expected {
                let found = try await world.found("", standing, by: .coordinator)
                #expect(Set(found) == ids, "\(standing)")
            }
        }
    }

    @Test func `a demand sent on to another pool is found there; an identity corrected, by its new name`()
        async throws
    {
        try await World.with { world in
            let id = try await world.demand(.submitted)
            _ = try await world.perform(
                .reorient(.south, reason: "Secteur sud."), on: id, by: .coordinator
            ).get()
            #expect(try await world.found("lésion", by: .southern) == [id])
            #expect(try await world.found("lésion", by: .senior).isEmpty)
            _ = try await world.perform(
                .correctIdentity(.another, reason: "Erreur de dossier."), on: id, by: .asker
            ).get()
            #expect(try await world.found("inventé malo", by: .asker) == [id])
            #expect(try await world.found("fictive", by: .asker).isEmpty)
        }
    }

    @Test func `the newest stand first, and pages have no gap and no double`() async throws {
        try await World.with { world in
            var ids: [Identifier<AdviceRequest>] = []
            for _ in 0..<7 {
                ids.append(try await world.demand(.submitted))
                world.clock.advance(by: .hours(24 * 45))
            }
            var (found, place) = ([Identifier<AdviceRequest>](), Int64?.none)
            repeat {
                let before = place
                let page = try await world.store.read {
                    try $0.found(SearchQuestion(words: ["lesion"]), by: Person.senior.id, before: before, limit: 3)
                }
                #expect(page.rows.count <= 3)
                found += page.rows.map(\.id)
                place = page.next
            } while place != nil
            #expect(found == ids.reversed())
        }
    }

    @Test func `what was sent before there was an index is put into it once`() async throws {
        try await World.with { world in
            let requests = (1...5).map {
                AdviceRequest.sample(.submitted, id: Identifier("old-\($0)"), rank: UInt64($0))
            }
            try await world.store.write { tx in
                try tx.insert(Patient.sample)
                for request in requests { try tx.insert(request) }
            }
            let missing = try await world.store.read { try $0.unindexed(after: nil, limit: 3) }
            #expect(missing.map(\.id.rawValue) == ["old-1", "old-2", "old-3"])
            try await world.store.write { tx in
                for request in requests {
                    let document = try #require(try SearchDocument(request, tx))
                    try tx.index(document)
                    try tx.index(document)
                }
            }
            #expect(try await world.store.read { try $0.unindexed(after: nil, limit: 3) }.isEmpty)
            #expect(try await world.found("lésion", by: .asker).count == 5)
        }
    }
}

extension World {
    func found(
        _ words: String, _ standing: SearchStanding? = nil, by person: Person
    ) async throws -> [Identifier<AdviceRequest>] {
        let question = SearchQuestion(words: SearchWords.asked(words), standing: standing)
        return try await store.read { try $0.found(question, by: person.id, before: nil, limit: 50) }.rows.map(\.id)
    }
}

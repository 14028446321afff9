import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// *Boucle non fermée*: what Essaim puts away by itself.
struct ArchivingTests {
    private static let due = Instant.sample + .hours(1) + .days(60)

    @Test func `at sixty days an answer that nobody closed is archived, once, in nobody's name`() async throws {
        try await World.with { world throws in
            try await world.store.write { tx in
                try tx.insert(.sample(.answered, id: "late", rank: 1, isUnread: true))
                try tx.insert(.sample(.declined, id: "unread", rank: 2, isUnread: true))
                try tx.insert(.sample(.declined, id: "read", rank: 3))
                try tx.insert(.sample(.answered, id: "young", rank: 4, sentAt: .sample + .days(1)))
                try tx.insert(.sample(.taken, id: "open", rank: 5))
            }
            world.clock.set(to: Self.due - .milliseconds(1))
            #expect(try await world.desk.archiveUnclosed() == 0)
            world.clock.set(to: Self.due)
            #expect(try await world.desk.archiveUnclosed() == 2)
            #expect(try await world.desk.archiveUnclosed() == 0)

            let late = try #require(try await world.stored("late"))
            #expect(late.state == .closed && late.version == 4 && late.loop.archivedUnclosedAt == Self.due)
            #expect(try await world.stored("unread")?.state == .declined)
            #expect(try await world.stored("unread")?.loop.archivedUnclosedAt == Self.due)
            for id: Identifier<AdviceRequest> in ["read", "young", "open"] {
                let request = try await world.stored(id)
                #expect(request?.version == 3 && request?.loop.archivedUnclosedAt == nil, "\(id)")
                #expect(try await world.history(of: id).isEmpty)
            }
            let entries = try await world.history(of: "late")
            #expect(entries.map(\.action) == ["request.archiveUnclosed"] && entries[0].person == nil)
            #expect(entries[0].reading.relations == [.engine])
            #expect(try await world.file(of: "late").thread.map(\.action) == [.archiveUnclosed])
            #expect(world.jobsAwaited == 0, "nobody is told")
        }
    }

    @Test func `a clock that is set back archives nothing twice, and nothing before its day`() async throws {
        try await World.with { world throws in
            try await world.store.write { tx in
                try tx.insert(.sample(.answered, id: "old", rank: 1))
                try tx.insert(.sample(.answered, id: "new", rank: 2, sentAt: .sample + .days(30)))
            }
            world.clock.set(to: Self.due)
            #expect(try await world.desk.archiveUnclosed() == 1)
            let archived = try await world.file(of: "old")
            for days in [90, 61, 1] {
                world.clock.set(to: Self.due - .days(days))
                #expect(try await world.desk.archiveUnclosed() == 0)
            }
            world.clock.set(to: Self.due + .days(29))
            #expect(try await world.desk.archiveUnclosed() == 0)
            #expect(try await world.file(of: "old") == archived)
        }
    }

    @Test func `many are archived slice after slice, by several servers at once, each once`() async throws {
        let count = 2 * RequestDesk.archiveSlice + 7
        try await World.with { world throws in
            try await world.store.write { tx in
                for rank in 0..<count {
                    try tx.insert(.sample(.answered, id: Identifier("late-\(rank)"), rank: UInt64(rank)))
                }
            }
            world.clock.set(to: Self.due)
            let desk = world.desk
            let archived = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 { group.addTask { try await desk.archiveUnclosed() } }
                return try await group.reduce(0, +)
            }
            #expect(archived == count)
            let entries = try await world.store.read {
                try $0.entries(HistoryFilter(networks: [Network.sample.id]), before: nil, limit: 1000)
            }
            #expect(entries.count { $0.action == "request.archiveUnclosed" } == count)
        }
    }

    @Test func `the asker still writes news after it, and closes nothing any more`() async throws {
        try await World.with { world throws in
            let id = try await world.demand(.answered)
            world.clock.advance(by: .days(61))
            #expect(try await world.desk.archiveUnclosed() == 1)
            _ = try await world.perform(.addFact(text: "Opérée hier."), on: id, by: .asker).get()
            #expect(try await world.perform(.sample(.close), on: id, by: .asker) == .failure(.notNow(.closed)))
            #expect(try await world.perform(.archiveUnclosed, on: id, by: .coordinator) == .failure(.notFound))
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// The standard plan, carried out: 25 % remind, 50 % widen, 75 % alert, 100 % escalate.
struct GuaranteeSweepTests {
    @Test func `a demand that nobody takes is reminded, widened, alerted and escalated, each once`() async throws {
        try await GuaranteeWorld.open { town in
            let sent = AdviceRequest.sample(.submitted)
            try await town.world.store.write { try $0.insert(sent) }
            let desk = town.desk()
            let rows: [(share: Int, done: String, told: [String])] = [
                (25, "remind answer", ["second reminded", "senior reminded"]),
                (50, "widen answer", ["emergency widened", "southern widened"]),
                (75, "alert answer", ["coordinator alerted"]),
                (100, "escalate answer", ["asker overdue", "coordinator overdue", "emergency overdue"]),
            ]
            var (done, told): ([String], [String]) = ([], [])
            for row in rows {
                try town.go(to: row.share, of: sent, late: .milliseconds(-1))
                _ = try await desk.keepPromises()
                #expect(try await town.steps() == done, "nothing before \(row.share) %")
                try town.go(to: row.share, of: sent)
                done.append(row.done)
                told = (told + row.told).sorted()
                for _ in 0..<2 {
                    _ = try await desk.keepPromises()
                    #expect(try await town.steps() == done, "\(row.share) %")
                    #expect(try town.told() == told, "\(row.share) %")
                }
            }
            let request = try #require(try await town.world.stored("request"))
            #expect(request.state == .submitted && request.version == sent.version, "no form became stale")
            #expect(request.route == sent.route && request.reached == [Pool.south.id, GuaranteeWorld.lastPool.id])
            #expect(try await town.next() == nil)
            let thread = try await town.world.file(of: "request").thread
            #expect(thread.map(\.action) == [.remind, .widen, .remind, .escalate])
            #expect(thread.allSatisfy { $0.author == nil && $0.text.isEmpty })
            let entries = try await town.world.history(of: "request")
            #expect(entries.count == 4 && entries.allSatisfy { $0.person == nil && $0.reading.relations == [.engine] })
            // The first who takes it has it, next door too.
            town.world.clock.advance(by: .minutes(1))
            let taken = try await desk.perform(
                .take, on: "request", at: request.version, key: "t", by: Person.southern.id
            ).get()
            #expect(taken.state == .taken)
        }
    }

    @Test func `a server that was away does the strongest, and traces what it overtook`() async throws {
        try await GuaranteeWorld.open { town in
            let sent = AdviceRequest.sample(.submitted)
            try await town.world.store.write { try $0.insert(sent) }
            try town.go(to: 100, of: sent, late: .days(3))
            #expect(try await town.desk().keepPromises() == 1)
            #expect(
                try await town.steps().sorted() == [
                    "(alert answer)", "(remind answer)", "escalate answer", "widen answer",
                ])
            // Back before the promise was made, and past it again.
            town.world.clock.set(to: .sample - .days(1))
            #expect(try await town.desk().keepPromises() == 0)
            try town.go(to: 100, of: sent, late: .days(4))
            #expect(try await town.desk().keepPromises() == 0)
        }
    }

    @Test func `many servers over one store do each step once`() async throws {
        try await GuaranteeWorld.open { town in
            let demands = (0..<RequestDesk.guaranteeSlice + 7).map {
                AdviceRequest.sample(.submitted, id: Identifier("r-\($0)"), rank: UInt64($0))
            }
            try await town.world.store.write { tx in for one in demands { try tx.insert(one) } }
            try town.go(to: 50, of: demands[0])
            let done = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 { group.addTask { try await town.desk().keepPromises() } }
                return try await group.reduce(0, +)
            }
            #expect(done == demands.count)
            let rows = try town.world.look().texts(
                "SELECT act || ' ' || count(*) FROM guarantee_steps GROUP BY act ORDER BY act")
            #expect(rows == ["remind \(demands.count)", "widen \(demands.count)"])
            let entries = try town.world.look().texts(
                "SELECT count(*) FROM thread_entries WHERE action = 'widen'")
            #expect(entries == ["\(demands.count)"])
        }
    }

    @Test func `a fault between the act and the end of its transaction leaves neither, and holds up no other`()
        async throws
    {
        try await GuaranteeWorld.open { town in
            let sent = AdviceRequest.sample(.submitted)
            try await town.world.store.write { tx in
                try tx.insert(sent)
                try tx.insert(.sample(.submitted, id: "other", rank: 2))
            }
            try town.go(to: 50, of: sent)
            let failing = town.desk(CrashingStore(town.world.store, crashes: 1))
            let faults = FaultCount()
            #expect(try await failing.keepPromises { _, _ in faults.add() } == 1)
            #expect(faults.count == 1)
            #expect(try await town.steps(of: "other") == [])
            #expect(try await town.world.stored("other")?.reached == [])
            #expect(try town.world.look().texts("SELECT count(*) FROM notices WHERE request_id = 'other'") == ["0"])
            #expect(try await town.desk().keepPromises() == 1)
            #expect(try await town.steps(of: "other") == ["(remind answer)", "widen answer"])
        }
    }

    @Test func `an expert who leaves, or says that they are away, gives it back at once, their draft kept`()
        async throws
    {
        for leaves in [true, false] {
            try await GuaranteeWorld.open { town in
                let id = try await town.world.demand(.taken)
                let desk = town.desk()
                let draft = AnswerContent(text: "Brouillon", orientation: nil)
                town.world.clock.advance(by: .minutes(5))
                _ = try await town.world.perform(.draftAnswer(draft), on: id, by: .senior).get()
                _ = try await desk.keepPromises()
                #expect(try await town.world.stored(id)?.holder == Person.senior.id)
                town.world.clock.advance(by: .minutes(5))
                let now = town.world.clock.now()
                try await town.world.store.write { tx in
                    if leaves {
                        try tx.join(Person.senior.id, pool: Pool.north.id, as: .senior, status: .ended)
                    } else {
                        let today = LocalTime().date(at: now)
                        try tx.insert(
                            Absence(id: .new(at: now), days: today...today.adding(days: 5), colleague: ""),
                            of: Person.senior.id)
                    }
                }
                try await town.leaves(Person.senior.id)
                #expect(try await desk.keepPromises() == 1)
                let request = try #require(try await town.world.stored(id))
                #expect(request.state == .submitted && request.holder == nil && request.draft == draft)
                #expect(try await town.steps(of: id) == ["handBack presence"])
                #expect(try await desk.keepPromises() == 0)
            }
        }
    }

    @Test func `an absence to come hands the demand back when it begins, unless the expert acts meanwhile`()
        async throws
    {
        try await GuaranteeWorld.open { town in
            let id = try await town.world.demand(.taken)
            let desk = town.desk()
            let now = town.world.clock.now()
            let tomorrow = LocalTime().date(at: now).adding(days: 1)
            try await town.world.store.write {
                try $0.insert(
                    Absence(id: .new(at: now), days: tomorrow...tomorrow.adding(days: 2), colleague: ""),
                    of: Person.senior.id)
            }
            try await town.leaves(Person.senior.id)
            _ = try await desk.keepPromises()
            let begins = LocalTime().midnight(startOf: tomorrow)
            #expect(try await town.next(id) == begins)
            town.world.clock.set(to: begins)
            #expect(try await desk.keepPromises() == 1)
            #expect(try await town.world.stored(id)?.state == .submitted)
        }
    }

    @Test func `what nobody read is told to the requester, their colleagues, then both sides`() async throws {
        try await GuaranteeWorld.open { town in
            let answered = AdviceRequest.sample(.answered, isUnread: true)
            try await town.world.store.write { try $0.insert(answered) }
            let since = try #require(answered.unreadSince)
            let whole = FollowUp.readingDelay(.routine, .sample)
            var told: [String] = []
            for (share, people) in [(50, ["asker"]), (75, ["asker"]), (100, ["coordinator", "senior"])] {
                town.world.clock.set(to: since + whole * share / 100)
                #expect(try await town.desk().keepPromises() == 1)
                told += people.map { "\($0) unread" }
                #expect(try town.told() == told.sorted(), "\(share) %")
            }
            #expect(try await town.next() == nil)
            #expect(try await town.world.stored("request")?.version == answered.version)
        }
    }

    @Test func `every act counts the next step again; what is over is owed no more`() async throws {
        try await GuaranteeWorld.open { town in
            let id = try await town.world.demand(.submitted)
            let sent = try #require(try await town.world.stored(id))
            let clock = try #require(sent.clock)
            #expect(try await town.next(id) == clock.instant(atShare: 25, in: LocalTime()))
            town.world.clock.advance(by: .minutes(3))
            _ = try await town.world.perform(.cancel(reason: ""), on: id, by: .asker).get()
            #expect(try await town.next(id) == nil)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

/// Random demands, people who come and go, clocks that jump, servers that crash in their transactions, all of it through the
/// store: what is promised holds. `ESSAIM_STORE_DEMANDS` says how many.
struct GuaranteeStoreWalkTests {
    private static let demands =
        ProcessInfo.processInfo.environment["ESSAIM_STORE_DEMANDS"].flatMap { Int($0) } ?? 1000

    @Test(arguments: [UInt64(1), 2])
    func `every demand is answered or escalated, nothing is done twice, nobody who is gone holds one`(
        seed: UInt64
    ) async throws {
        try await GuaranteeWorld.open { town in
            var random = SeededGenerator(seed: seed)
            let count = Self.demands / 2
            let store = town.world.store
            for start in stride(from: 0, to: count, by: 100) {
                let urgencies = (0..<100).map { _ in Urgency.allCases.randomElement(using: &random) ?? .routine }
                let starts = (0..<100).map { _ in Int.random(in: 0..<6000, using: &random) }
                try await store.write { tx in
                    for number in 0..<100 {
                        try tx.insert(
                            .sample(
                                .submitted, id: Identifier("r-\(start + number)"), rank: UInt64(start + number),
                                sentAt: .sample + .minutes(starts[number]), urgency: urgencies[number]))
                    }
                }
            }
            let desks = [
                town.desk(CrashingStore(store, oneIn: 7, SeededGenerator(seed: seed + 10)), channels: []),
                town.desk(channels: []),
            ]
            var now = Instant.sample
            for _ in 0..<40 {
                now = now + .minutes(Int.random(in: 10...900, using: &random))
                let jump = Int.random(in: 0..<5, using: &random) == 0 ? Int.random(in: -30...30, using: &random) : 0
                town.world.clock.set(to: now + .hours(jump))
                for _ in 0..<max(1, count / 60) {
                    let id = Identifier<AdviceRequest>("r-\(Int.random(in: 0..<count, using: &random))")
                    let roll = Int.random(in: 0..<6, using: &random)
                    let expert = [Person.senior, .second, .southern].randomElement(using: &random) ?? .senior
                    guard let request = try await town.world.stored(id) else { continue }
                    let command: Command =
                        switch (request.state, roll) {
                        case (.submitted, _): .take
                        case (_, 0): .release(reason: "")
                        case (_, 1): .draftAnswer(AnswerContent(text: "Brouillon", orientation: nil))
                        case (_, 2): .askInformation(text: "Depuis quand ?")
                        default: .answer(.sample)
                        }
                    let who = request.state == .submitted ? expert.id : request.holder ?? expert.id
                    _ = try await desks[1].perform(
                        command, on: id, at: request.version, key: town.world.newKey(), by: who)
                }
                if Int.random(in: 0..<8, using: &random) == 0 {
                    let isBack = Bool.random(using: &random)
                    try await store.write {
                        try $0.join(
                            Person.second.id, pool: Pool.north.id, as: .senior, status: isBack ? .active : .ended)
                    }
                    try await town.leaves(Person.second.id)
                }
                // One server crashes as it goes, both look at once.
                async let other = desks[0].keepPromises()
                _ = try await (other, desks[1].keepPromises())
            }
            // Nobody acts any more: only the engine is left.
            for _ in 0..<30 {
                now = now + .days(1)
                town.world.clock.set(to: now)
                _ = try await desks[0].keepPromises()
            }
            town.world.clock.advance(by: .days(1))
            _ = try await desks[1].keepPromises()
            try await check(town, count)
        }
    }

    private func check(_ town: GuaranteeWorld, _ count: Int) async throws {
        let look = try town.world.look()
        #expect(try look.texts("SELECT id FROM requests WHERE guarantee_at IS NOT NULL LIMIT 5") == [])
        // Every step left one thread line or one entry, no more than its trace.
        let done = try look.texts(
            """
            SELECT request_id || ' ' || owed || ' ' || since FROM guarantee_steps WHERE act = 'escalate'
            AND is_overtaken = FALSE ORDER BY 1
            """)
        #expect(Set(done).count == done.count)
        let states = try look.texts("SELECT state || ' ' || count(*) FROM requests GROUP BY state ORDER BY 1")
        let open = try look.texts(
            """
            SELECT id FROM requests r WHERE state IN ('submitted', 'taken') AND NOT EXISTS
            (SELECT 1 FROM guarantee_steps g WHERE g.request_id = r.id AND g.owed = 'answer' AND g.act = 'escalate')
            """)
        #expect(open == [], "\(states)")
        #expect(try look.texts("SELECT id FROM requests WHERE state = 'taken'") == [], "a silent holder holds nothing")
        let entries = try look.texts(
            """
            SELECT t.request_id FROM thread_entries t WHERE t.author_id IS NULL AND t.action IN ('widen', 'escalate')
            GROUP BY t.request_id, t.action HAVING count(*) > (SELECT count(*) FROM guarantee_steps g
            WHERE g.request_id = t.request_id AND g.act = t.action AND NOT g.is_overtaken)
            """)
        #expect(entries == [])
        #expect(states.contains { $0.hasPrefix("answered") } && states.contains { $0.hasPrefix("submitted") })
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

@Suite struct WalkTests {
    /// One town each; together a hundred thousand steps on SQLite. A quarter of them on PostgreSQL, where a step costs
    /// several times as much: there it is the SQL that is tried, and the rules once more.
    static let seeds: [UInt64] = [4_711, 4_712, 4_713, 4_714, 4_715, 4_716, 4_717, 4_718]
    static let share = TestDatabase.isPostgres ? 4 : 1
    static let steps = 12_500 / share

    @Test func `at each of many random steps the product allows what the oracle says, and nothing else`() async throws {
        let tally = try await withThrowingTaskGroup(of: Walk.Tally?.self) { group in
            for seed in Self.seeds {
                group.addTask {
                    do {
                        return try await ServedTown.open { town in
                            var walk = Walk(in: town, seed: seed)
                            try await walk.run(steps: Self.steps)
                            return walk.tally
                        }
                    } catch let mismatch as Walk.Mismatch {
                        Issue.record("\(mismatch)")
                        return nil
                    }
                }
            }
            var tally = Walk.Tally()
            for try await walked in group { walked.map { tally.add($0) } }
            return tally
        }
        // The walk went everywhere: each reading and each act was allowed, and refused, often.
        let (often, atTheDoor) = (200 / Self.share, 300 / Self.share)
        for reading in Oracle.Reading.allCases where reading != .signedIn {
            let count = tally.counts["read \(reading)"] ?? (0, 0)
            #expect(count.yes >= often && count.no >= often, "\(reading): \(count)")
        }
        for what in ["session", "lists", "to see", "open", "emergency"] {
            let count = tally.counts[what] ?? (0, 0)
            // Few are to be seen at any time.
            let doneAtLeast = what == "to see" ? atTheDoor / 3 : atTheDoor
            #expect(count.yes >= doneAtLeast && count.no >= atTheDoor, "\(what): \(count)")
        }
        for action in Action.allCases {
            let count = tally.counts["\(action)"] ?? (0, 0)
            #expect(count.no >= often / 2, "\(action): \(count)")
            #expect(count.yes >= Self.leastDone(action), "\(action): \(count)")
        }
    }

    /// Acts that nobody's part holds today are never done; the rest is, an overdue demand's new assignment seldom.
    private static func leastDone(_ action: Action) -> Int {
        switch action {
        case .remind, .widen, .handOver, .escalate, .archiveUnclosed, .acceptOrientation, .refuseOrientation: 0
        // Its lines are not regulated: what stands at that door is `RegulationTests`'.
        case _ where Action.ofTriage.contains(action): 0
        case .reassign: TestDatabase.isPostgres ? 0 : 3
        case _ where TestDatabase.isPostgres: 1
        case .recordMissed: 5
        case .discard, .recordPatientTold: 10
        default: 20
        }
    }
}

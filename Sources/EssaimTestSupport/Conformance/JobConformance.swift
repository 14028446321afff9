import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let jobs: [StoreConformance] = [
        StoreConformance("a job is claimed once, when it is due, and never again once finished", aJobIsClaimedOnceWhen),
        StoreConformance(
            "a claim that lapses is claimed again, a failed job comes back at its time", aClaimThatLapsesIsClaimedAgain),
        StoreConformance(
            "one job of a kind for a version, however often enqueued, finished or not", oneJobOfAKind),
        StoreConformance("workers at once share the jobs, none is done twice", workersAtOnceShareTheJobsNone),
        StoreConformance("a key keeps its outcome for its person, and is kept once", aKeyKeepsItsOutcome),
        StoreConformance("a setting is written over", aSettingIsWritten),
    ]

    @Sendable private static func aJobIsClaimedOnceWhen(_ store: any Store) async throws {
        try await store.put([.sample(.answered)])
        try await store.write { tx throws in
            try tx.enqueue(.sample("now", of: "request"))
            try tx.enqueue(.sample("later", of: "request", version: 2, runAt: .sample + .hours(1)))
        }
        let until = Instant.sample + .minutes(5)
        let claimed = try await store.write { try $0.claim(dueBy: .sample, until: until, limit: 10) }
        #expect(claimed.map(\.id) == ["now"] && claimed.map(\.attempts) == [1])
        #expect(try await store.write { try $0.claim(dueBy: .sample, until: until, limit: 10) } == [])
        try await store.write { try $0.finish("now") }
        let next = try await store.write {
            try $0.claim(dueBy: .sample + .days(1), until: .sample + .days(2), limit: 10)
        }
        #expect(next.map(\.id) == ["later"])
    }

    @Sendable private static func aClaimThatLapsesIsClaimedAgain(_ store: any Store) async throws {
        try await store.put([.sample(.answered)])
        try await store.write { try $0.enqueue(.sample("job", of: "request")) }
        let claim: @Sendable (Instant) async throws -> [Int] = { now in
            try await store.write { try $0.claim(dueBy: now, until: now + .minutes(5), limit: 10).map(\.attempts) }
        }
        #expect(try await claim(.sample) == [1])
        #expect(try await claim(.sample + .minutes(4)) == [])
        #expect(try await claim(.sample + .minutes(5)) == [2], "its worker died")
        try await store.write { try $0.retry("job", at: .sample + .hours(1)) }
        #expect(try await claim(.sample + .minutes(59)) == [])
        #expect(try await claim(.sample + .hours(1)) == [3])
    }

    @Sendable private static func oneJobOfAKind(_ store: any Store) async throws {
        try await store.put([.sample(.answered), .sample(.closed, id: "other", rank: 2)])
        try await store.write { tx throws in
            for number in 0..<5 { try tx.enqueue(.sample(Identifier("a-\(number)"), of: "request")) }
            try tx.enqueue(.sample("b", of: "request", version: 2))
            try tx.enqueue(.sample("c", of: "other"))
            #expect(
                try tx.jobCount(.issueReport, for: "request") == 2 && tx.jobCount(.issueReport, for: "other") == 1)
            try tx.finish("a-0")
            try tx.enqueue(.sample("a-9", of: "request"))
            #expect(try tx.jobCount(.issueReport, for: "request") == 2)
        }
        let claimed = try await store.write { try $0.claim(dueBy: .sample, until: .sample + .hours(1), limit: 10) }
        #expect(Set(claimed.map(\.id)) == ["b", "c"])
    }

    @Sendable private static func workersAtOnceShareTheJobsNone(_ store: any Store) async throws {
        try await store.put([.sample(.answered)])
        try await store.write { tx throws in
            for number in 1...60 {
                try tx.enqueue(.sample(Identifier("j-\(number)"), of: "request", version: number))
            }
        }
        let claimed = try await withThrowingTaskGroup(of: [Job].self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await store.write { try $0.claim(dueBy: .sample, until: .sample + .hours(1), limit: 7) }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.count == 60 && Set(claimed.map(\.id)).count == 60)
    }

    @Sendable private static func aKeyKeepsItsOutcome(_ store: any Store) async throws {
        try await store.write { tx throws in
            try tx.remember("key", by: Person.asker.id, fingerprint: "take r", result: "r 4 taken ", at: .sample)
            try tx.remember("key", by: Person.senior.id, fingerprint: "other", result: "", at: .sample)
            let mine = try tx.outcome(of: "key", by: Person.asker.id)
            #expect(mine?.fingerprint == "take r" && mine?.result == "r 4 taken ")
            #expect(try tx.outcome(of: "key", by: Person.senior.id)?.fingerprint == "other")
            #expect(
                try tx.outcome(of: "key", by: Person.second.id) == nil
                    && tx.outcome(of: "", by: Person.asker.id) == nil)
        }
        let fault = await store.fault {
            try $0.remember("key", by: Person.asker.id, fingerprint: "again", result: "", at: .sample)
        }
        #expect(fault?.isDuplicate == true)
    }

    @Sendable private static func aSettingIsWritten(_ store: any Store) async throws {
        try await store.write { tx throws in
            #expect(try tx.setting("demonstration") == nil)
            try tx.set("demonstration", to: "no")
            try tx.set("demonstration", to: "yes")
        }
        #expect(try await store.read { try $0.setting("demonstration") } == "yes")
    }
}

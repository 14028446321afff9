import EssaimDomain
import EssaimWorkflow
import Testing

/// Something that goes wrong in a test, outside the store.
struct Mishap: Error, Equatable {}

extension StoreConformance {
    static let transactions: [StoreConformance] = [
        StoreConformance("a thrown error undoes everything the work did", aThrownErrorUndoesEverythingTheWork),
        StoreConformance(
            "a refusal that is returned stays, with what was written before it", aRefusalThatIsReturnedStays),
        StoreConformance(
            "a work that goes on after a refused row keeps nothing, and is told of that row",
            aWorkThatGoesOnKeepsNothing),
        StoreConformance("a work reads what it has written", aWorkReadsWhatItHasWritten),
        StoreConformance("200 increments at once are all kept", manyIncrementsAtOnceAreAllKept),
        StoreConformance(
            "a history entry comes back with its payload, salt and commitment, oldest first", aHistoryEntryComesBack),
    ]

    @Sendable private static func aThrownErrorUndoesEverythingTheWork(_ store: any Store) async throws {
        let before = AdviceRequest.sample(.submitted)
        try await store.put([before])
        await #expect(throws: Mishap.self) {
            try await store.write { tx throws in
                let taken = try before.decided(.take, .only(.poolExpert))
                _ = try tx.save(taken, over: 3)
                try tx.insert(AdviceRequest.sample(.draft, id: "another", rank: 7))
                try tx.append(.sample, to: before.id)
                try tx.append(HistoryEntry.sample("h", of: before.id))
                try tx.enqueue(.sample("j", of: before.id))
                try tx.set("mark", to: "yes")
                try tx.remember("key", by: Person.senior.id, fingerprint: "f", result: "r", at: .sample)
                throw Mishap()
            }
        }
        try await store.write { tx throws in
            #expect(try tx.requestForJob(before.id) == before && tx.requestForJob("another") == nil)
            #expect(try tx.thread(of: before.id) == [] && tx.history(of: before.id, limit: 9) == [])
            #expect(try tx.jobCount(.issueReport, for: before.id) == 0 && tx.setting("mark") == nil)
            #expect(try tx.outcome(of: "key", by: Person.senior.id) == nil)
        }
    }

    @Sendable private static func aRefusalThatIsReturnedStays(_ store: any Store) async throws {
        let refusal: Result<Int, Refusal> = try await store.write { tx throws in
            try tx.append(HistoryEntry.sample("h", of: nil, outcome: "refused"))
            try tx.set("tried", to: "yes")
            return .failure(.notFound)
        }
        #expect(refusal == .failure(.notFound))
        #expect(try await store.read { try $0.setting("tried") } == "yes")
    }

    @Sendable private static func aWorkThatGoesOnKeepsNothing(_ store: any Store) async throws {
        let fault = await store.fault { tx in
            try tx.set("before", to: "yes")
            try? tx.insert(Person.asker)
            // An engine may have kept the row to send it with what follows: by here, it has been refused.
            _ = try? tx.setting("before")
            try? tx.set("after", to: "yes")
        }
        #expect(fault?.isDuplicate == true)
        #expect(try await store.read { [try $0.setting("before"), try $0.setting("after")] } == [nil, nil])
        try await store.write { try $0.set("next", to: "yes") }
        #expect(try await store.read { try $0.setting("next") } == "yes", "the one that follows is not touched")
    }

    @Sendable private static func aWorkReadsWhatItHasWritten(_ store: any Store) async throws {
        try await store.write { tx throws in
            try tx.insert(AdviceRequest.sample(.draft))
            #expect(try tx.request("request", visibleTo: Person.asker.id) == .sample(.draft))
        }
    }

    @Sendable private static func manyIncrementsAtOnceAreAllKept(_ store: any Store) async throws {
        try await store.write { try $0.set("count", to: "0") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await store.write { tx throws in
                        let count = try tx.setting("count").flatMap(Int.init) ?? 0
                        try tx.set("count", to: String(count + 1))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.read { try $0.setting("count") } == "200")
    }

    @Sendable private static func aHistoryEntryComesBack(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.draft)
        try await store.put([request])
        let entries = (0..<5).map { number in
            HistoryEntry.sample(Identifier("h-\(number)"), of: request.id, at: .sample + .minutes(number))
        }
        try await store.write { tx throws in
            for entry in entries.reversed() { try tx.append(entry) }
            try tx.append(HistoryEntry.sample("elsewhere", of: nil))
        }
        #expect(try await store.read { try $0.history(of: request.id, limit: 9) } == entries)
        #expect(try await store.read { try $0.history(of: request.id, limit: 2) }.count == 2)
    }
}

extension ThreadEntry {
    static let sample = ThreadEntry(id: "entry", at: .sample, author: Person.asker.id, action: .add, text: "Un fait.")
}

extension HistoryEntry {
    static func sample(
        _ id: Identifier<HistoryEntry>, of request: Identifier<AdviceRequest>?, outcome: String = "done",
        at: Instant = .sample
    ) -> HistoryEntry {
        HistoryEntry(
            id: id, at: at, request: request, person: Person.senior.id, action: "request.take", outcome: outcome,
            payload: #"{"v":1}"#, salt: [1, 2, 3], commitment: [0, 255, 10])
    }
}

extension Job {
    static func sample(
        _ id: Identifier<Job>, of request: Identifier<AdviceRequest>, version: Int = 1, runAt: Instant = .sample
    ) -> Job {
        Job(id: id, kind: .issueReport, request: request, version: version, answer: 1, runAt: runAt)
    }
}

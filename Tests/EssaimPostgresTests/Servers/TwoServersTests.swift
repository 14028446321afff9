import EssaimDomain
import EssaimPostgres
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing

/// Two servers over one database, as two stores that know nothing of each other.
struct TwoServersTests {
    private static func with(_ work: (PostgresStore, PostgresStore, OwnDatabase) async throws -> Void) async throws {
        try await OwnDatabase.with { database in
            let (first, second) = (try database.open(), try database.open())
            defer {
                first.close()
                second.close()
            }
            try await Town.found(in: first)
            try await work(first, second, database)
        }
    }

    private static func desk(_ store: PostgresStore) -> RequestDesk {
        RequestDesk(
            store: store, clock: ManualClock(), forms: FormLibrary([.sample]), billing: .sample,
            bulletin: store.bulletin)
    }

    @Test func `a demand that two experts take at once, one on each server, is one's alone`() async throws {
        try await Self.with { first, second, _ throws in
            let desks = [Self.desk(first), Self.desk(second)]
            for number in 0..<30 {
                let request = AdviceRequest.sample(
                    .submitted, id: Identifier("demand-\(number)"), rank: UInt64(number + 1))
                try await first.write { try $0.insert(request) }
                let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for (desk, expert) in zip(desks, [Person.senior, Person.second]) {
                        group.addTask {
                            let key = "take-\(number)-\(expert.id.rawValue)"
                            let taken = try await desk.perform(
                                .take, on: request.id, at: request.version, key: key, by: expert.id)
                            if case .success = taken { return true }
                            return false
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count { $0 } == 1, "demand \(number)")
                let kept = try await second.read { try $0.requestForJob(request.id) }
                #expect(kept?.state == .taken && kept?.assignments.count == 1)
            }
        }
    }

    @Test func `the same form sent to both servers at once is done once`() async throws {
        try await Self.with { first, second, _ throws in
            let desks = [Self.desk(first), Self.desk(second)]
            for number in 0..<30 {
                let ids = try await withThrowingTaskGroup(of: Identifier<AdviceRequest>?.self) { group in
                    for desk in desks {
                        group.addTask {
                            try await desk.open("dermatology", for: nil, key: "form-\(number)", by: Person.asker.id)
                                .get()
                                .created
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(ids.count == 2 && Set(ids).count == 1)
            }
        }
    }

    @Test func `each job runs once, whoever claims it`() async throws {
        try await Self.with { first, second, _ throws in
            try await first.write { tx throws in
                try tx.insert(AdviceRequest.sample(.answered))
                for number in 1...80 {
                    try tx.enqueue(
                        Job(
                            id: Identifier("job-\(number)"), kind: .issueReport, request: "request", version: number,
                            answer: 1, runAt: .sample))
                }
            }
            let done = Done()
            let runners = [first, second].map { store in
                JobRunner(store: store, clock: ManualClock(), handlers: [.issueReport: done])
            }
            await withTaskGroup(of: Void.self) { group in
                for runner in runners {
                    for _ in 0..<2 { group.addTask { while await runner.workOnce() > 0 {} } }
                }
            }
            #expect(done.jobs.count == 80 && Set(done.jobs).count == 80)
        }
    }

    @Test func `wrong passwords count on all servers together`() async throws {
        try await Self.with { first, second, _ throws in
            let stores = [first, second]
            for number in 0..<7 {
                try await stores[number % 2].write {
                    try $0.countAttempt("bucket", window: .minutes(15), at: .sample + .minutes(number))
                }
            }
            for store in stores {
                let attempts = try await store.read { try $0.attempts("bucket", at: .sample + .minutes(14)) }
                #expect(attempts == Attempts(count: 7, until: .sample + .minutes(15)))
                #expect(try await store.read { try $0.attempts("bucket", at: .sample + .minutes(15)) } == nil)
            }
        }
    }
}

/// Keeps which jobs were done.
private final class Done: JobHandler {
    private let kept = Mutex<[Identifier<Job>]>([])
    var jobs: [Identifier<Job>] { kept.withLock { $0 } }
    func perform(_ job: Job) async throws { kept.withLock { $0.append(job.id) } }
}

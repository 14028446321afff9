import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimPostgres

struct BulletinTests {
    private static let changed = Notice.request(ChangedRequest(AdviceRequest.sample(.submitted)))

    /// What a reader is told until `last`, however often `last` must be posted: a board that has just opened may not
    /// listen yet.
    private static func told(
        _ reader: AsyncStream<Notice>, until last: Notice, _ post: @escaping @Sendable () -> Void
    ) async throws -> [Notice] {
        try await withThrowingTaskGroup(of: [Notice]?.self) { group in
            group.addTask {
                var told: [Notice] = []
                for await notice in reader {
                    told.append(notice)
                    if notice == last { break }
                }
                return told
            }
            group.addTask {
                for _ in 0..<200 {
                    post()
                    try await Task.sleep(for: .milliseconds(50))
                }
                return nil
            }
            defer { group.cancelAll() }
            return (try await group.next()).flatMap(\.self) ?? []
        }
    }

    @Test func `what is posted on one server is read on the other, and once on its own`() async throws {
        try await OwnDatabase.with { database in
            let (here, there) = (try database.open(), try database.open())
            defer {
                here.close()
                there.close()
            }
            let told = try await Self.told(there.bulletin.notices(), until: Self.changed) {
                here.bulletin.post(Self.changed)
            }
            #expect(told.last == Self.changed)
            // From here on both listen.
            let own = here.bulletin.notices()
            here.bulletin.post(.jobs)
            here.bulletin.post(Self.changed)
            let heard = try await Self.told(own, until: Self.changed) {}
            #expect(heard == [.jobs, Self.changed], "told at once here, and not again by the server")
        }
    }

    @Test func `a board whose connection was ended listens again`() async throws {
        try await OwnDatabase.with { database in
            let (here, there) = (try database.open(), try database.open())
            defer {
                here.close()
                there.close()
            }
            for _ in 0..<3 {
                try database.console().run(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """)
                let told = try await Self.told(there.bulletin.notices(), until: Self.changed) {
                    here.bulletin.post(Self.changed)
                }
                #expect(told.last == Self.changed)
            }
        }
    }

    @Test func `what no server of ours wrote is passed over`() async throws {
        try await OwnDatabase.with { database in
            let store = try database.open()
            defer { store.close() }
            let console = try database.console()
            for text in [
                "", "jobs", "{}", "null", #"{"jobs":1}"#, String(repeating: "é", count: 3_000),
                #"{"request":{"_0":{}}}"#,
            ] {
                try console.run("SELECT pg_notify('essaim', '\(text)')")
            }
            let other = try database.open()
            defer { other.close() }
            let told = try await Self.told(store.bulletin.notices(), until: Self.changed) {
                other.bulletin.post(Self.changed)
            }
            #expect(told.allSatisfy { $0 == Self.changed || $0 == .jobs })
        }
    }

    @Test func `a notice says ids, and comes back as it went`() throws {
        for state in [RequestState.draft, .submitted, .taken] {
            let notice = Notice.request(ChangedRequest(AdviceRequest.sample(state)))
            let text = try #require(NoticeText.write(notice))
            #expect(NoticeText.read(text) == notice)
            #expect(!text.contains("Fictive") && !text.contains(AdviceRequest.sample(state).content.question))
        }
        #expect(NoticeText.write(.jobs).flatMap(NoticeText.read) == .jobs)
        let wide = Notice.request(
            ChangedRequest(
                id: "a", network: "n", structure: "s", pools: [],
                experts: Set((0..<900).map { Identifier("expert-\($0)") }),
                isDraft: false))
        #expect(NoticeText.write(wide) == nil, "too long for NOTIFY")
    }
}

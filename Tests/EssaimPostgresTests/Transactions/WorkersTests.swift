import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimPostgres

/// Connections come and go under the store; its callers do not see it.
struct WorkersTests {
    @Test func `reads and writes under way when every connection is ended are all done`() async throws {
        try await OwnDatabase.with { database in
            let store = try database.open(connections: 4)
            defer { store.close() }
            let console = try database.console()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<120 {
                    group.addTask {
                        try await store.write { try $0.set("n-\(number)", to: String(number)) }
                        #expect(try await store.read { try $0.setting("n-\(number)") } == String(number))
                    }
                }
                for _ in 0..<10 {
                    try console.run(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """)
                    try await Task.sleep(for: .milliseconds(20))
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `where the server gives fewer connections than asked, all work goes through those`() async throws {
        try await OwnDatabase.with(isEmpty: true) { database in
            let role = database.name + "_role"
            // One that listens, two to work with, one that is there at the start: the other four find no place.
            try await PostgresTemplate.shared.run("CREATE ROLE \(role) LOGIN CONNECTION LIMIT 3")
            try await PostgresTemplate.shared.run("ALTER DATABASE \(database.name) OWNER TO \(role)")
            let console = try database.console()
            var settings = PostgresSettings(
                try PostgresAddress(database.address.replacing("//essaim@", with: "//\(role)@")), connections: 6)
            settings.patience = .seconds(20)
            let store = try PostgresStore(settings)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask { try await store.write { try $0.set("n-\(number)", to: "yes") } }
                }
                try await group.waitForAll()
            }
            let used = try console.run(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = '\(role)'")
            #expect((used[0][0].flatMap(Int.init) ?? 99) <= 3)
            store.close()
        }
    }

    @Test func `a statement that takes too long is cancelled and said, and holds up nobody`() async throws {
        try await OwnDatabase.with { database in
            var settings = try database.settings(connections: 2)
            settings.statementSeconds = 1
            let store = try PostgresStore(settings)
            defer { store.close() }
            let slow = Task {
                try await store.reading { try $0.query("SELECT pg_sleep(20)", []) { _ in true } }
            }
            try await store.write { try $0.set("quick", to: "yes") }
            await #expect(throws: StoreFault.self) { try await slow.value }
            #expect(try await store.read { try $0.setting("quick") } == "yes")
        }
    }

    @Test func `a server process that freezes is given up, and its work is done on another`() async throws {
        try await OwnDatabase.with { database in
            var settings = try database.settings(connections: 1)
            settings.statementSeconds = 1
            settings.patience = .seconds(30)
            let store = try PostgresStore(settings)
            defer { store.close() }
            try await store.write { try $0.set("count", to: "1") }
            let pids = try database.console().run(
                """
                SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
                    AND query NOT LIKE '%LISTEN%' AND query NOT LIKE '%write_tokens WHERE%'
                """
            ).compactMap { $0[0].flatMap(Int32.init) }
            #expect(pids.count == 1)
            for pid in pids { kill(pid, SIGSTOP) }
            try await store.write { tx in
                let count = try tx.setting("count").flatMap(Int.init) ?? 0
                try tx.set("count", to: String(count + 1))
            }
            for pid in pids { kill(pid, SIGCONT) }
            #expect(try await store.read { try $0.setting("count") } == "2")
        }
    }

    @Test func `a server that goes away is waited for a while, then the caller is told`() async throws {
        try await TemporaryFolder.with { folder throws in
            // Nothing listens here: as after the server's end.
            let address = try PostgresAddress("host=\(folder) dbname=essaim")
            let settings = PostgresSettings(address, patience: .milliseconds(400))
            let workers = PostgresWorkers(count: 2, patience: settings.patience) { try settings.connect() }
            let start = ContinuousClock.now
            await #expect {
                try await workers.run { (answer: @escaping @Sendable (Result<Int, any Error>) -> Void) in
                    let read = ReadTransaction(work: { _ in 1 }, answer: answer)
                    return { read.perform(on: $0) }
                }
            } throws: { error in
                if case .unavailable? = error as? StoreFault { true } else { false }
            }
            #expect(start.duration(to: .now) > .milliseconds(400))
            workers.stop()
        }
    }
}

import EssaimSQLite
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import GRDB
import Testing

/// What is SQLite's own: durability, one owner, the schema's steps.
struct SQLiteStoreTests {
    @Test func `writes are durable: WAL, and synchronous FULL on the connection that writes`() async throws {
        try await TemporaryFolder.with { folder throws in
            for _ in 0..<2 {
                let store = try SQLiteStore(folder: folder)
                let durability = try store.durability()
                try store.close()
                #expect(durability.journal == "wal" && durability.synchronous == 2)
            }
        }
    }

    @Test func `a folder has one owner, who is named to whoever finds it taken`() async throws {
        try await TemporaryFolder.with { folder throws in
            let store = try SQLiteStore(folder: folder)
            #expect(throws: StoreFault.owned(by: "\(getpid())")) { try SQLiteStore(folder: folder) }
            try await store.write { try $0.set("still", to: "mine") }
            try store.close()
            let next = try SQLiteStore(folder: folder)
            #expect(try await next.read { try $0.setting("still") } == "mine")
            try next.close()
            try next.close()
        }
    }

    @Test func `another process that holds the folder is found`() async throws {
        try await TemporaryFolder.with { folder throws in
            // By the shell: Foundation's `Process` was seen to crash while the suites have very many files open.
            let script = "echo held >'\(folder)/held'; while [ ! -e '\(folder)/done' ]; do sleep 0.05; done"
            let holder = "flock '\(folder)/essaim.lock' sh -c \"\(script)\" >/dev/null 2>&1 &"
            #expect(system(holder) == 0)
            #expect(Self.becomes { FileManager.default.fileExists(atPath: folder + "/held") })
            #expect { try SQLiteStore(folder: folder) } throws: { error in
                if case .owned? = error as? StoreFault { true } else { false }
            }
            try Data().write(to: URL(fileURLWithPath: folder + "/done"))
            #expect(Self.becomes { (try? SQLiteStore(folder: folder).close()) != nil })
        }
    }

    /// Whether something of another process comes true within ten seconds.
    private static func becomes(_ truth: () -> Bool) -> Bool {
        for _ in 0..<1000 {
            if truth() { return true }
            usleep(10_000)
        }
        return false
    }

    @Test func `a folder that does not exist is refused with its name`() {
        #expect { try SQLiteStore(folder: "/dev/shm/no-such-folder-\(UUID().uuidString)") } throws: { error in
            if case .failed(let message)? = error as? StoreFault { message.contains("no-such-folder") } else { false }
        }
    }

    @Test func `a file that is no database is refused, and gives the folder back`() async throws {
        try await TemporaryFolder.with { folder throws in
            try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: folder + "/essaim.db"))
            #expect(throws: StoreFault.self) { try SQLiteStore(folder: folder) }
            try FileManager.default.removeItem(atPath: folder + "/essaim.db")
            try SQLiteStore(folder: folder).close()
        }
    }

    @Test func `what the folder holds is for its owner's eyes`() async throws {
        try await TemporaryFolder.with { folder throws in
            let store = try SQLiteStore(folder: folder)
            try await store.write { try $0.set("a", to: "b") }
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
                let mode = try #require(attributes[.posixPermissions] as? Int)
                #expect(mode & 0o077 == 0, "\(name) is \(String(mode, radix: 8))")
            }
            try store.close()
        }
    }

    @Test func `the schema's steps run once, and opening again changes nothing`() async throws {
        try await TemporaryFolder.with { folder throws in
            var schemas: [[String]] = []
            for _ in 0..<3 {
                try SQLiteStore(folder: folder).close()
                schemas.append(
                    try Self.look(folder) { database in
                        try String.fetchAll(
                            database, sql: "SELECT name || coalesce(sql, '') FROM sqlite_master ORDER BY name")
                            + String.fetchAll(
                                database, sql: "SELECT position || name FROM schema_steps ORDER BY position")
                    })
            }
            #expect(schemas[0].count > 40 && schemas[1] == schemas[0] && schemas[2] == schemas[0])
        }
    }

    @Test func `every table is strict`() async throws {
        try await TemporaryFolder.with { folder throws in
            try SQLiteStore(folder: folder).close()
            let loose = try Self.look(folder) { database in
                try String.fetchAll(
                    database,
                    sql:
                        "SELECT name FROM pragma_table_list WHERE NOT strict AND type = 'table' AND name NOT GLOB 'sqlite_*'"
                )
            }
            #expect(loose == [])
        }
    }

    @Test(arguments: [
        "INSERT INTO schema_steps(name) VALUES ('2031-01-later')",
        "UPDATE schema_steps SET name = 'other' WHERE position = 1",
    ])
    func `a database written by another version is refused, and left as it is`(sql: String) async throws {
        try await TemporaryFolder.with { folder throws in
            try SQLiteStore(folder: folder).close()
            try Self.look(folder) { try $0.execute(sql: sql) }
            #expect { try SQLiteStore(folder: folder) } throws: { error in
                if case .unsafe? = error as? StoreFault { true } else { false }
            }
            let steps = try Self.look(folder) { try String.fetchAll($0, sql: "SELECT name FROM schema_steps") }
            #expect(steps.contains { $0.hasSuffix("later") || $0 == "other" })
        }
    }

    @Test func `a list is read from its index, not from the whole table`() async throws {
        try await TemporaryFolder.with { folder throws in
            try SQLiteStore(folder: folder).close()
            let plans = try Self.look(folder) { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        EXPLAIN QUERY PLAN SELECT r.id FROM requests r WHERE r.pool_id = 'p' AND r.state = 'submitted'
                        AND (r.due_at, r.id) > (0, '') ORDER BY r.due_at, r.id LIMIT 50
                        """
                ).map { $0["detail"] as String }
            }
            #expect(
                plans.contains { $0.contains("requests_to_take") } && !plans.contains { $0.contains("TEMP B-TREE") })
        }
    }

    /// Looks into a folder's database as another program would, once it is closed.
    private static func look<T>(_ folder: String, _ work: (Database) throws -> T) throws -> T {
        try DatabaseQueue(path: folder + "/essaim.db").write(work)
    }
}

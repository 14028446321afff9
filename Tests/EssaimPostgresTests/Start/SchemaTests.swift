import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimPostgres

struct SchemaTests {
    /// Everything that a schema is made of: columns with their types, collations and defaults, constraints, indexes.
    private static func picture(_ database: OwnDatabase) throws -> [[String?]] {
        try database.console().run(
            """
            SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
                || a.attcollation FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0
            UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT position || ' ' || name FROM schema_steps ORDER BY 1
            """)
    }

    @Test func `a start killed at any statement of any step is finished by the next one`() async throws {
        let whole = try await OwnDatabase.with { try Self.picture($0) }
        #expect(whole.count > 200)
        for (number, step) in Migration.all.enumerated() {
            try await OwnDatabase.with(isEmpty: true) { database in
                let dialect: DDLDialect
                do {
                    let schema = PostgresSchema(link: try database.settings().connect())
                    dialect = schema.dialect
                    _ = try schema.applied()
                    for earlier in Migration.all[..<number] {
                        try schema.apply(earlier.name, earlier.statements.map(dialect.render))
                    }
                }
                let statements = step.statements.map(dialect.render)
                for position in 0...statements.count {
                    var killed = statements
                    killed.insert("SELECT pg_terminate_backend(pg_backend_pid())", at: position)
                    let schema = PostgresSchema(link: try database.settings().connect())
                    #expect(throws: PostgresFault.self) { try schema.apply(step.name, killed) }
                    let left = PostgresSchema(link: try database.settings().connect())
                    #expect(
                        try left.applied().count == number, "\(step.name), statement \(position): all of it or nothing")
                }
                try database.open().close()
                #expect(try Self.picture(database) == whole, "\(step.name)")
            }
        }
    }

    @Test func `servers that start at once on an empty database make its schema once`() async throws {
        try await OwnDatabase.with(isEmpty: true) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await Self.onThread { try database.open(connections: 1).close() } }
                }
                try await group.waitForAll()
            }
            let steps = try database.console().run("SELECT name FROM schema_steps ORDER BY position").map { $0[0] }
            #expect(steps == Migration.all.map(\.name))
        }
    }

    /// Opening waits for the others: not on the few threads that all tests share.
    private static func onThread(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Thread { done.resume(with: Result { try work() }) }.start()
        }
    }

    @Test(arguments: [
        "INSERT INTO schema_steps(position, name) VALUES (99, '2031-01-later')",
        "UPDATE schema_steps SET name = 'other' WHERE position = 1",
    ])
    func `a database written by another version is refused, and left as it is`(sql: String) async throws {
        try await OwnDatabase.with { database in
            try database.console().run(sql)
            let before = try Self.picture(database)
            #expect { try database.open() } throws: { error in
                if case .unsafe? = error as? StoreFault { true } else { false }
            }
            #expect(try Self.picture(database) == before)
        }
    }

    @Test func `a text column that sorts as the database does is refused by its name`() async throws {
        try await OwnDatabase.with { database in
            try database.console().run("ALTER TABLE people ADD COLUMN nickname TEXT")
            #expect { try database.open() } throws: { "\($0)".contains("people.nickname") }
        }
    }

    @Test func `names are in the order of their bytes, whatever the database's own order`() async throws {
        try await OwnDatabase.with { database in
            let own = try database.console().run("SELECT 'Z' < 'a', 'Z' < 'a' COLLATE \"C\"")[0]
            #expect(own == ["0", "1"], "the private server sorts otherwise on purpose (scripts/with-postgres)")
        }
    }
}

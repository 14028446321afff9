import EssaimPostgres
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimPostgres

/// A server that may lose what it acknowledged, or cannot hold our texts, is refused before anything is written.
struct ServerFactsTests {
    @Test(arguments: [
        (ServerFacts(version: 130_022), "PostgreSQL 13"), (ServerFacts(version: 90_624), "trop ancien"),
        (ServerFacts(version: 150_018, encoding: "SQL_ASCII"), "SQL_ASCII"),
        (ServerFacts(version: 150_018, encoding: "LATIN1"), "LATIN1"),
        (ServerFacts(version: 150_018, isReadOnly: true), "lecture seule"),
        (ServerFacts(version: 150_018, fsync: "off"), "fsync=off"),
        (ServerFacts(version: 150_018, fullPageWrites: "off"), "full_page_writes=off"),
        (ServerFacts(version: 150_018, synchronousCommit: "off"), "synchronous_commit=off"),
        (ServerFacts(version: 150_018, synchronousCommit: "local"), "synchronous_commit=local"),
        (ServerFacts(version: 150_018, synchronousCommit: "remote_write"), "synchronous_commit=remote_write"),
        (ServerFacts(version: 150_018, checksums: "off"), "pg_checksums"),
        (ServerFacts(version: 150_018, fsync: ""), "fsync="),
    ])
    func `what would not do is refused, by its name`(facts: ServerFacts, word: String) throws {
        let fault = try #require(facts.fault)
        #expect(fault.contains(word))
        #expect(throws: StoreFault.self) { try facts.check() }
    }

    @Test(arguments: [
        ServerFacts(version: 140_000), ServerFacts(version: 150_018), ServerFacts(version: 180_001),
        ServerFacts(version: 150_018, synchronousCommit: "remote_apply"),
    ])
    func `what will do is let through`(facts: ServerFacts) throws {
        #expect(facts.fault == nil)
        try facts.check()
    }

    @Test(arguments: [
        ("ALTER DATABASE {} SET synchronous_commit = off", "synchronous_commit=off"),
        ("ALTER DATABASE {} SET default_transaction_read_only = on", "lecture seule"),
    ])
    func `a real database set so is refused at start`(sql: String, word: String) async throws {
        try await OwnDatabase.with { database in
            try await PostgresTemplate.shared.run(sql.replacing("{}", with: database.name))
            #expect { try database.open() } throws: { "\($0)".contains(word) }
        }
    }

    @Test func `a database in another encoding is refused at start, with nothing made in it`() async throws {
        try await OwnDatabase.with(
            isEmpty: true, options: "ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'"
        ) { database in
            #expect { try database.open() } throws: { "\($0)".contains("SQL_ASCII") }
            let tables = try database.console().run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            #expect(tables.isEmpty)
        }
    }

    @Test func `a role that may not create tables is told so`() async throws {
        try await OwnDatabase.with(isEmpty: true) { database in
            let role = database.name + "_reader"
            try await PostgresTemplate.shared.run("CREATE ROLE \(role) LOGIN")
            let address = database.address.replacing("//essaim@", with: "//\(role)@")
            #expect { try PostgresStore(PostgresSettings(try PostgresAddress(address))) } throws: { error in
                if case .unsafe(let why)? = error as? StoreFault { why.contains("GRANT CREATE") } else { false }
            }
            try await PostgresTemplate.shared.run("DROP ROLE \(role)")
        }
    }

    @Test func `no server there is said at once, and waited for when asked`() throws {
        let address = try PostgresAddress("host=/dev/shm/no-such-folder dbname=essaim")
        let start = ContinuousClock.now
        #expect { try PostgresStore(PostgresSettings(address)) } throws: { error in
            if case .unavailable? = error as? StoreFault { true } else { false }
        }
        #expect(start.duration(to: .now) < .seconds(5))
        let patient = PostgresSettings(address, startPatience: .milliseconds(600))
        #expect(throws: StoreFault.self) { try PostgresStore(patient) }
        #expect(start.duration(to: .now) > .milliseconds(600))
    }
}

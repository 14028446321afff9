import EssaimDomain
import EssaimPostgres
import EssaimSQLite
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

/// What is refused before a row goes.
struct MoveRefusalTests {
    private static let last = Migration.all.last?.name ?? ""

    static let odd: [(sql: String, fault: MoveFault)] = [
        ("INSERT INTO settings(name, value) VALUES ('a', 'b')", .notEmpty(table: "settings")),
        (
            "INSERT INTO attempts(bucket, count, until) VALUES ('x', 1, 1); INSERT INTO networks VALUES ('n', '', '', '')",
            .notEmpty(table: "attempts")
        ),
        ("CREATE TABLE theirs(id BIGINT PRIMARY KEY)", .missingTable("theirs", on: .source)),
        ("DROP TABLE set_asides", .missingTable("set_asides", on: .target)),
        (
            "ALTER TABLE people ADD COLUMN nickname TEXT COLLATE \"C\"",
            .missingColumn(table: "people", column: "nickname", on: .source)
        ),
        (
            "ALTER TABLE people DROP COLUMN specialty",
            .missingColumn(table: "people", column: "specialty", on: .target)
        ),
        (
            "ALTER TABLE attempts ALTER COLUMN count TYPE TEXT COLLATE \"C\"",
            .otherKind(table: "attempts", column: "count")
        ),
        (
            "ALTER TABLE attempts ALTER COLUMN count TYPE INTEGER",
            .unknownType(table: "attempts", column: "count", type: "int4")
        ),
        (
            "ALTER TABLE offer_pools DROP CONSTRAINT offer_pools_pkey, ADD PRIMARY KEY (zone_id, offer_id)",
            .otherKey(table: "offer_pools")
        ),
        (
            "UPDATE schema_steps SET name = '2031-01-later' WHERE name = '\(last)'",
            .otherSchema(source: last, target: "2031-01-later")
        ),
        (
            """
            CREATE TABLE migration_progress(table_name TEXT PRIMARY KEY, source TEXT NOT NULL, last_key BYTEA,
                row_count BIGINT NOT NULL, is_copied BOOLEAN NOT NULL);
            INSERT INTO migration_progress VALUES ('people', 'another', NULL, 0, FALSE)
            """, .another
        ),
    ]

    @Test(arguments: odd)
    func `a target that is not as it must be is refused by name, and neither side is written to`(
        sql: String, fault: MoveFault
    ) async throws {
        try await MoveStage.with { stage throws in
            try await stage.source { source in
                try await stage.target { target in
                    // Behind the store's back: what it would refuse at its start is refused by the move too.
                    try stage.targetLook().execute(sql)
                    let before = try stage.dumps()
                    await #expect(throws: fault) {
                        _ = try await Mover(from: source, to: target).run(at: .sample, place: "")
                    }
                    let after = try stage.dumps()
                    #expect(after.source == before.source && after.target == before.target)
                    #expect(try stage.sourceLook().texts("SELECT name FROM settings WHERE name LIKE 'move%'") == [])
                }
            }
        }
    }

    @Test func `a folder whose data left refuses to open alone, and says where they are and how to come back`()
        async throws
    {
        try await MoveStage.with { stage throws in
            try await stage.move()
            let fault = #expect(throws: StoreFault.self) { try SQLiteStore(folder: stage.folder) }
            guard case .unsafe(let why)? = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
            #expect(why.contains("base @ ici:5432") && why.contains("--database"))
            let undo = try #require(why.firstMatch(of: /"(DELETE FROM settings WHERE name = 'moved')"/)).1
            let look = try stage.sourceLook()
            try look.execute(String(undo))
            try look.close()
            let store = try SQLiteStore(folder: stage.folder)
            #expect(try await store.read { try $0.setting("setting-6") } == "6")
            try store.close()
            // The database is full by now: it is not written over.
            await #expect(throws: MoveFault.notEmpty(table: "networks")) { try await stage.move() }
        }
    }

    @Test func `a database whose data have not all come refuses to be served`() async throws {
        try await MoveStage.with { stage throws in
            await #expect(throws: Killed.self) { try await stage.move(faults: Faults(at: 9, .after)) }
            let settings = PostgresSettings(try PostgresAddress(stage.address), connections: 1)
            let fault = #expect(throws: StoreFault.self) { try PostgresStore(settings) }
            guard case .unsafe(let why)? = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
            #expect(why.contains("essaim migrate"))
            try await stage.move()
            try PostgresStore(settings).close()
        }
    }

    @Test func `two moves of one folder at once: the second finds that the first has gone on`() async throws {
        try await MoveStage.with { stage throws in
            await #expect(throws: Killed.self) { try await stage.move(faults: Faults(at: 3, .after)) }
            // As a move of a copy of this folder would, once this one has read how far it came.
            let other = Faults(
                at: 1,
                .cut { try stage.targetLook().execute("UPDATE migration_progress SET row_count = row_count + 1") })
            let before = try stage.arrived()[0]
            await #expect(throws: MoveFault.another) { try await stage.move(faults: other) }
            #expect(try stage.arrived()[0] == before)
            #expect(try stage.moved() == nil)
        }
    }
}

import EssaimDomain
import EssaimPostgres
import EssaimServer
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Logging
import Testing

/// What a move brings, when nothing goes wrong.
struct MoveWholeTests {
    @Test func `a folder filled by the demonstration arrives row for row`() async throws {
        try await MoveStage.with(isFounded: false) { stage throws in
            try await Self.fillDemonstration(stage.folder)
            let outcome = try await stage.move()
            let (source, target) = try stage.dumps()
            #expect(source.rowCount > 1_000 && source.tables.count > 20)
            #expect(outcome == .moved(rows: source.rowCount))
            for (table, rows) in source.tables { #expect(target.tables[table] == rows, "\(table)") }
            #expect(source == target)
            for column in ["reports.pdf", "history.salt", "history.commitment", "sessions.token_hash"] {
                let parts = column.split(separator: ".")
                let here = try stage.sourceLook().texts("SELECT lower(hex(\(parts[1]))) FROM \(parts[0])")
                let there = try stage.targetLook().texts("SELECT encode(\(parts[1]), 'hex') FROM \(parts[0])")
                #expect(here.sorted() == there.sorted(), "\(column)")
            }
        }
    }

    @Test func `what arrived serves: the demonstration is known there as one, and its marks did not come along`()
        async throws
    {
        try await MoveStage.with { stage throws in
            try await stage.move()
            let store = try PostgresStore(PostgresSettings(try PostgresAddress(stage.address), connections: 1))
            defer { store.close() }
            let settings = try await store.read { try ["demonstration", "setting-6", "move", "moved"].map($0.setting) }
            #expect(settings == ["yes", "6", nil, nil])
            #expect(try await store.read { try $0.requestForJob("three")?.holder } != nil)
            #expect(try stage.targetLook().tables().contains("migration_progress") == false)
        }
    }

    @Test func `a second run changes nothing, and says where the data are`() async throws {
        try await MoveStage.with { stage throws in
            try await stage.move()
            let before = try stage.dumps()
            let again = try await stage.move { _ in Issue.record("nothing is moved a second time") }
            #expect(again == .movedBefore("\(moment) base @ ici:5432"))
            let after = try stage.dumps()
            #expect(after.source == before.source && after.target == before.target)
        }
    }

    private let moment = Date(timeIntervalSince1970: Double(Instant.sample.milliseconds) / 1000).ISO8601Format()

    @Test func `nothing in the folder but its two marks is other than before`() async throws {
        try await MoveStage.with { stage throws in
            let before = try MoveDump(try stage.sourceLook())
            try await stage.move()
            #expect(try MoveDump(try stage.sourceLook()) == before)
            let marks = try stage.sourceLook().texts("SELECT name FROM settings WHERE name LIKE 'move%' ORDER BY name")
            #expect(marks == ["move", "moved"])
        }
    }

    @Test func `the other way round is the same: from PostgreSQL into an empty folder`() async throws {
        try await MoveStage.with { stage throws in
            try await stage.move()
            try await TemporaryFolder.with { folder in
                let back = MoveStage(folder: folder, database: stage.database, address: stage.address)
                try await back.source { folder in
                    try await back.target { database in
                        _ = try await Mover(from: database, to: folder, limits: MoveLimits(rows: 4))
                            .run(at: .sample, place: "dossier")
                    }
                }
                #expect(try MoveDump(try back.sourceLook()) == MoveDump(try stage.sourceLook()))
            }
        }
    }

    private static func fillDemonstration(_ folder: String) async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let configuration = try await ServerConfiguration.load(folder: folder, port: nil, environment: [:])
        let server = try EssaimServer(configuration, logger: logger)
        _ = try await server.fillDemonstration()
        try await server.close()
    }
}

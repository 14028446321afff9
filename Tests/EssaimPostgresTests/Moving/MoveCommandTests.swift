import EssaimDomain
import EssaimSQLite
import EssaimServer
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Logging
import Synchronization
import Testing

/// `essaim migrate`, below its command line.
struct MoveCommandTests {
    @Test func `each table has its line as it goes and its verdict at the end, in French, and then what to do`()
        async throws
    {
        try await MoveStage.with { stage throws in
            let lines = try await Self.migrate(stage)
            let tables = try MoveDump(try stage.sourceLook()).tables.keys
            for table in tables {
                #expect(
                    lines.contains { $0.hasPrefix("\(table)\u{A0}: ") && $0.hasSuffix("s") || $0.hasSuffix("ligne") })
                #expect(lines.contains { $0.hasPrefix("\(table)\u{A0}: ") && $0.contains("identiques (") })
            }
            #expect(lines.first?.contains("\(tables.count) tables") == true)
            #expect(lines.last?.contains("essaim serve --data \(stage.folder) --database") == true)
            #expect(lines.last?.contains("toutes vérifiées") == true)
            let again = try await Self.migrate(stage)
            #expect(again.count == 1 && again[0].hasPrefix("C’est déjà fait"))
        }
    }

    @Test func `after the move the server opens that folder with the database, and not without`() async throws {
        try await MoveStage.with { stage throws in
            _ = try await Self.migrate(stage)
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let alone = try await ServerConfiguration.load(folder: stage.folder, port: nil, environment: [:])
            #expect(throws: StoreFault.self) { try EssaimServer(alone, logger: logger) }
            let both = try await ServerConfiguration.load(
                folder: stage.folder, port: nil, database: stage.address, environment: [:])
            let server = try EssaimServer(both, logger: logger)
            #expect(try await server.store.read { try $0.setting("setting-6") } == "6")
            try await server.close()
        }
    }

    @Test func `a folder that a server holds is left alone`() async throws {
        try await MoveStage.with { stage throws in
            let store = try SQLiteStore(folder: stage.folder)
            await #expect(throws: StoreFault.owned(by: "\(getpid())")) { try await Self.migrate(stage) }
            try store.close()
        }
    }

    @Test func `a folder without a database is refused, and none is made in it`() async throws {
        try await MoveStage.with { stage throws in
            try await TemporaryFolder.with { folder throws in
                let empty = MoveStage(folder: folder, database: stage.database, address: stage.address)
                await #expect(throws: DataMove.Fault.self) { try await Self.migrate(empty) }
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
            }
        }
    }

    @Test func `a folder that went elsewhere is not said to be in this database`() async throws {
        try await MoveStage.with { stage throws in
            try await stage.move()
            let fault = await #expect(throws: DataMove.Fault.self) { try await Self.migrate(stage) }
            #expect(fault?.message.contains("base @ ici:5432") == true)
            #expect(fault?.message.contains("rien n’a été fait") == true)
        }
    }

    @Test func `a difference is told with its table, and what to do`() async throws {
        try await MoveStage.with { stage throws in
            let lines = Mutex<[String]>([])
            let fault = await #expect(throws: DataMove.Fault.self) {
                try await Self.migrate(stage) { line in
                    lines.withLock { $0.append(line) }
                    if line.hasPrefix("Vérification") {
                        #expect(throws: Never.self) {
                            try stage.targetLook().execute("UPDATE zone_areas SET position = position + 1")
                        }
                    }
                }
            }
            #expect(fault?.message.contains("zone_areas") == true)
            #expect(lines.withLock { $0 }.contains { $0.hasPrefix("zone_areas\u{A0}: DIFFÉRENTE") })
        }
    }

    /// Runs the command; the lines that last.
    @discardableResult
    private static func migrate(
        _ stage: MoveStage, out: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> [String] {
        let lines = Mutex<[String]>([])
        let configuration = try await ServerConfiguration.load(
            folder: stage.folder, port: nil, database: stage.address, environment: [:])
        try await DataMove(configuration).run { line in
            guard case .lasting(let text) = line else { return }
            lines.withLock { $0.append(text) }
            out(text)
        }
        return lines.withLock { $0 }
    }
}

import EssaimSQLite
import EssaimStorage
import EssaimWorkflow
import Synchronization
import Testing

@testable import EssaimServer
@testable import EssaimTestSupport

/// The two rooms that a backup goes back to, each looked at by itself: the shelf of files before, the rows after.
@Suite struct RestoreShelfTests {
    @Test func `files are put back on no shelf that holds some`() async throws {
        try await BackedUpTown.with { backed in
            try await TemporaryFolder.with { folder throws in
                let engine = try SQLiteStore(folder: folder, isForMove: true)
                let before = try backed.town.storedFiles()
                await #expect(throws: RestoreFault.filledBucket) {
                    _ = try await RestoreTaker(engine, backed.town.server.configuration)
                }
                #expect(try backed.town.storedFiles() == before && !before.isEmpty)
                try engine.close()
            }
        }
    }

    @Test func `rows that are not those that came are not taken for the copy`() async throws {
        try await TemporaryFolder.with { old throws in
            try await TemporaryFolder.with { new throws in
                let source = try SQLiteStore(folder: old, isForMove: true)
                try await Town.found(in: source)
                let pieces = Mutex<[CopyPiece]>([])
                _ = try await CopyOut(of: source).run { piece in pieces.withLock { $0.append(piece) } }
                let target = try SQLiteStore(folder: new, isForMove: true)
                var copy: CopyIn?
                for piece in pieces.withLock({ $0 }) {
                    switch piece {
                    case .shape(let bytes): copy = try await CopyIn(bytes, to: target)
                    case .rows(let table, let rows): try await copy?.add(rows, to: table)
                    case .ended: break
                    }
                }
                let look = try SQLiteLook(path: new + "/essaim.db")
                try look.execute("UPDATE people SET family_name = 'Autre' WHERE id = 'asker'")
                try look.close()
                let whole = try #require(copy)
                await #expect(throws: MoveFault.differs(["people"])) { try await whole.finish() }
                try target.close()
                try source.close()
            }
        }
    }
}

import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Foundation
import Logging
import Testing

@testable import EssaimServer
@testable import EssaimTestSupport

/// From a backup and the paper alone to a server that serves; and what is refused on the way.
@Suite struct RestoreTests {
    @Test func `from nothing but the backup and the paper, a demand is read with its photograph`() async throws {
        try await BackedUpTown.with { backed in
            #expect(backed.receipt.files == 2 && backed.receipt.missing.isEmpty, "the photograph, the journal's key")
            let receipt = try await backed.restore()
            #expect(receipt.opened == 1 && receipt.rows == backed.receipt.rows && receipt.older == nil)
            let server = try EssaimServer(
                try await backed.target(), clock: backed.town.clock, forms: FormLibrary([.sample]),
                darkroom: PlainDarkroom(), logger: RecordingLog().logger)
            let (demand, photo) = (backed.demand, backed.photo)
            _ = try await server.sequencer.numberAll()
            _ = try await server.signer.signOnce()
            try await server.visited(by: .asker) { asker throws in
                #expect(try await asker.get("/demandes/\(demand)").text.contains("serin-4711"))
                #expect(try await asker.get(photo).bytes == UploadTests.bytes)
            }
        }
    }

    @Test func `a backup of either engine goes back to either`() async throws {
        // On SQLite there is no database to go to: that way is the first test's.
        guard TestDatabase.isPostgres else { return }
        try await BackedUpTown.with { backed in
            try await TestDatabase.with(open: false) { database in
                let request = RestoreRequest(file: backed.file, escrow: try backed.sheet)
                let target = try await backed.target(database: database.database?.address)
                let receipt = try await BackupRestoring(request, to: target, clock: backed.town.clock).run()
                #expect(receipt.rows == backed.receipt.rows && receipt.opened == 1)
                let again = await #expect(throws: RestoreFault.self) {
                    try await BackupRestoring(request, to: target, clock: backed.town.clock).run()
                }
                #expect(again?.message.contains("n’est pas vide") == true)
            }
        }
    }

    @Test func `a rehearsal opens everything and leaves nothing behind`() async throws {
        try await BackedUpTown.with { backed in
            let before = try backed.names()
            let request = RestoreRequest(file: backed.file, escrow: try backed.sheet)
            let receipt = try await RestoreRehearsal(
                request, like: backed.town.server.configuration, clock: backed.town.clock
            ).run()
            #expect(receipt.opened == 1 && receipt.entries > 0)
            #expect(try backed.names() == before)
        }
    }

    @Test func `sessions do not come back with a backup`() async throws {
        try await BackedUpTown.with { backed in
            #expect(try backed.town.ledger.counts()["sessions"] > 0)
            _ = try await backed.restore()
            let look = try SQLiteLook(path: backed.elsewhere + "/essaim.db")
            #expect(try look.texts("SELECT count(*) FROM sessions") == ["0"])
            #expect(try look.texts("SELECT action FROM history").contains("backup.restored"))
            try look.close()
        }
    }

    @Test func `nothing is put back where something stands, least of all under a running server`() async throws {
        try await BackedUpTown.with { backed in
            let before = try backed.town.ledger.dumpAll()
            let request = RestoreRequest(file: backed.file)
            let fault = await #expect(throws: RestoreFault.self) {
                try await BackupRestoring(request, to: backed.town.server.configuration, clock: backed.town.clock).run()
            }
            #expect(fault?.message.contains("n’est pas vide") == true)
            #expect(try backed.town.ledger.dumpAll() == before)
        }
    }

    @Test func `an older copy is refused by who holds more, and goes back only when that is accepted`() async throws {
        try await BackedUpTown.with { backed in
            _ = try await backed.town.browser(of: .asker).get("/demandes/\(backed.demand)")
            try await backed.town.signJournal()
            let held = try await backed.town.head()
            let fault = await #expect(throws: RestoreFault.self) { try await backed.restore(against: [held]) }
            #expect(fault?.message.contains("plus ancienne") == true && backed.isNothingThere)
            let receipt = try await backed.restore(against: [held], acceptsOlder: true)
            #expect(receipt.older == held)
            let look = try SQLiteLook(path: backed.elsewhere + "/essaim.db")
            let entries = try look.texts("SELECT payload FROM history WHERE action = 'backup.olderAccepted'")
            #expect(entries.count == 1 && entries[0].contains("autre.exemple.fr"))
            try look.close()
        }
    }

    @Test func `another journal than the one attested is refused`() async throws {
        try await BackedUpTown.with { backed in
            try await BackedUpTown.with { other in
                let held = try await other.town.head()
                let fault = await #expect(throws: BackupStopped.self) { try await backed.restore(against: [held]) }
                #expect(fault?.message.contains("autre.exemple.fr") == true && backed.isNothingThere)
            }
        }
    }
}

extension BackedUpTown {
    /// What stands beside the backup.
    func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    }
}

extension TestDatabase {
    /// An empty database, gone afterwards.
    static func with<T>(open: Bool, _ work: (TestDatabase) async throws -> T) async throws -> T {
        let database = try await TestDatabase()
        do {
            let value = try await work(database)
            await database.remove()
            return value
        } catch {
            await database.remove()
            throw error
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimServer

/// The daily backup of the server itself, and what it says when there is none.
@Suite struct BackupServiceTests {
    private func service(_ backed: BackedUpTown, to folder: String?) -> BackupService {
        var configuration = backed.town.server.configuration
        configuration.backup.folder = folder
        configuration.backup.hour = 0
        return BackupService(
            configuration: configuration, store: backed.town.server.store, clock: backed.town.clock,
            logger: RecordingLog().logger)
    }

    @Test func `two servers make one backup a day, and the journal says so`() async throws {
        try await BackedUpTown.with { backed in
            let folder = backed.folder + "/daily"
            let (one, two) = (service(backed, to: folder), service(backed, to: folder))
            for _ in 0..<3 {
                try await one.lookOnce()
                try await two.lookOnce()
            }
            #expect(BackupFolder(path: folder).backups.count == 1)
            #expect(try backed.town.entries("backup.made").count == 1)
            backed.town.clock.advance(by: .hours(24))
            try await two.lookOnce()
            #expect(BackupFolder(path: folder).backups.count == 2)
        }
    }

    @Test func `a backup that fails is tried again, and leaves nothing`() async throws {
        try await BackedUpTown.with { backed in
            let folder = backed.folder + "/none/daily"
            await #expect(throws: (any Error).self) { try await service(backed, to: folder).lookOnce() }
            #expect(try backed.town.entries("backup.made").isEmpty)
            try FileManager.default.createDirectory(atPath: backed.folder + "/none", withIntermediateDirectories: true)
            try await service(backed, to: folder).lookOnce()
            #expect(BackupFolder(path: folder).backups.count == 1)
        }
    }

    @Test func `what the command made is recorded by the server, once`() async throws {
        try await BackedUpTown.with { backed in
            try BackupNotes(backed.town.server.configuration).leave(backed.receipt)
            let service = service(backed, to: nil)
            try await service.lookOnce()
            try await service.lookOnce()
            #expect(try backed.town.entries("backup.made").count == 1)
            let last = try await backed.town.server.store.read { try BackupWatch.last($0) }
            #expect(last == backed.receipt.at)
        }
    }

    @Test func `health turns when the last backup is two days old, and only then`() async throws {
        try await BackedUpTown.with { backed in
            let (store, clock) = (backed.town.server.store, backed.town.clock)
            func isLate() async throws -> Bool { try await store.read { try BackupWatch.isLate($0, at: clock.now()) } }
            #expect(try await isLate() == false, "none is expected yet")
            try await service(backed, to: backed.folder + "/daily").lookOnce()
            clock.advance(by: .hours(48))
            #expect(try await isLate() == false)
            clock.advance(by: .seconds(1))
            #expect(try await isLate() == true)
            #expect(try await backed.town.browser().get("/health").status == 200, "this server is not to make any")
        }
    }
}

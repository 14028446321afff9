import EssaimDomain
import EssaimMedia
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Logging
import Testing

@testable import EssaimServer

/// Making backups while the server serves.
@Suite struct BackupTests {
    @Test func `made while demands are written, it holds one moment of all tables`() async throws {
        try await BackedUpTown.with { backed in
            let town = backed.town
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let asker = try await town.browser(of: .asker)
                    for _ in 0..<30 {
                        _ = try await asker.get("/demandes/\(backed.demand)")
                        try await town.signJournal()
                    }
                }
                for _ in 0..<3 {
                    town.clock.advance(by: .seconds(1))
                    let receipt = try await BackupMaking(town.server.configuration, clock: town.clock)
                        .run(to: backed.folder + "/backups")
                    // Verified: rows against leaves, leaves against the tree, the tree against its signature.
                    let request = RestoreRequest(file: receipt.path, escrow: try backed.sheet)
                    _ = try await RestoreRehearsal(request, like: town.server.configuration, clock: town.clock).run()
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `nothing of a patient stands in it in clear, and the master key stands nowhere in it`() async throws {
        try await BackedUpTown.with { backed in
            let bytes = try Data(contentsOf: URL(fileURLWithPath: backed.file))
            for word in Canary.all { #expect(bytes.firstRange(of: Data(word.utf8)) == nil) }
            #expect(bytes.firstRange(of: Data(UploadTests.bytes[1000..<1032])) == nil)
            let keys = backed.town.folder + "/keys"
            for name in try FileManager.default.contentsOfDirectory(atPath: keys) where name.hasSuffix(".key") {
                let line = try String(contentsOfFile: "\(keys)/\(name)", encoding: .utf8)
                let key = try #require(Data(base64Encoded: String(line.split(separator: " ")[1].dropLast())))
                #expect(key.count == 32 && bytes.firstRange(of: key) == nil)
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: backed.file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func `two at once into one folder: the second is told, the first goes on`() async throws {
        try await BackedUpTown.with { backed in
            let folder = BackupFolder(path: backed.folder + "/backups")
            let hold = try BackupFolder.Hold(folder)
            let fault = await #expect(throws: BackupFault.self) {
                try await BackupMaking(backed.town.server.configuration).run(to: folder.path)
            }
            #expect(fault == .underWay && folder.backups.count == 1)
            withExtendedLifetime(hold) {}
        }
    }

    @Test func `older ones go once a newer is whole, what died half-way goes, other files stay`() async throws {
        try await BackedUpTown.with { backed in
            let folder = BackupFolder(path: backed.folder + "/backups")
            let dead = folder.path + "/essaim-20251122-103000-417.backup.part"
            let other = folder.path + "/essaim-notes.backup"
            for path in [dead, other] { try Data("x".utf8).write(to: URL(fileURLWithPath: path)) }
            for _ in 0..<3 {
                backed.town.clock.advance(by: .hours(24))
                _ = try await BackupMaking(backed.town.server.configuration, clock: backed.town.clock)
                    .run(to: folder.path, keep: 2)
            }
            #expect(folder.backups.count == 2 && !folder.backups.contains(backed.receipt.name))
            #expect(!FileManager.default.fileExists(atPath: dead) && FileManager.default.fileExists(atPath: other))
        }
    }

    @Test func `a file that is missing is named, and then no older backup goes`() async throws {
        try await BackedUpTown.with { backed in
            let stored = try #require(try backed.town.storedFiles().first)
            try FileManager.default.removeItem(atPath: backed.town.folder + "/attachments/" + stored)
            backed.town.clock.advance(by: .hours(24))
            let receipt = try await BackupMaking(backed.town.server.configuration, clock: backed.town.clock)
                .run(to: backed.folder + "/backups", keep: 1)
            #expect(receipt.missing.count == 1 && receipt.removed.isEmpty && receipt.files == 1)
            #expect(BackupFolder(path: backed.folder + "/backups").backups.count == 2)
        }
    }
}

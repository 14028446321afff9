import EssaimMedia
import EssaimTestSupport
import Foundation
import Testing

@testable import EssaimServer

/// Backups that are not what was written: each is told for what it is, and nothing is put back.
@Suite struct DamagedBackupTests {
    @Test func `cut anywhere, it is told as cut`() async throws {
        try await BackedUpTown.with { backed in
            let length = backed.receipt.byteCount
            let ends = Array(stride(from: 1, to: length, by: 1024)) + [0, 14, 200, length - 17, length - 1]
            for end in ends {
                let path = try backed.changed { $0 = $0.prefix(end) }
                let fault = await #expect(throws: BackupFault.self) { try await backed.restore(path) }
                #expect(fault == .cut, "cut at \(end) of \(length)")
            }
            #expect(backed.isNothingThere)
        }
    }

    @Test func `a flipped bit anywhere is found`() async throws {
        try await BackedUpTown.with { backed in
            let length = backed.receipt.byteCount
            for place in stride(from: 0, to: length, by: 1501) {
                let path = try backed.changed { $0[place] ^= 4 }
                let fault = await #expect(throws: BackupFault.self, "at \(place)") { try await backed.restore(path) }
                switch fault {
                case .altered(let at): #expect(at <= place)
                case .cut, .notABackup, .missingMaster, .wrongMaster, .laterFormat, .laterSchema:
                    #expect(place < 2_000 || place >= length - 18, "\(place): \(String(describing: fault))")
                default: Issue.record("at \(place): \(String(describing: fault))")
                }
            }
            #expect(backed.isNothingThere)
        }
    }

    @Test func `a chunk in another's place is found`() async throws {
        try await BackedUpTown.with { backed in
            let start = try #require(
                try Data(contentsOf: URL(fileURLWithPath: backed.file)).firstRange(of: Data("\n\n".utf8))
            )
            .upperBound
            let path = try backed.changed { bytes in
                let chunk = 65_564
                let first = bytes[start..<start + chunk]
                let second = bytes[start + chunk..<start + 2 * chunk]
                bytes.replaceSubrange(start..<start + 2 * chunk, with: second + first)
            }
            let fault = await #expect(throws: BackupFault.self) { try await backed.restore(path) }
            #expect(fault == .altered(at: start) && backed.isNothingThere)
        }
    }

    @Test func `a later format, a later schema and what is no backup are each told`() async throws {
        try await BackedUpTown.with { backed in
            let later = try backed.replacing("essaim-backup 1\n", by: "essaim-backup 2\n")
            let format = await #expect(throws: BackupFault.self) { try await backed.restore(later) }
            #expect(format == .laterFormat(2))
            let unknown = try backed.replacing("2026-11-people", by: "2031-01-people")
            let schema = await #expect(throws: BackupFault.self) { try await backed.restore(unknown) }
            #expect(schema == .laterSchema(essaim: EssaimVersion.text))
            let none = try backed.changed { $0 = Data("%PDF-1.7 and so on, long enough to be anything".utf8) }
            let other = await #expect(throws: BackupFault.self) { try await backed.restore(none) }
            #expect(other == .notABackup && backed.isNothingThere)
        }
    }

    @Test func `another master key opens nothing, and is named`() async throws {
        try await BackedUpTown.with { backed in
            let keys = backed.folder + "/others"
            let other = try MasterKeyFolder.create(keys)
            var target = try await backed.target()
            target.attachments.masterKeys = keys
            let fault = await #expect(throws: BackupFault.self) {
                try await BackupRestoring(RestoreRequest(file: backed.file), to: target).run()
            }
            let right = try BackupReader.header(of: backed.file).master
            #expect(fault == .missingMaster(id: right) && right != other.current)
            // A head that names the key at hand is still not opened by it.
            let renamed = try backed.replacing("master \(right)", by: "master \(other.current)")
            let lied = await #expect(throws: BackupFault.self) {
                try await BackupRestoring(RestoreRequest(file: renamed), to: target).run()
            }
            #expect(lied == .wrongMaster(id: other.current) && backed.isNothingThere)
        }
    }
}

extension BackedUpTown {
    fileprivate func replacing(_ old: String, by new: String) throws -> String {
        try changed { bytes in
            if let range = bytes.firstRange(of: Data(old.utf8)) { bytes.replaceSubrange(range, with: Data(new.utf8)) }
        }
    }
}

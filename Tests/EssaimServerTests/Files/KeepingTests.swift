import EssaimDomain
import EssaimMedia
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Logging
import Testing

@testable import EssaimServer

/// What becomes of files that nobody names any more, or that were kept before there were keys.
@Suite struct KeepingTests {
    @Test func `a file whose row was never committed is swept after a day, one with a row never`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            _ = try await asker.put(UploadTests.bytes, to: UploadTests.path(draft))
            let orphan = try await town.server.files.keep([1, 2, 3], named: nil, in: Identifier(draft)).get()
            let half = String(repeating: "b", count: 32)
            _ = try await asker.put(
                Array(UploadTests.bytes.prefix(70_000)), to: UploadTests.path(draft, half), total: 100_000)
            #expect(try town.storedFiles().count == 3)
            func sweep(after age: Duration) async throws -> SweptFiles {
                let clock = ManualClock(Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) + age)
                return try await SweepService(
                    vault: town.server.rooms.vault, store: town.server.store, clock: clock,
                    logger: Logger(label: "test")
                ).sweep()
            }
            let young = try await sweep(after: .hours(23))
            #expect(young.orphans == 0 && young.leftovers == 0)
            let old = try await sweep(after: .hours(25))
            #expect(old.orphans == 1 && old.leftovers == 1 && old.kept == 1)
            #expect(try town.storedFiles().count == 1 && !town.storedFiles().contains { $0.hasSuffix(orphan.storedAs) })
        }
    }

    @Test func `a draft thrown away takes its key along: a copy of its files opens no more`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            _ = try await asker.put(UploadTests.bytes, to: UploadTests.path(draft))
            let id = Identifier<AdviceRequest>(draft)
            #expect(try await town.server.store.read { try $0.key(of: id) } != nil)
            let form = try await asker.get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/abandonner")
            _ = try await asker.submit(form)
            #expect(try await town.server.store.read { try $0.key(of: id) } == nil)
            #expect(try town.storedFiles().isEmpty)
        }
    }

    @Test func `a photograph kept in clear by an older version is sealed at the start, and looks the same`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            let name = "ab12" + String(repeating: "0", count: 28)
            let folder = town.folder + "/attachments/ab/12"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(SamplePhoto.jpeg).write(to: URL(filePath: "\(folder)/\(name)"))
            let old = Attachment(
                id: "attachment-old", request: Identifier(draft), slot: "centered", name: "a.jpg",
                file: KeptFile(
                    storedAs: name, mediaType: "image/jpeg", byteCount: SamplePhoto.jpeg.count, width: 8, height: 8,
                    capturedAt: "2026-11-22T10:14:03"), addedBy: Person.asker.id, addedAt: town.clock.now())
            try await town.server.store.write { try $0.insert(old) }
            try await town.server.prepareFiles()
            let row = try #require(try await town.server.store.read { try $0.attachments(of: Identifier(draft)) }.first)
            #expect(row.id == old.id && !row.file.sealedKey.isEmpty && row.file.storedAs != name)
            #expect(row.file.capturedAt == "2026-11-22T10:14:03")
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/\(name)"))
            #expect(try await asker.get("/demandes/\(draft)/photos/attachment-old").bytes == SamplePhoto.jpeg)
        }
    }

    @Test func `a server that holds another master key does not serve, and leaves no key of its own behind`()
        async throws
    {
        try await ServedTown.open { town in
            _ = try await town.server.checkMasterKeys()
            try await town.server.store.write { try $0.set(Setting.masterKey, to: "feedfeedfeedfeed") }
            let fault = await #expect(throws: ServerConfiguration.Fault.self) {
                try await town.server.checkMasterKeys()
            }
            #expect("\(try #require(fault))".contains("feedfeedfeedfeed"))
            #expect(!FileManager.default.fileExists(atPath: town.folder + "/keys"))
        }
    }
}

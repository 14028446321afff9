import EssaimDomain
import EssaimMedia
import EssaimOutbound
import EssaimWorkflow
import Foundation
import NIOPosix
import Synchronization
import Testing

@testable import EssaimServer

@Suite struct ObjectShelfTests {
    private static let threads: NIOThreadPool = {
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        return threads
    }()

    private let bucket = MemoryBucket()
    private let reports = Reports()

    private final class Reports: Sendable {
        let faults = Mutex<[ObjectFault]>([])
    }

    private func shelf(_ bucket: MemoryBucket? = nil, prefix: String = "essaim/prod") throws -> ObjectShelf {
        let prefix = try #require(ObjectPrefix(prefix))
        return ObjectShelf(bucket ?? self.bucket, prefix: prefix, threads: Self.threads) { [reports] fault in
            reports.faults.withLock { $0.append(fault) }
        }
    }

    private func name(_ text: String) throws -> AttachmentName { try #require(AttachmentName(text)) }

    private func place(_ bytes: [UInt8], as name: AttachmentName, on shelf: ObjectShelf) async throws {
        let staged = FileManager.default.temporaryDirectory.appending(path: "essaim-staged-\(UUID())")
        try Data(bytes).write(to: staged)
        defer { try? FileManager.default.removeItem(at: staged) }
        try await shelf.place(staged.path, as: name)
        #expect(FileManager.default.fileExists(atPath: staged.path))
    }

    @Test func `a file stands under its prefix and its two folders, and is read as it was placed`() async throws {
        let shelf = try shelf()
        let name = try name("abcdef0123456789abcdef0123456789")
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 251) }
        try await place(bytes, as: name, on: shelf)
        try await place(bytes, as: name, on: shelf)
        #expect(
            bucket.state.withLock { Array($0.objects.keys) } == ["essaim/prod/ab/cd/abcdef0123456789abcdef0123456789"])
        #expect(try await shelf.size(name) == 300_000)
        #expect(try await shelf.read(name, 299_990..<400_000) == Array(bytes[299_990...]))
        #expect(try await shelf.remove(name))
        #expect(try await shelf.remove(name) == false)
        await #expect(throws: VaultFault.absent) { try await shelf.read(name, 0..<1) }
        await #expect(throws: VaultFault.absent) { try await shelf.size(name) }
        #expect(reports.faults.withLock { $0 }.isEmpty)
    }

    @Test func `a staged file that cannot be read is not placed`() async throws {
        let name = try name("abcdef0123456789abcdef0123456789")
        await #expect(throws: VaultFault.failed(call: "read", code: 0)) {
            try await shelf().place("/nowhere/at/all", as: name)
        }
        #expect(bucket.state.withLock { $0.asked }.isEmpty)
    }

    @Test(arguments: [
        (ObjectFault.away("Timeout was reached"), VaultFault.away),
        (.refused(status: 403, code: "AccessDenied"), .failed(call: "s3", code: 403)),
        (.failed("Another range was answered"), .failed(call: "s3", code: 0)),
    ])
    func `each fault of the storage is the vault's word for it, and reported`(
        _ fault: ObjectFault, _ expected: VaultFault
    ) async throws {
        let shelf = try shelf()
        let name = try name("abcdef0123456789abcdef0123456789")
        bucket.state.withLock { $0.fault = fault }
        await #expect(throws: expected) { try await place([1], as: name, on: shelf) }
        await #expect(throws: expected) { try await shelf.read(name, 0..<1) }
        await #expect(throws: expected) { try await shelf.size(name) }
        await #expect(throws: expected) { try await shelf.remove(name) }
        await #expect(throws: expected) { try await shelf.names(after: nil, limit: 10) }
        #expect(reports.faults.withLock { $0 } == Array(repeating: fault, count: 5))
    }

    private let strangers = [
        "essaim/prod/", "essaim/prod/0/x", "essaim/prod/ab/cd/abcdef",
        "essaim/prod/ab/ce/abcdef0123456789abcdef0123456789",
        "essaim/prod/ab/cd/ABCDEF0123456789abcdef0123456789", "essaim/prod/zz", "essaim/prod/é & <b>",
    ]

    @Test(arguments: [1, 2, 3, 1000], [1, 2, 1000])
    func `files are listed in order and strangers counted once, whatever the pages`(
        _ longest: Int, _ limit: Int
    ) async throws {
        let bucket = MemoryBucket(longestPage: longest)
        let names = (0..<9).map { "\($0 * 10 + 10)abcdef0123456789abcdef01234567" }
        bucket.state.withLock { state in
            for name in names { state.objects["essaim/prod/\(name.prefix(2))/ab/\(name)"] = [1] }
            for key in strangers + ["autre/ab/cd/x", "essaim/prod2/x"] { state.objects[key] = [] }
        }
        let shelf = try shelf(bucket)
        var (found, met): ([String], Int) = ([], 0)
        var previous: AttachmentName?
        while true {
            let page = try await shelf.names(after: previous, limit: limit)
            found += page.files.map(\.name.text)
            met += page.strangers
            #expect(page.files.allSatisfy { $0.modified == Instant(milliseconds: MemoryBucket.modified) })
            #expect(page.files.count <= limit && (page.isLast || !page.files.isEmpty))
            if page.isLast { break }
            previous = page.files.last?.name
        }
        #expect(found == names)
        #expect(met == 7)
    }

    @Test func `an empty bucket is one empty page`() async throws {
        #expect(try await shelf().names(after: nil, limit: 5) == ShelfPage(files: [], strangers: 0, isLast: true))
        #expect(bucket.state.withLock { $0.asked } == ["list essaim/prod/ after nothing, 5"])
    }

    @Test(arguments: [("", ""), ("essaim", "essaim/"), ("essaim/", "essaim/"), ("a/b-c_d.e~f/", "a/b-c_d.e~f/")])
    func `a prefix ends with a slash, or is none`(_ typed: String, _ text: String) {
        #expect(ObjectPrefix(typed)?.text == text)
    }

    @Test(arguments: [
        "/", "/a", "a//b", "a//", "../a", "a/./b", "é", "a b", "a?b", "a\n", String(repeating: "a", count: 401),
    ])
    func `a prefix that a key cannot hold is none`(_ typed: String) {
        #expect(ObjectPrefix(typed) == nil)
    }
}

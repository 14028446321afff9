import Foundation
import Testing

@testable import EssaimOutbound

@Suite struct ObjectStoreTests {
    private func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<((count + 7) / 8)).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } }
            .prefix(count) + []
    }

    private func key(_ text: String = "files/ab/cd/\(UUID().uuidString.lowercased())") throws -> ObjectKey {
        try #require(ObjectKey(text))
    }

    @Test(arguments: [0, 1, 65_537, 20_000_000])
    func `what is put is there, with its length, and what is removed is not, as often as it is removed`(
        _ count: Int
    ) async throws {
        let store = try Storage.store(Storage.real())
        let key = try key()
        let sent = bytes(count)
        await #expect(throws: ObjectFault.absent) { try await store.size(of: key) }
        try await store.put(sent, as: key)
        #expect(try await store.size(of: key) == count)
        var read: [UInt8] = []
        while true {
            let more = try await store.bytes(of: key, read.count..<(read.count + (4 << 20)))
            read += more
            if more.isEmpty { break }
        }
        #expect(read == sent)
        try await store.put(sent, as: key)
        try await store.remove(key)
        try await store.remove(key)
        await #expect(throws: ObjectFault.absent) { try await store.size(of: key) }
        await #expect(throws: ObjectFault.absent) { try await store.bytes(of: key, 0..<1) }
        await #expect(throws: ObjectFault.absent) { try await store.bytes(of: key, 0..<0) }
    }

    @Test func `any range is that of the file, cut at its end, empty beyond it`() async throws {
        let store = try Storage.store(Storage.real())
        let key = try key()
        let sent = bytes(1000)
        try await store.put(sent, as: key)
        for range in [0..<1, 0..<1000, 999..<1000, 999..<2000, 0..<1_000_000, 500..<500, 3..<700] {
            #expect(try await store.bytes(of: key, range) == Array(sent[range.clamped(to: 0..<1000)]))
        }
        for range in [1000..<1001, 1000..<1000, 5000..<6000] {
            #expect(try await store.bytes(of: key, range) == [])
        }
        await #expect(throws: ObjectFault.self) { try await store.bytes(of: key, -1..<3) }
        try await store.remove(key)
    }

    @Test func `a thousand and a hundred objects are listed in order, page after page, each once`() async throws {
        let store = try Storage.store(Storage.real(), "crowd")
        var keys: [String] = []
        var sizes: [Int] = []
        var pages = 0
        while true {
            let page = try await store.list(prefix: "files/", after: keys.last)
            keys += page.entries.map(\.key)
            sizes += page.entries.map(\.byteCount)
            pages += 1
            if page.isLast { break }
        }
        #expect(pages == 2)
        #expect(keys == (0..<1100).map { "files/" + ("000\($0)".suffix(4)) })
        #expect(sizes == (0..<1100).map { $0 % 7 })
        let some = try await store.list(prefix: "files/", after: "files/0041", limit: 2)
        #expect(some.entries.map(\.key) == ["files/0042", "files/0043"] && !some.isLast)
        let end = try await store.list(prefix: "files/", after: "files/1098", limit: 2)
        #expect(end.entries.map(\.key) == ["files/1099"] && end.isLast)
        let minute = Int64(Date().timeIntervalSince1970 * 1000) - some.entries[0].modified
        #expect((0...600_000).contains(minute))
    }

    @Test func `keys of others are read as they are, and gone past; an empty bucket is an empty page`() async throws {
        let store = try Storage.store(Storage.real(), "crowd")
        let page = try await store.list(prefix: "other/", after: "other/")
        #expect(page.entries.map(\.key) == ["other/é & <b>"] && page.isLast)
        #expect(try await store.list(prefix: "", after: "other/é & <b>").entries.isEmpty)
        let none = try await store.list(prefix: "rien/")
        #expect(none.entries.isEmpty && none.isLast)
    }

    @Test(arguments: ["SignatureDoesNotMatch", "InvalidAccessKeyId", "AuthorizationHeaderMalformed", "NoSuchBucket"])
    func `wrong keys, region or bucket are refused once, in the storage's own word`(_ code: String) async throws {
        let peer = try Storage.real()
        let place =
            switch code {
            case "SignatureDoesNotMatch": try Storage.place(peer, secret: "s/ecret+key")
            case "InvalidAccessKeyId": try Storage.place(peer, access: "essaim-other")
            case "AuthorizationHeaderMalformed": try Storage.place(peer, region: "us-east-1")
            default: try Storage.place(peer, "nowhere")
            }
        let store = ObjectStore(place, through: OutgoingDoor(threads: 1))
        let status = ["AuthorizationHeaderMalformed": 400, "NoSuchBucket": 404][code] ?? 403
        let refused = ObjectFault.refused(status: status, code: code)
        let key = try key()
        await #expect(throws: refused) { try await store.put([1, 2, 3], as: key) }
        await #expect(throws: refused) { try await store.bytes(of: key, 0..<1) }
        await #expect(throws: refused) { try await store.list(prefix: "") }
    }

    @Test func `bytes that are not those of the digest are not taken`() async throws {
        let store = try Storage.store(Storage.real())
        let key = try key()
        try await Storage.withFile([1, 2, 3]) { path in
            await #expect(throws: ObjectFault.refused(status: 400, code: "XAmzContentSHA256Mismatch")) {
                try await store.put(path, byteCount: 3, digest: Array(repeating: 7, count: 32), as: key)
            }
        }
        await #expect(throws: ObjectFault.absent) { try await store.size(of: key) }
    }

    @Test func `a file that is not there, or has another length, is not sent`() async throws {
        let peer = try Peer("odd_store.py")
        let store = try Storage.store(peer, "fine")
        let (key, digest) = (try key(), Array(repeating: UInt8(7), count: 32))
        let unreadable = ObjectFault.failed("The file to send cannot be read")
        await #expect(throws: unreadable) {
            try await store.put("/nowhere/at/all", byteCount: 3, digest: digest, as: key)
        }
        await #expect(throws: unreadable) { try await store.put("/tmp", byteCount: 0, digest: digest, as: key) }
        try await Storage.withFile([1, 2, 3]) { path in
            for count in [0, 2, 4] {
                await #expect(throws: unreadable) {
                    try await store.put(path, byteCount: count, digest: digest, as: key)
                }
            }
            await #expect(throws: ObjectFault.self) {
                try await store.put(path, byteCount: 3, digest: [1, 2], as: key)
            }
        }
        #expect(try peer.end() == "")
    }
}

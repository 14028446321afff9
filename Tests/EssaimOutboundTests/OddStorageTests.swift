import Foundation
import Testing

@testable import EssaimOutbound

/// What the client makes of storages that are away, slow, or no storages.
@Suite struct OddStorageTests {
    private func key(_ text: String = "files/a") throws -> ObjectKey { try #require(ObjectKey(text)) }

    private func fault(_ peer: Peer, _ bucket: String, _ patience: ObjectPatience = Storage.hurried) async throws
        -> ObjectFault?
    {
        let store = try Storage.store(peer, bucket, patience: patience)
        return await #expect(throws: ObjectFault.self) { try await store.bytes(of: key(), 4..<8) }
    }

    private func isAway(_ fault: ObjectFault?) -> Bool {
        if case .away(let why) = fault { !why.isEmpty && !why.contains("hunter2") } else { false }
    }

    @Test(arguments: ["garbage", "hang-up", "cut", "says-500", "says-503", "says-429", "says-502"])
    func `what may pass is tried three times, then away`(_ bucket: String) async throws {
        let peer = try Peer("odd_store.py")
        #expect(isAway(try await fault(peer, bucket)))
        #expect(try peer.end() == String(repeating: "GET /\(bucket)/files/a\n", count: 3))
    }

    @Test func `a storage that comes back within the tries is not noticed`() async throws {
        for verb in ["GET", "PUT", "HEAD", "DELETE"] {
            let peer = try Peer("odd_store.py")
            let store = try Storage.store(peer, "third-time")
            switch verb {
            case "GET": #expect(try await store.bytes(of: key(), 4..<8) == Array("yyyy".utf8))
            case "PUT": try await store.put(Array(repeating: 9, count: 300_000), as: key())
            case "HEAD": #expect(try await store.size(of: key()) == 4)
            default: try await store.remove(key())
            }
            #expect(try peer.end() == String(repeating: "\(verb) /third-time/files/a\n", count: 3))
        }
    }

    @Test(arguments: [(403, "AccessDenied"), (301, "PermanentRedirect"), (404, "NoSuchBucket"), (400, "")])
    func `a refusal is not tried again`(_ status: Int, _ code: String) async throws {
        let peer = try Peer("odd_store.py")
        #expect(try await fault(peer, "says-\(status)") == .refused(status: status, code: code))
        #expect(try peer.end() == "GET /says-\(status)/files/a\n")
    }

    @Test(arguments: ["more", "much-more", "less", "shorter", "shifted", "whole", "unsaid", "unknown", "page"])
    func `other bytes than those asked for are not taken for them`(_ bucket: String) async throws {
        let peer = try Peer("odd_store.py")
        guard case .failed = try await fault(peer, bucket) else {
            Issue.record("taken, or tried again")
            return
        }
        #expect(try peer.end() == "GET /\(bucket)/files/a\n")
    }

    @Test func `an object that ends within the range gives what it has`() async throws {
        let peer = try Peer("odd_store.py")
        #expect(try await Storage.store(peer, "end").bytes(of: key(), 4..<8) == Array("yy".utf8))
        #expect(try peer.end() == "GET /end/files/a\n")
    }

    @Test(arguments: ["whole", "page", "endless", "says-200"])
    func `what is no listing is none`(_ bucket: String) async throws {
        let peer = try Peer("odd_store.py")
        let store = try Storage.store(peer, bucket)
        guard case .failed = await #expect(throws: ObjectFault.self, performing: { try await store.list(prefix: "") })
        else {
            Issue.record("taken, or tried again")
            return
        }
        #expect(try peer.end() == "GET /\(bucket)?list-type=2&max-keys=1000&prefix=\n")
    }

    @Test(arguments: ["page", "bare-etag"])
    func `without an ETag nothing was acknowledged`(_ bucket: String) async throws {
        let peer = try Peer("odd_store.py")
        let store = try Storage.store(peer, bucket)
        await #expect(throws: ObjectFault.failed("The object was not acknowledged with an ETag")) {
            try await store.put([1, 2, 3], as: key())
        }
        #expect(try peer.end() == "PUT /\(bucket)/files/a\n")
    }

    @Test func `a storage that never answers is left when the time is over, whatever tries are left`() async throws {
        let peer = try Peer("odd_store.py")
        var patience = Storage.hurried
        patience.call = .seconds(2)
        #expect(try await fault(peer, "silent", patience) == .away("Timeout was reached"))
        #expect(try peer.end() == "GET /silent/files/a\n")
    }

    @Test func `a line on which nothing moves is cut, and the call made again`() async throws {
        let peer = try Peer("odd_store.py")
        var patience = Storage.hurried
        patience.stall = .seconds(1)
        patience.call = .seconds(3600)
        let start = ContinuousClock.now
        let store = try Storage.store(peer, "first-silent", patience: patience)
        #expect(try await store.bytes(of: key(), 4..<8) == Array("yyyy".utf8))
        #expect(ContinuousClock.now - start < .seconds(600))
        #expect(try peer.end() == String(repeating: "GET /first-silent/files/a\n", count: 2))
    }

    @Test func `a storage that stops reading does not hold a file for ever`() async throws {
        var patience = Storage.hurried
        patience.stall = .seconds(1)
        patience.call = .seconds(3600)
        patience.tries = 1
        let peer = try Peer("odd_store.py")
        let store = try Storage.store(peer, "unread", patience: patience)
        let start = ContinuousClock.now
        await #expect(throws: ObjectFault.away("Timeout was reached")) {
            try await store.put(Array(repeating: 9, count: 20_000_000), as: key())
        }
        #expect(ContinuousClock.now - start < .seconds(600))
        #expect(try peer.end() == "PUT /unread/files/a\n")
    }

    @Test func `a storage that is gone is away`() async throws {
        let peer = try Peer("odd_store.py")
        _ = try peer.end()
        #expect(try await fault(peer, "fine") == .away("Couldn't connect to server"))
    }

    @Test func `a caller who gives up waits neither for the storage nor for the pauses`() async throws {
        let peer = try Peer("odd_store.py")
        var patience = ObjectPatience()
        patience.pause = .seconds(3600)
        patience.call = .seconds(36_000)
        for bucket in ["silent", "says-503"] {
            let store = try Storage.store(peer, bucket, patience: patience)
            let task = Task { try await store.bytes(of: key(), 4..<8) }
            // The call has arrived: what is left is the answer, or the pause.
            _ = try peer.next()
            task.cancel()
            await #expect(throws: ObjectFault.failed("Cancelled")) { try await task.value }
        }
    }

    @Test func `a storage whose certificate proves nothing is not spoken to`() async throws {
        let authority = try Authority()
        let peer = try Peer("http_peer.py", authority.issue("DNS:localhost,IP:127.0.0.1"))
        let place = try ObjectPlace(
            endpoint: "https://127.0.0.1:\(peer.port)", region: "fr-par", bucket: "essaim", accessKey: "a",
            secretKey: "b")
        let store = ObjectStore(place, through: OutgoingDoor(), patience: Storage.hurried)
        await #expect(throws: ObjectFault.failed("The certificate does not prove who the storage is")) {
            try await store.size(of: key())
        }
        let trusting = ObjectStore(place, through: OutgoingDoor(authorities: authority.path), patience: Storage.hurried)
        guard case .away = await #expect(throws: ObjectFault.self, performing: { try await trusting.size(of: key()) })
        else {
            Issue.record("the peer has no HEAD: 501")
            return
        }
        _ = try peer.end()
    }
}

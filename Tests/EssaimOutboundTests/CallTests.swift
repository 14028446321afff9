import Foundation
import Testing

@testable import EssaimOutbound

@Suite struct CallTests {
    private let door = OutgoingDoor()

    /// What `/echo` answers.
    private struct Heard: Decodable {
        let method: String
        let path: String
        let body: [UInt8]
        let headers: [[String]]
        let port: Int

        func values(of name: String) -> [String] {
            headers.filter { $0[0].lowercased() == name.lowercased() }.map { $0[1] }
        }
    }

    private func echo(_ call: OutgoingCall) async throws -> Heard {
        let answer = try await door.exchange(call)
        #expect(answer.status == 200)
        #expect(answer.contentType == "application/json")
        return try JSONDecoder().decode(Heard.self, from: Data(answer.body))
    }

    @Test(arguments: [OutgoingCall.Method.get, .post, .put])
    func `a call arrives as it was written, with nothing of ours beside it`(_ method: OutgoingCall.Method) async throws
    {
        let peer = try Peer.shared()
        let bytes = method == .get ? [] : Array(UInt8.min...UInt8.max) + Array(repeating: 0, count: 100_000)
        let heard = try await echo(
            OutgoingCall(
                method, peer.url("/echo?a=1&b=%C3%A9"),
                headers: [("X-One", "é, à la fin"), ("X-Empty", "  "), ("Content-Type", "text/plain")], body: bytes))
        #expect(heard.method == method.rawValue)
        #expect(heard.path == "/echo?a=1&b=%C3%A9")
        #expect(heard.body == bytes)
        #expect(heard.values(of: "X-One").map { $0.data(using: .isoLatin1) } == [Data("é, à la fin".utf8)])
        #expect(heard.values(of: "X-Empty") == [""])
        #expect(heard.values(of: "Content-Type") == ["text/plain"])
        let names = heard.headers.map { $0[0].lowercased() }.sorted()
        let ours = ["accept", "content-type", "host", "user-agent", "x-empty", "x-one"]
        #expect(names == (method == .get ? ours : (ours + ["content-length"]).sorted()))
    }

    @Test func `a body without a type is sent without one, an empty body as nothing`() async throws {
        let peer = try Peer.shared()
        for method in [OutgoingCall.Method.post, .put] {
            let heard = try await echo(OutgoingCall(method, peer.url("/echo")))
            #expect(heard.values(of: "Content-Type").isEmpty)
            #expect(heard.values(of: "Content-Length") == ["0"])
        }
    }

    @Test func `nothing is kept between two calls: neither a cookie nor a connection`() async throws {
        let peer = try Peer.shared()
        let first = try await echo(OutgoingCall(.get, peer.url("/echo")))
        let second = try await echo(OutgoingCall(.get, peer.url("/echo")))
        #expect(first.port != second.port)
        #expect(second.values(of: "Cookie").isEmpty)
    }

    @Test func `a name and a password in the operator's address are sent as Basic authentication`() async throws {
        let peer = try Peer.shared()
        let heard = try await echo(OutgoingCall(.get, "http://holder:s%40cret@127.0.0.1:\(peer.port)/echo"))
        #expect(heard.values(of: "Authorization") == ["Basic aG9sZGVyOnNAY3JldA=="])
    }

    @Test(arguments: [204, 301, 302, 307, 308, 401, 404, 407, 500, 503])
    func `any status is an answer; a redirect is not followed`(_ status: Int) async throws {
        let peer = try Peer.shared()
        let answer = try await door.exchange(OutgoingCall(.post, peer.url("/status?\(status)"), body: [1]))
        #expect(answer.status == status)
    }

    @Test func `a compressed answer is not opened`() async throws {
        let peer = try Peer.shared()
        let answer = try await door.exchange(OutgoingCall(.get, peer.url("/zipped")))
        #expect(answer.body == [0x1F, 0x8B] + Array("not opened".utf8))
    }

    @Test func `an answer of the size allowed is read, one byte more is not`() async throws {
        let peer = try Peer.shared()
        let answer = try await door.exchange(OutgoingCall(.get, peer.url("/bytes?70000"), answerLimit: 70_000))
        #expect(answer.body == Array(repeating: UInt8(ascii: "y"), count: 70_000))
        for (size, limit) in [(70_001, 70_000), (1, 0)] {
            await #expect(throws: OutgoingFault.tooLarge) {
                _ = try await door.exchange(OutgoingCall(.get, peer.url("/bytes?\(size)"), answerLimit: limit))
            }
        }
    }

    @Test(arguments: ["/endless", "/endless-header"])
    func `an answer without end is cut`(_ path: String) async throws {
        let peer = try Peer.shared()
        await #expect(throws: OutgoingFault.tooLarge) {
            _ = try await door.exchange(OutgoingCall(.get, peer.url(path)))
        }
    }

    @Test(arguments: ["/silent", "/drip"])
    func `a peer that does not finish in time is left`(_ path: String) async throws {
        let peer = try Peer.shared()
        await #expect(throws: OutgoingFault.timedOut) {
            _ = try await door.exchange(OutgoingCall(.get, peer.url(path), timeout: .milliseconds(300)))
        }
    }

    @Test(arguments: ["/hang-up", "/cut", "/garbage"])
    func `a peer that hangs up or says nothing sensible is unreachable, in words without the address`(
        _ path: String
    ) async throws {
        let peer = try Peer.shared()
        let url = "http://holder:hunter2@127.0.0.1:\(peer.port)\(path)"
        let fault = await #expect(throws: OutgoingFault.self) {
            _ = try await door.exchange(OutgoingCall(.get, url))
        }
        guard case .unreachable(let why) = fault else {
            Issue.record("\(fault.debugDescription)")
            return
        }
        #expect(!why.isEmpty)
        for secret in ["hunter2", "holder", "127.0.0.1", path] { #expect(!why.contains(secret)) }
    }

    @Test func `nobody listening is unreachable`() async throws {
        let peer = try Peer("http_peer.py")
        _ = try peer.end()
        await #expect(throws: OutgoingFault.unreachable("Couldn't connect to server")) {
            _ = try await door.exchange(OutgoingCall(.get, peer.url("/echo")))
        }
    }

    @Test func `a call and its secrets are not shown`() {
        let call = OutgoingCall(
            .put, "https://holder:hunter2@peer.example/", headers: [("Authorization", "hunter2")],
            body: Array("hunter2".utf8))
        var dumped = ""
        dump(call, to: &dumped)
        for shown in ["\(call)", String(reflecting: call), dumped] { #expect(!shown.contains("hunter2")) }
    }
}

import EssaimDomain
import EssaimTestSupport
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@Suite struct HostTests {
    /// What a Host header may say to a server whose address is http://localhost:8080.
    static let hosts: [(host: String?, get: Int, post: Int)] = [
        ("localhost:8080", 303, 403), ("LOCALHOST:8080", 303, 403),
        ("127.0.0.1:8080", 303, 421), ("127.0.0.1", 303, 421), ("[::1]:8080", 303, 421), ("localhost", 303, 421),
        ("evil.example", 421, 421), ("localhost:8080.evil.example", 421, 421),
        ("localhost.evil.example:8080", 421, 421),
        ("localhost@evil.example", 421, 421), ("127.0.0.1.evil.example:8080", 421, 421), ("", 421, 421),
    ]

    @Test(arguments: hosts) func `only the one address is served; another spelling of this machine leads to it`(
        _ host: String?, _ get: Int, _ post: Int
    ) async throws {
        try await ServedTown.open(origin: "http://localhost:8080", live: true) { town in
            let port = try #require(town.client.port)
            try await TestClient.withClient(host: "localhost", port: port) { client in
                let asked = try await client.execute(.init("/demo?x=1", method: .get, authority: host))
                let isOurs = host?.lowercased() == "localhost:8080"
                #expect(asked.status.code == (isOurs ? 404 : get))
                if get == 303, !isOurs {
                    let location = try #require(asked.headers[.location])
                    #expect(location.hasPrefix("http://localhost:8080/demo"))
                }
                let posted = try await client.execute(
                    .init("/connexion", method: .post, authority: host, body: ByteBuffer(string: "identifiant=a")))
                #expect(posted.status.code == post)
                #expect(posted.headers[.setCookie] == nil)
            }
        }
    }

    @Test func `the address that was asked for is kept on the way to the right host, query and all`() async throws {
        try await ServedTown.open(origin: "http://localhost:8080") { town in
            let page = try await town.browser().get("/demandes?vue=a-prendre&fait=prendre")
            #expect(page.status == 303)
            #expect(page.location == "http://localhost:8080/demandes?vue=a-prendre&fait=prendre")
        }
    }

    @Test func `the way to the right host never leaves it`() async throws {
        try await ServedTown.open(origin: "http://localhost:8080") { town in
            for path in ["//evil.example/a", "/@evil.example", "/.evil.example", "/\\evil.example"] {
                let location = try #require(try await town.browser().get(path).location)
                #expect(location.hasPrefix("http://localhost:8080/"), "\(path)")
            }
        }
    }

    @Test func `on one connection, an answer to HEAD has no body that the next answer would be taken for`() async throws
    {
        try await ServedTown.open(origin: "http://localhost:8080", live: true) { town in
            let port = try #require(town.client.port)
            try await TestClient.withClient(host: "localhost", port: port) { client in
                for path in ["/health", "/nulle-part", "/demandes", "/demo", "/connexion?%"] {
                    let head = try await client.execute(.init(path, method: .head, authority: "localhost:8080"))
                    let get = try await client.execute(.init(path, method: .get, authority: "localhost:8080"))
                    #expect(head.status == get.status && (head.body?.readableBytes ?? 0) == 0, "\(path)")
                }
            }
        }
    }

    @Test func `a server with a name of its own does not answer to this machine's`() async throws {
        try await ServedTown.open(origin: "https://essaim.example") { town in
            let page = try await town.browser().get("/connexion")
            #expect(page.status == 421 && page.setCookie == nil)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import HTTPTypes
import Testing

@testable import EssaimServer

@Suite struct SoftwareDoorTests {
    static let called = ["/api/moi", "/api/suivi", "/api/suivi/demandes"]

    @Test func `a session opens nothing to programs, and a program's token no page`() async throws {
        try await ServedTown.open { town in
            let token = try await town.token(of: try await Program.register(in: town, scopes: [.figures, .lines]))
            let head = try await town.browser(of: .head)
            for path in Self.called {
                #expect(try await town.call(path, with: token).status == 200)
                let page = try await head.get(path)
                #expect(page.status == 401 && page.source == #"{"error":"unauthorized"}"#, "\(path)")
            }
            for path in ["/suivi", "/suivi/demandes.csv", "/demandes", "/profil", "/journal"] {
                #expect(try await town.call(path, with: token).status == 401, "\(path)")
            }
            let cookie = try await town.browser().send(
                .get, "/suivi", headers: ["Cookie": "\(Browser.cookieName)=\(token)"])
            #expect(cookie.status == 401)
        }
    }

    @Test func `a token stands in its header, once, and nowhere else`() async throws {
        try await ServedTown.open { town in
            let token = try await town.token(of: try await Program.register(in: town))
            #expect(try await town.call("/api/moi?access_token=\(token)", with: nil).status == 401)
            #expect(
                try await town.browser().send(.get, "/api/moi", headers: ["Authorization": "bearer \(token)"]).status
                    == 200)
            for wrong in [
                "Basic \(token)", "Bearer", "Bearer ", token, "Bearer \(token) \(token)",
                "Bearer \(token),Bearer \(token)",
                "Bearer \(token)A", "Bearer " + String(token.dropLast()), "Bearer " + String(repeating: "A", count: 43),
                "Bearer " + String(repeating: "A", count: 5000),
            ] {
                let page = try await town.browser().send(.get, "/api/moi", headers: ["Authorization": wrong])
                #expect(page.status == 401, "\(wrong)")
                #expect(page.header("WWW-Authenticate") == #"Bearer realm="essaim", error="invalid_token""#)
            }
            let bare = try await town.call("/api/moi", with: nil)
            #expect(bare.header("WWW-Authenticate") == #"Bearer realm="essaim""#)
        }
    }

    @Test func `the token endpoint knows one grant, sent once, in a form`() async throws {
        try await ServedTown.open { town in
            let program = try await Program.register(in: town)
            func good() throws -> [(String, String)] {
                [
                    ("grant_type", "client_credentials"), ("client_assertion_type", Program.type),
                    ("client_assertion", try program.assertion(at: town.clock.now())),
                ]
            }
            for grant in ["password", "authorization_code", "refresh_token", "implicit", ""] {
                let page = try await town.postToken([("grant_type", grant)] + (try good().dropFirst()))
                #expect(page.status == 400 && page.source == #"{"error":"unsupported_grant_type"}"#, "\(grant)")
            }
            let invalid = #"{"error":"invalid_request"}"#
            for fields in [
                [], Array(try good().dropFirst()), try good() + [("grant_type", "client_credentials")],
                try good() + [("scope", "suivi.chiffres"), ("scope", "suivi.lignes")],
                try good() + [("client_secret", "x")],
            ] as [[(String, String)]] {
                #expect(try await town.postToken(fields).source == invalid)
            }
            #expect(try await town.postToken(try good(), to: "/api/jeton?scope=suivi.chiffres").source == invalid)
            for fields in [
                [try good()[0], try good()[1]],
                [try good()[0], ("client_assertion_type", "urn:other"), try good()[2]],
            ] {
                #expect(try await town.postToken(fields).source == #"{"error":"invalid_client"}"#)
            }
            let json = try await town.browser().send(
                .post, "/api/jeton", body: Array("{}".utf8), headers: ["Content-Type": "application/json"])
            let huge = try await town.postToken(try good() + [("x", String(repeating: "a", count: 17_000))])
            #expect(json.status == 400 && json.source == invalid)
            #expect(huge.status == 413 && huge.source == #"{"error":"content_too_large"}"#)
            #expect(try town.ledger.counts()["software_tokens"] == 0)
            #expect(try await town.postToken(try good()).status == 200)
        }
    }

    @Test func `no other site's page may read what programs read`() async throws {
        try await ServedTown.open { town in
            let token = try await town.token(of: try await Program.register(in: town))
            let headers = ["Authorization": "Bearer \(token)", "Origin": "https://evil.example"]
            for path in Self.called {
                let page = try await town.browser().send(.get, path, headers: headers)
                for field in page.headers {
                    #expect(!field.name.canonicalName.hasPrefix("access-control-"), "\(path) \(field.name)")
                }
                #expect(page.header("Cache-Control") == "no-store" && page.setCookie == nil)
            }
        }
    }

    @Test func `an account has so many tokens and calls, and nobody else's are counted with them`() async throws {
        try await ServedTown.open { town in
            let program = try await Program.register(in: town)
            let other = try await Program.register(in: town)
            // Whoever knows the account's id, and not its key.
            for _ in 1...30 {
                let assertion = String(try program.assertion(at: town.clock.now()).dropLast(8)) + "AAAAAAAA"
                #expect(try await town.askToken(assertion).status == 401)
            }
            for _ in 1...20 { _ = try await town.token(of: program) }
            let before = try town.ledger.counts()
            let refused = try await town.askToken(try program.assertion(at: town.clock.now()))
            #expect(refused.status == 429 && refused.header("Retry-After") == "6")
            #expect(refused.source == #"{"error":"too_many_requests"}"#)
            #expect(before.difference(to: try town.ledger.counts()) == [:])
            let token = try await town.token(of: other)
            town.clock.advance(by: .seconds(6))
            _ = try await town.token(of: program)

            for _ in 1...120 { #expect(try await town.call("/api/moi", with: token).status == 200) }
            let late = try await town.call("/api/moi", with: token)
            #expect(late.status == 429 && late.header("Retry-After") == "1")
            town.clock.advance(by: .milliseconds(500))
            #expect(try await town.call("/api/moi", with: token).status == 200)
        }
    }

    @Test func `each token given or refused is an entry, ten refusals an hour, and holds no secret`() async throws {
        try await ServedTown.open { town in
            let program = try await Program.register(in: town)
            let assertion = try program.assertion(at: town.clock.now())
            let token = try await town.token(of: program)
            for _ in 1...15 { _ = try await town.askToken(String(assertion.dropLast(8)) + "AAAAAAAA") }
            let history = try town.ledger.history()
            #expect(history.prefix(3) == ["software.add done", "software.key done", "software.token done"])
            #expect(history.count { $0 == "software.token refused" } == 10)
            let kept = try town.ledger.dumpAll().joined(separator: "\n")
            for secret in [token, assertion] {
                #expect(!kept.contains(secret))
                #expect(!town.log.text.contains(secret))
            }
            // They are read where the network's journal is.
            let journal = try await town.browser(of: .securityReferent).get("/journal")
            #expect(journal.text.contains("jeton donné au logiciel « Logiciel fictif »"))
            #expect(journal.text.contains("jeton refusé au logiciel « Logiciel fictif »"))
        }
    }
}

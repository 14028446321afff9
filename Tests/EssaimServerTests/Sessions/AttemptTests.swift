import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer
@testable import EssaimWorkflow

/// Wrong passwords: a few are a slip, many are an attack. Nobody is shut out by someone else's.
struct AttemptTests {
    private static let password = "une phrase assez longue"

    private func wrong(
        _ times: Int, _ login: String, in town: ServedTown, from address: String? = nil
    ) async throws -> Page {
        var last: Page?
        let headers = address.map { ["X-Forwarded-For": $0] } ?? [:]
        for number in 0..<times {
            last = try await town.browser().post(
                "/connexion", [("identifiant", login), ("mot_de_passe", "faux \(number)")], headers: headers)
        }
        return try #require(last)
    }

    @Test func `ten wrong passwords are told so; the eleventh try waits, even with the right one`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            #expect(try await wrong(10, "asker", in: town).status == 422)
            for password in ["encore faux", Self.password] {
                let page = try await town.browser().signIn("asker", password)
                #expect(page.status == 429 && page.setCookie == nil)
                #expect(page.header("Retry-After") == "900" && page.text.contains("Attendez 15 minutes"))
            }
            // What was refused before being tried is not counted: the wait does not grow.
            town.clock.advance(by: .minutes(15))
            #expect(try await town.browser().signIn("asker", Self.password).status == 303)
        }
    }

    @Test func `another login is not touched, known or not, and spelling does not help`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .senior)
            _ = try await wrong(10, "asker", in: town)
            #expect(try await town.browser().signIn("  ASKER ", "faux").status == 429)
            #expect(try await town.browser().signIn("senior", Self.password).status == 303)
            _ = try await wrong(10, "nobody", in: town)
            #expect(try await town.browser().signIn("nobody", "faux").status == 429, "as for someone who exists")
        }
    }

    @Test func `someone else's wrong passwords from elsewhere shut nobody out`() async throws {
        try await ServedTown.open(live: true) { town in
            try await town.setPassword(Self.password, of: .asker)
            let refused = try await wrong(11, "asker", in: town, from: "198.51.100.7")
            try #require(refused.status == 429, "the proxy's word is believed: it is on this machine")
            let own = try await town.browser().post(
                "/connexion", [("identifiant", "asker"), ("mot_de_passe", Self.password)],
                headers: ["X-Forwarded-For": "198.51.100.7, 203.0.113.9"])
            #expect(own.text.contains("Deuxième étape"), "only what the nearest proxy added last counts")
        }
    }

    @Test func `one address does not try one password on everyone`() async throws {
        try await ServedTown.open { town in
            try await town.server.store.write { tx in
                for limit in SignInLimit.all(login: "", client: "") where limit.most == SignInLimit.perClient {
                    for _ in 0..<SignInLimit.perClient {
                        try tx.countAttempt(limit.bucket, window: SignInLimit.window, at: town.clock.now())
                    }
                }
            }
            #expect(try await town.browser().signIn("senior", "faux").status == 429)
        }
    }

    @Test func `the table of attempts names nobody, and forgets`() async throws {
        try await ServedTown.open { town in
            _ = try await wrong(2, "asker", in: town)
            let rows = try town.ledger.dump("attempts")
            #expect(rows.count == 3 && !rows.contains { $0.contains("asker") })
            town.clock.advance(by: .minutes(16))
            _ = try await wrong(1, "someone", in: town)
            #expect(
                try town.ledger.dump("attempts").count == 3, "the client’s, the new login’s, and what asker is told of")
        }
    }
}

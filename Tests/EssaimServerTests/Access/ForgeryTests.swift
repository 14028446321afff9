import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWeb
import HTTPTypes
import Testing

@testable import EssaimServer

@Suite struct ForgeryTests {
    /// What a forger sends in the place of the session's token.
    static let tokens: [(name: String, fields: @Sendable (_ own: String, _ other: String) -> [(String, String)])] = [
        ("none", { _, _ in [] }),
        ("an empty one", { _, _ in [("_csrf", "")] }),
        ("another session's", { _, other in [("_csrf", other)] }),
        ("its own twice", { own, _ in [("_csrf", own), ("_csrf", own)] }),
        ("its own, then another's", { own, other in [("_csrf", own), ("_csrf", other)] }),
        ("its own but for a letter", { own, _ in [("_csrf", String(own.dropLast()) + (own.last == "A" ? "B" : "A"))] }),
        ("its own in another case", { own, _ in [("_CSRF", own)] }),
        ("its own and more", { own, _ in [("_csrf", own + " ")] }),
    ]

    @Test(arguments: tokens) func `no act is done without this session's token, once`(
        _ name: String, _ fields: @Sendable (String, String) -> [(String, String)]
    ) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let other = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            let draft = try await asker.preparedDraft()
            let before = try town.ledger.dumpAll()
            for endpoint in Site.endpoints where endpoint.method == .post && endpoint.needsSeal {
                let path = endpoint.path.filled(["id": endpoint.path.contains("brouillon") ? draft : demand])
                let rest = [("_cle", "forged"), ("_version", "2"), ("texte", "forged"), ("motif", "forged")]
                let page = try await asker.post(path, fields(asker.csrf, other.csrf) + rest)
                #expect(page.status == 403, "\(path)")
                #expect(page.text.contains("Ce formulaire n’a pas été accepté"), "\(path)")
            }
            #expect(try town.ledger.dumpAll() == before)
        }
    }

    @Test func `a token in the address does not stand for the one of the form`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            let path = "/demandes/\(demand)/annuler?_csrf=\(asker.csrf)&_cle=k&_version=2"
            #expect(try await asker.post(path).status == 403)
            #expect(try await town.stored(demand)?.state == .submitted)
        }
    }

    /// Where a browser says that a request comes from, and whether it is one of ours.
    static let origins: [(headers: [String: String], isOurs: Bool)] = [
        (["Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"], true),
        (["Sec-Fetch-Site": "same-origin"], true),
        (["Origin": "http://localhost"], true),
        ([:], false),
        (["Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"], false),
        (["Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"], false),
        (["Sec-Fetch-Site": "same-site", "Origin": "http://localhost"], false),
        (["Sec-Fetch-Site": "none"], false),
        (["Sec-Fetch-Site": "Same-Origin"], false),
        (["Sec-Fetch-Site": "same-origin, cross-site"], false),
        (["Origin": "null"], false),
        (["Origin": "http://localhost:8080"], false),
        (["Origin": "http://localhost.evil.example"], false),
        (["Origin": "http://localhost/"], false),
        (["Origin": "https://localhost"], false),
        (["Origin": "http://127.0.0.1"], false),
        (["Referer": "http://localhost/demandes"], false),
    ]

    @Test(arguments: origins) func `a change comes from a page of ours, or is refused before anything is read`(
        _ headers: [String: String], _ isOurs: Bool
    ) async throws {
        try await ServedTown.open { town in
            try await town.setPassword("une phrase assez longue", of: .asker)
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            let version = try #require(try await town.stored(demand)?.version)
            var sent = headers
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            let body = Array("_csrf=\(asker.csrf)&_cle=k&_version=\(version)".utf8)
            let page = try await asker.send(.post, "/demandes/\(demand)/annuler", body: body, headers: sent)
            #expect(page.status == (isOurs ? 303 : 403))
            #expect(try await town.stored(demand)?.state == (isOurs ? .cancelled : .submitted))
            // The sign-in has no session's token to check: its origin alone keeps someone else's page from signing one in.
            let login = Array("identifiant=asker&mot_de_passe=une+phrase+assez+longue".utf8)
            let entered = try await town.browser().send(.post, "/connexion", body: login, headers: sent)
            #expect(entered.status == (isOurs ? 200 : 403) && entered.setCookie == nil)
            #expect((entered.passkey != nil) == isOurs, "the second step follows, or nothing")
        }
    }

    @Test func `no GET changes anything but the history's views`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let forged = "_csrf=FORGED&_cle=k&_version=3&fait=clore&ligne=dermatology&persona=asker"
            for knocker in [Knocker.anonymous, .asker, .senior, .coordinator, .expired] {
                let browser = try await knocker.browser(in: town)
                let query = "?" + forged.replacing("FORGED", with: browser.csrf)
                let before = try town.ledger.dumpAll(but: Ledger.ofReading)
                for endpoint in Site.endpoints {
                    let demands: [Kept] =
                        endpoint.path.contains("{id}") ? [.draft, .submitted, .taken, .answered] : [.draft]
                    for kept in demands {
                        let path = endpoint.path.filled(kept)
                        #expect(try await browser.get(path + query).status < 500, "\(path)")
                    }
                }
                #expect(try town.ledger.dumpAll(but: Ledger.ofReading) == before, "\(knocker)")
            }
            let done = Set(try town.ledger.history())
            let views = [
                "worklist.view", "request.view", "billing.acts", "patient.list", "patient.view", "problem.list",
                "request.prepare",
                "activity.export",
            ]
            #expect(done == Set(views.map { "\($0) done" } + ["access refused"]))
        }
    }
}

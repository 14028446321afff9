import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWeb
import EssaimWorkflow
import HTTPTypes
import Testing

@testable import EssaimServer

/// 5,060 requests drawn from seeds, at every route and as every visitor of the access table: whatever comes, the answer is one
/// of ours.
@Suite struct RandomRequestTests {
    static let each = 220

    /// The only routes whose answer may open a session (ASVS 6.3.4): each shows who it is.
    static let openSessions: Set<String> = [
        "POST /connexion", "POST /connexion/code", "POST /connexion/cle", "POST /connexion/ajout/code",
        "POST /connexion/ajout/cle", "POST /connexion/arrivee", "GET /connexion/retour/{nom}", "POST /demo/entrer",
        "POST /profil/securite/confirmer/code", "POST /profil/securite/confirmer/cle",
    ]

    /// What an answer never says of how it was made: the house's rooms, its language, its stores.
    static let inner = [
        "Swift.", "Fatal error", "EssaimServer", "EssaimGate", "EssaimDomain", "EssaimWorkflow", "EssaimStorage",
        "EssaimSQLite", "EssaimPostgres", "EssaimHTTP", "StoreFault", "DecodingError", "SQLITE_", "SQLSTATE", "GRDB",
        "Sources/", ".swift", "Optional(", "0x0000", "Hummingbird",
    ]

    @Test func `they are five thousand, whoever sends them`() {
        #expect(Knocker.allCases.count * Self.each >= 5_000)
    }

    @Test(arguments: Array(Knocker.allCases.enumerated()))
    func `a random request is never our error, never tells how it failed, never opens a session`(
        _ rank: Int, _ knocker: Knocker
    ) async throws {
        try await ServedTown.open(forms: FormLibrary([.sample], files: QuestionnaireFiles())) { town in
            try await Kept.fill(town)
            try await Kept.keepForm(town)
            try await Kept.beginJournal(town)
            var statuses: [Int] = []
            // A session that a request ended is begun again, and what follows drawn anew.
            while statuses.count < Self.each {
                let browser = try await knocker.browser(in: town)
                let forms = try await forms(of: browser)
                let seed = 20_261_123 &+ UInt64(rank) << 32 &+ UInt64(statuses.count)
                let drawn = Self.drawn(Self.each - statuses.count, seed, forms, csrf: browser.csrf)
                statuses += try await send(drawn, by: browser, knocker)
            }
            // It was no walk along closed doors.
            let refused = statuses.count { (400..<500).contains($0) }
            #expect(refused >= 20 && statuses.count - refused >= (knocker.isKnown ? 15 : 3), "\(refused) refused")
            #expect(try await town.browser().get("/health").status == 200)
        }
    }

    private struct Drawn: Sendable {
        let endpoint: Endpoint
        let request: RandomRequest
    }

    /// All routes in a drawn order, again and again: no route is left to luck.
    private static func drawn(
        _ count: Int, _ seed: UInt64, _ forms: [String: [(String, String)]], csrf: String
    ) -> [Drawn] {
        var random = SeededGenerator(seed: seed)
        var order: [Endpoint] = []
        var drawn: [Drawn] = []
        while drawn.count < count {
            if order.isEmpty { order = Site.endpoints.shuffled(using: &random) }
            let endpoint = order.removeLast()
            let kept = Kept.allCases[Int(random.next() % UInt64(Kept.allCases.count))]
            let filled = endpoint.path.filled(kept)
            let good = Door.all.first { $0.name == endpoint.name }?.form ?? []
            let request = RandomRequest(
                endpoint, filled: filled, fields: forms[filled] ?? good, csrf: csrf, using: &random)
            drawn.append(Drawn(endpoint: endpoint, request: request))
        }
        return drawn
    }

    /// What they are answered, up to the one that ends the session.
    private func send(_ drawn: [Drawn], by browser: Browser, _ knocker: Knocker) async throws -> [Int] {
        let token = await browser.token
        var statuses: [Int] = []
        for one in drawn {
            let method = try #require(HTTPRequest.Method(one.request.method.rawValue))
            let page = try await browser.send(
                method, one.request.path, body: one.request.body, headers: one.request.headers)
            statuses.append(page.status)
            check(page, of: one.endpoint, one.request, knocker)
            let now = await browser.token
            if now != token { break }
        }
        return statuses
    }

    private func check(_ page: Page, of endpoint: Endpoint, _ request: RandomRequest, _ knocker: Knocker) {
        let said = "\(knocker) \(endpoint.name) \(request.path.prefix(200)) \(request.headers)"
        #expect(page.status < 500, "\(page.status): \(said)")
        #expect((page.setCookie ?? "").isEmpty || Self.openSessions.contains(endpoint.name), "\(said)")
        if let location = page.location {
            #expect(location.hasPrefix("/") && !location.hasPrefix("//"), "\(location): \(said)")
        }
        if page.header("Content-Type")?.hasPrefix("text/") == true, !endpoint.path.hasPrefix("/actifs/") {
            for word in Self.inner { #expect(!page.source.contains(word), "\(word): \(said)") }
        }
    }

    /// What the pages that this visitor may open would send, by where it goes.
    private func forms(of browser: Browser) async throws -> [String: [(String, String)]] {
        var forms: [String: [(String, String)]] = [:]
        for endpoint in Site.endpoints where endpoint.method == .get {
            for kept in endpoint.path.contains("{id}") ? [Kept.draft, .submitted, .taken, .answered] : [.taken] {
                for form in try await browser.get(endpoint.path.filled(kept)).forms {
                    forms[form.action] = form.fields.map { ($0.name, $0.value) }
                }
            }
        }
        return forms
    }

    @Test func `a token given twice is no token, whichever of the two is right`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let asker = try await town.browser(of: .asker)
            let before = try town.ledger.dumpAll(but: ["history"])
            for endpoint in Site.endpoints
            where endpoint.method == .post && endpoint.needsSeal && !endpoint.isForServers {
                let path = endpoint.path.filled(.draft)
                for tokens in [[asker.csrf, "x"], ["x", asker.csrf], [asker.csrf, asker.csrf]] {
                    let page = try await asker.post(path, tokens.map { ("_csrf", $0) } + [("_cle", "twice \(path)")])
                    #expect(page.status == 403, "\(endpoint.name) \(tokens.first == "x"): \(page.status)")
                }
            }
            #expect(try town.ledger.dumpAll(but: ["history"]) == before)
        }
    }
}

extension Endpoint {
    fileprivate var name: String { "\(method.rawValue) \(path)" }
}

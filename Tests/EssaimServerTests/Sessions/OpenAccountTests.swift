import EssaimDomain
import EssaimHTTP
import EssaimTestSupport
import Testing

@testable import EssaimIdentity
@testable import EssaimServer
@testable import EssaimWorkflow

/// A link opens an account once: a password is chosen, then a second factor set up, then one is in.
@Suite struct OpenAccountTests {
    private static let password = "quatre mots sans lien aucun"

    private func link(_ town: ServedTown) async throws -> String {
        let opening = try await town.server.add(
            NewUser(
                login: "riwal", familyName: "Kerexemple", givenName: "Riwal", profession: "10",
                check: "M. Essai, carte vue"))
        guard case .link(let link) = opening else {
            Issue.record("\(opening)")
            return ""
        }
        let origin = town.server.configuration.origin.text
        #expect(link.hasPrefix(origin + "/compte/"))
        return String(link.dropFirst(origin.count))
    }

    /// A password by the link; the page that sets a second factor up.
    private func choose(_ browser: Browser, _ link: String, _ password: String = password) async throws -> Page {
        let form = try await browser.get(link).form(to: link)
        return try await browser.submit(form, [("mot_de_passe", password)])
    }

    @Test(arguments: [
        ("10", nil, false), ("60", " ", false), ("10", "M. Essai, carte vue", true), ("none", nil, true),
    ])
    func `a professional of whom nothing proves who they are gets no account`(
        _ profession: String, _ check: String?, _ isMade: Bool
    ) async throws {
        try await ServedTown.open { town in
            let user = NewUser(
                login: "riwal", familyName: "Kerexemple", givenName: "Riwal", profession: profession, check: check)
            let opening = try? await town.server.add(user)
            #expect((opening != nil) == isMade)
            let account = try await town.server.store.read { try $0.account(login: "riwal") }
            #expect((account != nil) == isMade)
        }
    }

    @Test func `the account has no password before its owner chose one`() async throws {
        try await ServedTown.open { town in
            _ = try await link(town)
            #expect(try await town.server.store.read { try $0.account(login: "riwal")?.passwordHash } == nil)
            for password in ["", Self.password] {
                #expect(try await town.browser().signIn("riwal", password).status == 422)
            }
        }
    }

    @Test func `a password, then a key: codes for paper are shown once, and the session begins`() async throws {
        try await ServedTown.open { town in
            let (browser, link) = (town.browser(), try await link(town))
            let page = try await choose(browser, link)
            #expect(page.status == 200 && page.setCookie == nil && page.text.contains("Protéger mon compte"))
            let asked = try #require(page.passkey)
            let paper = try await browser.submit(
                try page.form(to: "/connexion/ajout/cle"),
                [("cle_nom", "Téléphone")] + SoftPasskey([5, 5, 5]).make(asked.challenge).fields)
            #expect(paper.status == 200 && paper.setCookie?.utf8.count == 43)
            #expect(paper.text.contains("Vos codes de secours"))
            #expect(try await browser.get("/demandes").status == 200)
            let entered = try await town.browser().signIn("riwal", Self.password)
            #expect(entered.location == "/demandes", "the same key, asked for by its name")
            #expect(
                try town.ledger.history().prefix(3) == [
                    "account.invite done", "account.open done", "factor.add done",
                ])
        }
    }

    @Test func `a password, then an application that shows a first code`() async throws {
        try await ServedTown.open { town in
            let (browser, link) = (town.browser(), try await link(town))
            let page = try await choose(browser, link)
            let form = try page.form(to: "/connexion/ajout/code")
            let wrong = try await browser.submit(form, [("code", "000000")])
            #expect(wrong.status == 422 && wrong.setCookie == nil)
            let hash = SessionTokens().hash(try #require(form.value("_etape")))
            let step = try #require(try await town.server.store.read { try $0.signInStep(hash) })
            let secret = try town.server.accounts.opened(
                try #require(step.secret), of: try #require(step.person))
            #expect(page.text.contains(TimeCode(secret: secret).typed))
            let code = TimeCode(secret: secret).code(at: TimeCode.step(at: town.clock.now()))
            #expect(try await browser.submit(form, [("code", code)]).setCookie != nil)
        }
    }

    @Test func `the link opens once, and no longer than three days`() async throws {
        try await ServedTown.open { town in
            let link = try await link(town)
            _ = try await choose(town.browser(), link)
            let again = try await town.browser().get(link)
            #expect(again.status == 404 && again.text.contains("Ce lien n’ouvre plus rien"))
            let renewed = try #require(try await town.server.link(forLogin: "riwal"))
            let path = String(renewed.dropFirst(town.server.configuration.origin.text.count))
            #expect(try await town.browser().get(path).status == 200)
            town.clock.advance(by: .hours(72))
            #expect(try await town.browser().get(path).status == 404)
        }
    }

    @Test func `a newer link ends the one before it`() async throws {
        try await ServedTown.open { town in
            let link = try await link(town)
            _ = try await town.server.link(forLogin: "riwal")
            #expect(try await town.browser().get(link).status == 404)
        }
    }

    @Test func `a lost account is given back without what it had: keys, codes and sessions are over`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword("une phrase assez longue", of: .asker)
            let old = try await town.browser(of: .asker)
            let link = try #require(
                try await town.server.link(forLogin: "asker", .everything, checked: "A. Essai, vue"))
            let path = String(link.dropFirst(town.server.configuration.origin.text.count))
            #expect(try await old.get("/demandes").status == 200, "nothing ends before the link is used")
            _ = try await choose(town.browser(), path)
            #expect(try await old.get("/demandes").status == 401)
            let factors = try await town.server.store.read { try $0.factors(of: Person.asker.id) }
            #expect(factors.isEmpty && factors.recoveryCodes == 0)
            #expect(try await town.browser().signIn("asker", "une phrase assez longue").status == 422)
        }
    }

    @Test func `a forgotten password is no way round the second step`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword("une phrase assez longue", of: .asker)
            let link = try #require(try await town.server.link(forLogin: "asker"))
            let path = String(link.dropFirst(town.server.configuration.origin.text.count))
            let browser = town.browser()
            let page = try await choose(browser, path)
            #expect(page.status == 200 && page.setCookie == nil && page.text.contains("Deuxième étape"))
            #expect(try await browser.secondStep(page).location == "/demandes")
        }
    }

    @Test func `a closed account is opened by no link, and its sessions are over`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword("une phrase assez longue", of: .asker)
            let browser = try await town.browser(of: .asker)
            let link = try #require(try await town.server.link(forLogin: "asker"))
            let path = String(link.dropFirst(town.server.configuration.origin.text.count))
            #expect(try await town.server.setClosed(true, login: "asker"))
            #expect(try await browser.get("/demandes").status == 401)
            #expect(try await town.browser().get(path).status == 404)
            #expect(try await town.server.link(forLogin: "asker") == nil)
            #expect(try await town.browser().signIn("asker", "une phrase assez longue").status == 422)
            #expect(try await town.server.setClosed(false, login: "asker"))
            #expect(try await town.browser().signIn("asker", "une phrase assez longue").location == "/demandes")
            #expect(try await town.server.setClosed(true, login: "nobody") == false)
        }
    }

    @Test func `everybody's sessions end together`() async throws {
        try await ServedTown.open { town in
            let browsers = [try await town.browser(of: .asker), try await town.browser(of: .senior)]
            #expect(try await town.server.endSessions(ofLogin: nil))
            for browser in browsers { #expect(try await browser.get("/demandes").status == 401) }
        }
    }

    @Test(arguments: ["court", "motdepasse1234", "riwal riwal riwal", String(repeating: "a", count: 200)])
    func `a password that is easily guessed is refused, and the link still opens`(_ password: String) async throws {
        try await ServedTown.open { town in
            let (browser, link) = (town.browser(), try await link(town))
            let page = try await choose(browser, link, password)
            #expect(page.status == 422 && page.source.contains("mot_de_passe-erreur"))
            #expect(try await choose(browser, link).status == 200)
        }
    }

    @Test(arguments: ["", "x", "../..", String(repeating: "A", count: 43), String(repeating: "A", count: 4000)])
    func `what is no link opens nothing`(_ token: String) async throws {
        try await ServedTown.open { town in
            let page = try await town.browser().get("/compte/\(Browser.encoded(token))")
            #expect(page.status == 404)
            let posted = try await town.browser().post(
                "/compte/\(Browser.encoded(token))", [("mot_de_passe", Self.password)])
            #expect(posted.status == 404 && posted.setCookie == nil)
        }
    }
}

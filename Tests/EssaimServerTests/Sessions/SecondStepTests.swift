import EssaimDomain
import EssaimHTTP
import EssaimTestSupport
import Testing

@testable import EssaimIdentity
@testable import EssaimServer
@testable import EssaimWorkflow

/// After the password: a key, a code, or one from the paper. Without it nothing opens.
@Suite struct SecondStepTests {
    private static let password = "une phrase assez longue"

    private func first(_ town: ServedTown, _ browser: Browser, _ login: String = "asker") async throws -> Page {
        try await browser.post("/connexion", [("identifiant", login), ("mot_de_passe", Self.password)])
    }

    /// An application for them; what it shows now.
    private func application(_ town: ServedTown, of person: Person) async throws -> TimeCode {
        let secret = [UInt8](repeating: 9, count: 32)
        let sealed = try town.server.accounts.sealed(secret, of: person.id)
        try await town.server.store.write {
            try $0.save(TimeCodeKey(person: person.id, secret: sealed, addedAt: town.clock.now()))
        }
        return TimeCode(secret: secret)
    }

    @Test func `a right password alone opens no session`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = town.browser()
            let page = try await first(town, browser)
            #expect(page.status == 200 && page.setCookie == nil && page.text.contains("Deuxième étape"))
            #expect(try town.ledger.counts()["sessions"] == 0)
            #expect(try await browser.get("/demandes").status == 401)
        }
    }

    @Test func `the key that the step names opens it, once`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = town.browser()
            let page = try await first(town, browser)
            let form = try page.form(to: "/connexion/cle")
            let asked = try #require(page.passkey)
            let signed = SoftPasskey(asked.passkeys[0]).sign(asked.challenge).fields
            let entered = try await browser.submit(form, signed)
            #expect(entered.location == "/demandes" && entered.setCookie?.utf8.count == 43)
            let again = try await town.browser().submit(form, signed)
            #expect(again.status == 422 && again.setCookie == nil)
            let session = try await town.server.store.read { reader in
                try reader.sessions(of: Person.asker.id, limit: 9).map(\.means)
            }
            #expect(session == [.passwordAndPasskey])
        }
    }

    @Test func `someone else's key opens nothing, neither theirs nor one's own`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            try await town.setPassword(Self.password, of: .senior)
            let browser = town.browser()
            let page = try await first(town, browser)
            let asked = try #require(page.passkey)
            let entered = try await browser.submit(
                try page.form(to: "/connexion/cle"), SoftPasskey(of: Person.senior.id).sign(asked.challenge).fields)
            #expect(entered.status == 422 && entered.setCookie == nil)
            #expect(try town.ledger.counts()["sessions"] == 0)
        }
    }

    @Test func `a code of the application opens it; the same code does not open it again`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let code = try await application(town, of: .asker).code(at: TimeCode.step(at: town.clock.now()))
            let (one, other) = (town.browser(), town.browser())
            let (page, second) = (try await first(town, one), try await first(town, other))
            let entered = try await one.submit(try page.form(to: "/connexion/code"), [("code", code)])
            #expect(entered.location == "/demandes" && entered.setCookie != nil)
            let replayed = try await other.submit(try second.form(to: "/connexion/code"), [("code", code)])
            #expect(replayed.status == 422 && replayed.setCookie == nil)
            #expect(replayed.text.contains("Ce code n’est pas le bon, ou il a déjà servi."))
        }
    }

    @Test func `after a rotation of the master key the application still opens, and the old key opens nothing more`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let key = try await application(town, of: .asker)
            let (old, new, _) = try await town.server.rotateMasterKey { _ in }
            let sealed = try await town.server.store.read { tx in
                (try tx.factors(of: Person.asker.id).timeCode?.secret.master, try tx.mastersInUse())
            }
            #expect(sealed.0 == new && old != new && !sealed.1.contains(old))
            let browser = town.browser()
            let form = try await first(town, browser).form(to: "/connexion/code")
            let code = key.code(at: TimeCode.step(at: town.clock.now()))
            #expect(try await browser.submit(form, [("code", code)]).setCookie != nil)
        }
    }

    @Test func `five wrong codes end the step, and the right one comes too late`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let key = try await application(town, of: .asker)
            let browser = town.browser()
            let form = try await first(town, browser).form(to: "/connexion/code")
            for number in 1...5 {
                let page = try await browser.submit(form, [("code", "00000\(number)")])
                #expect(page.status == 422 && page.setCookie == nil)
                #expect(page.forms.contains { $0.action == "/connexion/code" } == (number < 5))
            }
            let late = try await browser.submit(form, [("code", key.code(at: TimeCode.step(at: town.clock.now())))])
            #expect(late.status == 422 && late.text.contains("Recommencez depuis le début."))
        }
    }

    @Test func `a step is over after ten minutes`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            for (wait, status) in [(Duration.seconds(599), 303), (.minutes(10), 422)] {
                let browser = town.browser()
                let page = try await first(town, browser)
                let asked = try #require(page.passkey)
                town.clock.advance(by: wait)
                let entered = try await browser.submit(
                    try page.form(to: "/connexion/cle"), SoftPasskey(asked.passkeys[0]).sign(asked.challenge).fields)
                #expect(entered.status == status)
            }
        }
    }

    @Test func `many wrong codes in a day stop codes, wherever they come from, and nothing else`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let key = try await application(town, of: .asker)
            for _ in 0..<12 {
                let browser = town.browser()
                let form = try await first(town, browser).form(to: "/connexion/code")
                for _ in 0..<5 { _ = try await browser.submit(form, [("code", "000000")]) }
            }
            let browser = town.browser()
            let page = try await first(town, browser)
            let code = key.code(at: TimeCode.step(at: town.clock.now()))
            let refused = try await browser.submit(try page.form(to: "/connexion/code"), [("code", code)])
            #expect(refused.status == 429 && refused.header("Retry-After") != nil)
            #expect(try await browser.secondStep(page).location == "/demandes", "the key still opens")
        }
    }

    @Test func `a code from the paper opens once`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            var random = SystemRandomNumberGenerator()
            let code = RecoveryCode(using: &random)
            try await town.server.store.write {
                try $0.replaceRecoveryCodes([code.digest], of: Person.asker.id, at: town.clock.now())
            }
            for status in [303, 422] {
                let browser = town.browser()
                let page = try await first(town, browser)
                let form = page.forms.first { $0.action == "/connexion/code" }
                guard let form else {
                    #expect(status == 422, "nothing is left on the paper, nothing is asked")
                    continue
                }
                #expect(try await browser.submit(form, [("code", code.printed)]).status == status)
            }
            #expect(try town.ledger.history().contains("factor.recovery done"))
        }
    }

    @Test func `a key alone says who, when it checked who touched it`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            for (flags, status) in [(UInt8(0x05), 303), (0x01, 422)] {
                let browser = town.browser()
                let words = try await browser.post("/connexion/cle/defi").source.split(separator: " ")
                let challenge = try #require(UnpaddedBase64.url.decode(words[1]))
                var key = SoftPasskey(of: Person.asker.id)
                key.flags = flags
                let page = try await browser.post(
                    "/connexion/cle", [("_etape", String(words[0]))] + key.sign(challenge).fields)
                #expect(page.status == status)
            }
        }
    }

    @Test func `an account that was closed between the two steps stays closed`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = town.browser()
            let page = try await first(town, browser)
            try town.ledger.execute("UPDATE accounts SET is_disabled = TRUE WHERE login = 'asker'")
            let entered = try await browser.secondStep(page)
            #expect(entered.status == 422 && entered.setCookie == nil)
        }
    }

    @Test func `neither secret nor step nor code is anywhere in clear`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let key = try await application(town, of: .asker)
            let page = try await first(town, town.browser())
            let step = try #require(try page.form(to: "/connexion/code").value("_etape"))
            for row in try town.ledger.dumpAll() {
                #expect(!row.contains(step) && !row.contains(key.typed.replacing(" ", with: "")))
                #expect(!row.lowercased().contains(String(repeating: "09", count: 32)))
            }
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimHTTP
@testable import EssaimIdentity
@testable import EssaimServer
@testable import EssaimStorage
@testable import EssaimWorkflow

/// Each change of how someone signs in is told to them by mail, at once, in the transaction of the change.
@Suite struct AccountMailTests {
    private static let password = "une phrase assez longue"
    private static let firefox = ["User-Agent": "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"]
    private static let iphone = ["User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1"]

    /// A town where *asker* is reached by mail, and has a password and a key.
    private func open(_ visit: @Sendable (TellingTown) async throws -> Void) async throws {
        try await TellingTown.open(reached: [.asker]) { telling in
            try await telling.town.setPassword(Self.password, of: .asker)
            try await visit(telling)
        }
    }

    /// What was told since, with the address: `keyAdded asker@exemple.fr`.
    private func told(_ telling: TellingTown) async throws -> [String] {
        telling.mail.forget()
        try await telling.send()
        return telling.mail.carried.compactMap { message, address in
            switch message.content {
            case .account(let event, _, _): "\(event.rawValue) \(address)"
            case .invitation: "invitation \(address)"
            default: nil
            }
        }.sorted()
    }

    /// Signs in from a browser that says so of itself.
    private func signIn(_ town: ServedTown, _ headers: [String: String], _ password: String = password) async throws {
        let browser = town.browser()
        let page = try await browser.post(
            "/connexion", [("identifiant", "asker"), ("mot_de_passe", password)], headers: headers)
        guard let asked = page.passkey else { return }
        let form = try page.form(to: "/connexion/cle")
        _ = try await browser.post(
            form.action, form.filled(with: SoftPasskey(asked.passkeys[0]).sign(asked.challenge).fields),
            headers: headers)
    }

    @Test func `a new password, a key more and less, new codes: each is told once`() async throws {
        try await open { telling in
            let town = telling.town
            let browser = try await town.browser(of: .asker)
            _ = try await browser.act(
                "/profil/securite/mot-de-passe",
                [("mot_de_passe", Self.password), ("nouveau_mot_de_passe", "des mots tout autres ici")], key: "1")
            #expect(try await told(telling) == ["passwordChanged asker@exemple.fr"])
            let page = try await browser.act("/profil/securite/ajouter", key: "2")
            let asked = try #require(page.passkey)
            _ = try await browser.submit(
                try page.form(to: "/connexion/ajout/cle"), SoftPasskey([4]).make(asked.challenge).fields)
            #expect(try await told(telling) == ["keyAdded asker@exemple.fr"])
            let keys = try await town.server.store.read { try $0.factors(of: Person.asker.id).passkeys }
            _ = try await browser.act("/profil/securite/cles/\(keys[1].id.rawValue)/retirer", key: "3")
            #expect(try await told(telling) == ["keyRemoved asker@exemple.fr"])
            _ = try await browser.act("/profil/securite/codes", key: "4")
            #expect(try await told(telling) == ["recoveryRenewed asker@exemple.fr"])
            #expect(try await told(telling).isEmpty, "and then nothing")
        }
    }

    @Test func `a provider that opens an account from now on is told once`() async throws {
        try await open { telling in
            let accounts = telling.town.server.accounts
            try telling.town.makeReal(.asker)
            let provider = VouchingProvider(for: Person.asker.rpps)
            let answer = ArrivalAnswer(exercise: nil, activity: nil, acceptsCharter: true, place: nil)
            guard case .asked(let arrival) = try await accounts.comeBack(by: provider),
                case .admitted = try await accounts.settle(arrival.token, answer, .init())
            else {
                Issue.record("not let in")
                return
            }
            #expect(try await told(telling).contains("providerBound asker@exemple.fr"))
            guard case .admitted = try await accounts.comeBack(by: provider) else {
                Issue.record("not let in again")
                return
            }
            let again = try await told(telling)
            #expect(!again.contains { $0.hasPrefix("providerBound") })
        }
    }

    @Test func `an application more and less, and a code from paper that opened`() async throws {
        try await open { telling in
            let town = telling.town
            let browser = try await town.browser(of: .asker)
            let page = try await browser.act("/profil/securite/ajouter", key: "1")
            let form = try page.form(to: "/connexion/ajout/code")
            let hash = SessionTokens().hash(try #require(form.value("_etape")))
            let step = try #require(try await town.server.store.read { try $0.signInStep(hash) })
            let secret = try town.server.accounts.opened(try #require(step.secret), of: try #require(step.person))
            _ = try await browser.submit(
                form, [("code", TimeCode(secret: secret).code(at: TimeCode.step(at: town.clock.now())))])
            #expect(try await told(telling) == ["applicationAdded asker@exemple.fr"])
            _ = try await browser.act("/profil/securite/application", key: "2")
            #expect(try await told(telling) == ["applicationRemoved asker@exemple.fr"])
            let codes = try await browser.act("/profil/securite/codes", key: "3")
            _ = try await told(telling)
            let code = try #require(
                codes.source.split(whereSeparator: { "<> \n".contains($0) }).map(String.init)
                    .last { RecoveryCode($0) != nil })
            let stranger = town.browser()
            let second = try await stranger.post(
                "/connexion", [("identifiant", "asker"), ("mot_de_passe", Self.password)])
            _ = try await stranger.submit(try second.form(to: "/connexion/code"), [("code", code)])
            #expect(try await told(telling).contains("recoveryUsed asker@exemple.fr"))
        }
    }

    @Test func `an address that changes is told at the old one, before and after, and at the new one`() async throws {
        try await open { telling in
            let asker = try await telling.town.browser(of: .asker)
            _ = try await asker.submit(
                try await asker.get("/profil").form(to: "/profil/courriel"), [("courriel", "neuve@exemple.fr")])
            #expect(try await told(telling) == ["addressAsked asker@exemple.fr"])
            guard case .check(let secret, _)? = telling.mail.carried.last?.message.content else {
                Issue.record("no link to confirm")
                return
            }
            let path = "/profil/courriel/\(secret)"
            _ = try await asker.submit(try await asker.get(path).form(to: path))
            #expect(
                try await told(telling) == ["addressChanged asker@exemple.fr", "addressChanged neuve@exemple.fr"])
            try await telling.town.server.store.write { tx in
                try tx.ask("+33600000001", of: Person.asker.id, by: .sms, at: .sample)
                try tx.confirm(Person.asker.id, by: .sms)
            }
            let contacts = ContactDesk(
                store: telling.town.server.store, clock: telling.town.clock,
                bulletin: telling.town.server.engine.bulletin, channels: [.mail, .sms])
            try await contacts.forget(.sms, of: Person.asker.id, from: "")
            try await contacts.forget(.mail, of: Person.asker.id, from: "")
            #expect(
                try await told(telling) == ["addressRemoved neuve@exemple.fr", "numberRemoved neuve@exemple.fr"])
        }
    }

    @Test func `a link made and used, an account closed and opened again`() async throws {
        try await open { telling in
            let town = telling.town
            let link = try #require(try await town.server.link(forLogin: "asker"))
            #expect(try await told(telling) == ["linkMade asker@exemple.fr"])
            let path = String(link.dropFirst(town.server.configuration.origin.text.count))
            let browser = town.browser()
            _ = try await browser.submit(
                try await browser.get(path).form(to: path), [("mot_de_passe", "quatre mots sans lien aucun")])
            #expect(try await told(telling) == ["passwordByLink asker@exemple.fr"])
            let lost = try #require(
                try await town.server.link(forLogin: "asker", .everything, checked: "A. Essai, vue"))
            let everything = String(lost.dropFirst(town.server.configuration.origin.text.count))
            _ = try await browser.submit(
                try await browser.get(everything).form(to: everything), [("mot_de_passe", "cinq mots sans lien aucun")])
            #expect(try await told(telling) == ["accountOpened asker@exemple.fr", "linkMade asker@exemple.fr"])
            #expect(try await town.server.setClosed(true, login: "asker"))
            #expect(try await told(telling) == ["accountClosed asker@exemple.fr"], "closed, they still hear of it")
            #expect(try await town.server.setClosed(false, login: "asker"))
            #expect(try await told(telling) == ["accountReopened asker@exemple.fr"])
        }
    }

    @Test func `a sign-in from a new device, after refusals or after months is told; a usual one is not`() async throws
    {
        try await open { telling in
            let town = telling.town
            try await signIn(town, Self.firefox)
            #expect(try await told(telling).isEmpty, "the first one ever")
            try await signIn(town, Self.firefox)
            #expect(try await told(telling).isEmpty)
            try await signIn(town, Self.iphone)
            #expect(try await told(telling) == ["newDevice asker@exemple.fr"])
            for _ in 1...2 { try await signIn(town, Self.firefox, "faux") }
            try await signIn(town, Self.firefox)
            #expect(try await told(telling).isEmpty, "two slips are nothing")
            for _ in 1...3 { try await signIn(town, Self.firefox, "faux") }
            #expect(try await told(telling).isEmpty, "nobody came in")
            try await signIn(town, Self.firefox)
            #expect(try await told(telling) == ["afterRefusals asker@exemple.fr"])
            try await signIn(town, Self.firefox)
            #expect(try await told(telling).isEmpty, "once")
            for _ in 1...3 { try await signIn(town, Self.firefox, "faux") }
            town.clock.advance(by: .hours(25))
            try await signIn(town, Self.firefox)
            #expect(try await told(telling).isEmpty, "of another day")
            town.clock.advance(by: .days(90))
            try await signIn(town, Self.firefox)
            #expect(try await told(telling) == ["afterAbsence asker@exemple.fr"])
        }
    }

    @Test func `who passes the password and fails the second step is told of, once a day`() async throws {
        try await open { telling in
            let town = telling.town
            _ = try await town.browser(of: .asker).act("/profil/securite/codes", key: "1")
            _ = try await told(telling)
            for _ in 1...2 {
                let browser = town.browser()
                let page = try await browser.post(
                    "/connexion", [("identifiant", "asker"), ("mot_de_passe", Self.password)])
                let form = try page.form(to: "/connexion/code")
                for number in 1...5 { _ = try await browser.submit(form, [("code", "00000\(number)")]) }
            }
            #expect(try await told(telling) == ["secondStepFailed asker@exemple.fr"])
        }
    }

    @Test func `a change that is rolled back or refused tells nobody`() async throws {
        try await open { telling in
            struct Undone: Error {}
            let accounts = telling.town.server.accounts
            await #expect(throws: Undone.self) {
                try await telling.town.server.store.write { tx in
                    try accounts.tell(.keyAdded, Person.asker.id, tx)
                    throw Undone()
                }
            }
            let browser = try await telling.town.browser(of: .asker)
            _ = try await browser.act(
                "/profil/securite/mot-de-passe",
                [("mot_de_passe", "faux"), ("nouveau_mot_de_passe", "des mots tout autres ici")], key: "1")
            #expect(try await told(telling).isEmpty)
        }
    }

    @Test func `it leaves at night and on Sundays, whatever was chosen`() async throws {
        try await open { telling in
            try await telling.choose(TellingChoices(mail: .nothing, sms: .nothing), .asker)
            try telling.goTo(3, 0, days: 6)
            _ = try await telling.town.server.setClosed(true, login: "asker")
            #expect(try await told(telling) == ["accountClosed asker@exemple.fr"])
        }
    }

    @Test func `who confirmed no address, or a server without mail, leaves nothing behind`() async throws {
        try await TellingTown.open(reached: []) { telling in
            _ = try await telling.town.server.setClosed(true, login: "asker")
            #expect(try telling.town.ledger.counts()["account_mails"] == 0)
        }
        try await ServedTown.open { town in
            try await town.server.store.write { tx in
                try tx.ask("asker@exemple.fr", of: Person.asker.id, by: .mail, at: .sample)
                try tx.confirm(Person.asker.id, by: .mail)
            }
            _ = try await town.server.setClosed(true, login: "asker")
            #expect(try town.ledger.counts()["account_mails"] == 0)
        }
    }

    @Test func `a mail that fails comes back under its name, and is gone once it left`() async throws {
        try await open { telling in
            _ = try await telling.town.server.setClosed(true, login: "asker")
            telling.mail.fail(with: .away("timedOut"))
            try await telling.send()
            #expect(telling.mail.carried.count == 1)
            telling.town.clock.advance(by: .minutes(1))
            telling.mail.fail(with: nil)
            try await telling.send()
            #expect(telling.mail.carried.count == 2 && Set(telling.mail.carried.map(\.message.id)).count == 1)
            #expect(try telling.town.ledger.counts()["account_mails"] == 0)
        }
    }
}

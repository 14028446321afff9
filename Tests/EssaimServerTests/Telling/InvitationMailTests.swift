import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer
@testable import EssaimWeb

/// Whoever is invited is written to, and comes by the way that fits them: a link, or Pro Santé Connect.
@Suite struct InvitationMailTests {
    private static let list = "/reseaux/network/membres"
    private static let head = "nom;prenom;profession;rpps;courriel;roles;verifie\n"

    /// What the administrator's table of one row leads to: the mails that left, `lien` or `psc` and the address.
    private func invited(_ rows: String, _ telling: TellingTown) async throws -> [String] {
        let browser = try await telling.town.browser(of: .administrator)
        let table = [("table", Self.head + rows), ("_suite", "envoyer")]
        _ = try await browser.act("\(Self.list)/inviter", table, key: rows, version: nil)
        return try await letters(telling)
    }

    private func letters(_ telling: TellingTown) async throws -> [String] {
        telling.mail.forget()
        try await telling.send()
        return telling.mail.carried.compactMap { message, address in
            guard case .invitation(let secret, _) = message.content else { return nil }
            return "\(secret == nil ? "psc" : "lien") \(address)"
        }.sorted()
    }

    private func person(_ name: String, in town: ServedTown) async throws -> Person? {
        try await town.server.store.read { store in
            try store.members(of: Network.sample.id).map(\.person).first { $0.familyName == name }
        }
    }

    private func account(_ name: String, in town: ServedTown) async throws -> Account? {
        guard let person = try await person(name, in: town) else { return nil }
        return try await town.server.store.read { try $0.account(of: person.id) }
    }

    /// An RPPS holder has a local account only after a sign-in by Pro Santé Connect, or after a named check.
    @Test(arguments: [
        ("Neuve;Ève;hors-sante;;eve@exemple.fr;secretaire;", ["lien eve@exemple.fr"], true),
        ("Neuve;Ève;medecin;;eve@exemple.fr;responsable;", ["psc eve@exemple.fr"], false),
        ("Neuve;Ève;medecin;99900000011;eve@exemple.fr;responsable;", ["psc eve@exemple.fr"], false),
        (
            "Neuve;Ève;medecin;99900000011;eve@exemple.fr;responsable;A. Essai, carte vue le 3",
            ["lien eve@exemple.fr"], true
        ),
        ("Neuve;Ève;medecin;99900000011;;responsable;", [], false),
    ])
    func `each comes by the way that fits them`(_ row: String, _ letters: [String], _ opens: Bool) async throws {
        try await TellingTown.open { telling in
            let left = try await invited(row + "\n", telling)
            #expect(left == letters)
            let person = try await person("Neuve", in: telling.town)
            #expect(person != nil)
            let account = try await account("Neuve", in: telling.town)
            #expect((account != nil) == opens)
        }
    }

    @Test func `the link that is sent opens the account, with the check in the journal`() async throws {
        try await TellingTown.open { telling in
            let town = telling.town
            let row = "Neuve;Ève;medecin;99900000011;eve@exemple.fr;responsable;A. Essai, carte vue le 3\n"
            _ = try await invited(row, telling)
            guard case .invitation(let secret?, let network)? = telling.mail.carried.last?.message.content else {
                Issue.record("no link")
                return
            }
            #expect(network == Network.sample.name)
            let path = SitePath.openAccount(secret).text
            let browser = town.browser()
            let opened = try await browser.submit(
                try await browser.get(path).form(to: path), [("mot_de_passe", "quatre mots sans lien aucun")])
            // A second factor comes next, always.
            #expect(opened.status < 400 && opened.passkey != nil)
            let entries = try town.ledger.look.texts("SELECT payload FROM history WHERE action = 'account.invite'")
            #expect(entries.count == 1 && entries[0].contains("A. Essai, carte vue le 3"))
        }
    }

    @Test func `sent again, the former link opens nothing; five times a day and no more`() async throws {
        try await TellingTown.open { telling in
            let town = telling.town
            _ = try await invited("Neuve;Ève;hors-sante;;eve@exemple.fr;secretaire;\n", telling)
            guard case .invitation(let first?, _)? = telling.mail.carried.last?.message.content else {
                Issue.record("no link")
                return
            }
            let person = try #require(try await person("Neuve", in: town))
            let browser = try await town.browser(of: .administrator)
            for time in 1...6 {
                let page = try await browser.act(
                    "\(Self.list)/\(person.id)/inviter", [], key: "again \(time)", version: nil)
                #expect(page.status == 303)
                #expect(try await letters(telling) == (time <= 5 ? ["lien eve@exemple.fr"] : []), "\(time)")
            }
            let old = try await town.browser().get(SitePath.openAccount(first).text)
            #expect(old.status >= 400)
            town.clock.advance(by: .hours(25))
            _ = try await town.browser(of: .administrator).act(
                "\(Self.list)/\(person.id)/inviter", [], key: "next day", version: nil)
            #expect(try await letters(telling) == ["lien eve@exemple.fr"])
        }
    }

    /// Otherwise inviting would say who has an account here.
    @Test func `someone who signs in by that address already is not told of, and keeps their account`() async throws {
        try await TellingTown.open { telling in
            let town = telling.town
            try await town.server.store.write { tx in
                let other = Person.sample("other", "Autre", "Ana", .none)
                try tx.insert(other)
                try tx.insert(Account(person: other.id, login: "eve@exemple.fr", passwordHash: nil))
            }
            let browser = try await town.browser(of: .administrator)
            let table = Self.head + "Neuve;Ève;hors-sante;99900000011;eve@exemple.fr;secretaire;A. Essai, vue\n"
            let free = Self.head + "Neuve;Ève;hors-sante;99900000011;libre@exemple.fr;secretaire;A. Essai, vue\n"
            let told = try await browser.act("\(Self.list)/inviter", [("table", table)], key: "1", version: nil)
            let other = try await browser.act("\(Self.list)/inviter", [("table", free)], key: "2", version: nil)
            #expect(told.status == other.status)
            _ = try await browser.act(
                "\(Self.list)/inviter", [("table", table), ("_suite", "envoyer")], key: "3", version: nil)
            let account = try #require(try await account("Neuve", in: town))
            #expect(account.login != "eve@exemple.fr")
        }
    }
}

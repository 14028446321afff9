import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWeb
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// One's own devices and second factors, seen and changed on one page.
@Suite struct SecurityPageTests {
    private static let password = "une phrase assez longue"

    @Test func `each of one's sessions is shown, with the browser it is in, and this one is said`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = town.browser()
            _ = try await browser.post(
                "/connexion", [("identifiant", "asker"), ("mot_de_passe", "faux")],
                headers: ["User-Agent": "<script>alert(1)</script>"])
            _ = try await browser.signIn("asker", Self.password)
            _ = try await town.browser(of: .asker)
            let page = try await browser.get("/profil/securite")
            #expect(page.status == 200 && page.text.contains("celui-ci"))
            #expect(page.forms.filter { $0.action.hasSuffix("/fermer") }.count == 1)
            #expect(!page.source.contains("alert(1)"))
        }
    }

    @Test func `a session is closed from another, at once`() async throws {
        try await ServedTown.open { town in
            let (here, there) = (try await town.browser(of: .asker), try await town.browser(of: .asker))
            let form = try #require(
                try await here.get("/profil/securite").forms.first { $0.action.hasSuffix("/fermer") })
            #expect(try await here.submit(form).location == "/profil/securite?fait=appareil-ferme")
            #expect(try await there.get("/demandes").status == 401)
            #expect(try await here.get("/demandes").status == 200)
        }
    }

    @Test func `nobody closes another's session, nor learns that there is one`() async throws {
        try await ServedTown.open { town in
            let other = try await town.browser(of: .senior)
            let id = try await town.server.store.read { try $0.sessions(of: Person.senior.id, limit: 1)[0].id }
            let browser = try await town.browser(of: .asker)
            for session in [id.rawValue, "nothing"] {
                let page = try await browser.act("/profil/securite/appareils/\(session)/fermer", key: session)
                #expect(page.status == 404)
            }
            #expect(try await other.get("/demandes").status == 200)
        }
    }

    @Test func `all others close together`() async throws {
        try await ServedTown.open { town in
            let browsers = [
                try await town.browser(of: .asker), try await town.browser(of: .asker),
                try await town.browser(of: .asker),
            ]
            _ = try await browsers[0].act("/profil/securite/autres-appareils", key: "k")
            var statuses: [Int] = []
            for browser in browsers { statuses.append(try await browser.get("/demandes").status) }
            #expect(statuses == [200, 401, 401])
        }
    }

    /// What changes how one signs in.
    private static let sensitive = [
        "/profil/securite/ajouter", "/profil/securite/mot-de-passe", "/profil/securite/codes",
        "/profil/securite/application", "/profil/courriel", "/profil/mobile",
    ]

    @Test func `ten minutes after one showed who one is, what is sensitive asks again and changes nothing`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = try await town.browser(of: .asker)
            _ = try await town.browser(of: .asker)
            let named = try await town.server.store.write { tx in
                try tx.save(
                    TimeCodeKey(
                        person: Person.asker.id, secret: SealedSecret(master: "m", bytes: [1]),
                        addedAt: town.clock.now()))
                let other = try tx.sessions(of: Person.asker.id, limit: 9).map(\.id.rawValue)
                return (other, try tx.factors(of: Person.asker.id).passkeys.map(\.id.rawValue))
            }
            town.clock.advance(by: .minutes(10))
            let before = try town.ledger.dumpAll().count
            let devices = ["/profil/securite/autres-appareils"]
            let ownParts =
                devices + named.0.map { "/profil/securite/appareils/\($0)/fermer" }
                + named.1.map { "/profil/securite/cles/\($0)/retirer" }
            #expect(ownParts.count == 4)
            for path in Self.sensitive + ownParts {
                let page = try await browser.act(path, [("mot_de_passe", Self.password)], key: path)
                #expect(page.location == "/profil/securite?fait=a-confirmer", "\(path)")
            }
            #expect(try town.ledger.dumpAll().count == before)
            let closed = try await browser.get("/profil/securite")
            #expect(!closed.forms.contains { Self.sensitive.contains($0.action) })
        }
    }

    /// By hand: what would hurt most in a stolen session (ASVS 5.0, 7.5.3).
    private static let asking: Set<String> = [
        "/profil/securite/ajouter", "/profil/securite/mot-de-passe", "/profil/securite/codes",
        "/profil/securite/application", "/profil/securite/cles/{cle}/retirer", "/profil/securite/autres-appareils",
        "/profil/securite/appareils/{session}/fermer", "/profil/courriel", "/profil/mobile",
        "/reseaux/{reseau}/membres/inviter", "/reseaux/{reseau}/membres/{personne}/inviter",
        "/reseaux/{reseau}/membres/{personne}/place", "/reseaux/{reseau}/membres/{personne}/fin", "/journal/export",
    ]

    @Test func `roles, invitations and the journal's export ask again too`() async throws {
        #expect(Set(Site.endpoints.filter(\.needsProof).map(\.path)) == Self.asking)
        try await ServedTown.open { town in
            let administrator = try await town.browser(of: .administrator)
            let referent = try await town.browser(of: .securityReferent)
            town.clock.advance(by: .minutes(10))
            let before = try town.ledger.dumpAll().count
            let list = "/reseaux/network/membres"
            for path in [
                "\(list)/inviter", "\(list)/\(Person.senior.id)/inviter", "\(list)/\(Person.senior.id)/place",
                "\(list)/\(Person.senior.id)/fin",
            ] {
                let page = try await administrator.act(path, [("table", "nom;prenom;profession\n")], key: path)
                #expect(page.location == "/profil/securite?fait=a-confirmer", "\(path)")
            }
            #expect(try await referent.get("/journal/export").location == "/profil/securite?fait=a-confirmer")
            #expect(try town.ledger.dumpAll().count == before)
        }
    }

    @Test func `shown again with a key, it is open for ten minutes`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = try await town.browser(of: .asker)
            town.clock.advance(by: .minutes(11))
            let asked = try await browser.submit(
                try await browser.get("/profil/securite").form(to: "/profil/securite/confirmer"))
            let passkey = try #require(asked.passkey)
            let form = try asked.form(to: "/profil/securite/confirmer/cle")
            let proven = try await browser.submit(
                form, SoftPasskey(passkey.passkeys[0]).sign(passkey.challenge).fields)
            #expect(proven.location == "/profil/securite?fait=confirme")
            let open = try await browser.get("/profil/securite")
            let codes = try await browser.submit(try open.form(to: "/profil/securite/codes"))
            #expect(codes.status == 200 && codes.text.contains("Vos codes de secours"))
            town.clock.advance(by: .minutes(10))
            let late = try await browser.submit(try open.form(to: "/profil/securite/codes"))
            #expect(late.location == "/profil/securite?fait=a-confirmer")
        }
    }

    @Test func `shown again, the session has another token, and the one before opens nothing`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = try await town.browser(of: .asker)
            let old = await browser.token
            let asked = try await browser.act("/profil/securite/confirmer", key: "k")
            let passkey = try #require(asked.passkey)
            _ = try await browser.submit(
                try asked.form(to: "/profil/securite/confirmer/cle"),
                SoftPasskey(passkey.passkeys[0]).sign(passkey.challenge).fields)
            #expect(await browser.token != old)
            #expect(try await browser.get("/demandes").status == 200)
            await browser.carry(token: old)
            #expect(try await browser.get("/demandes").status == 401)
        }
    }

    @Test func `another's key shows nothing of who one is`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            try await town.setPassword(Self.password, of: .senior)
            let browser = try await town.browser(of: .asker)
            town.clock.advance(by: .minutes(11))
            let asked = try await browser.submit(
                try await browser.get("/profil/securite").form(to: "/profil/securite/confirmer"))
            let passkey = try #require(asked.passkey)
            let page = try await browser.submit(
                try asked.form(to: "/profil/securite/confirmer/cle"),
                SoftPasskey(of: Person.senior.id).sign(passkey.challenge).fields)
            #expect(page.status == 422)
            #expect(try await browser.act("/profil/securite/codes", key: "k").status == 303)
        }
    }

    @Test func `a new password wants the old one, ends other sessions, and opens`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let (browser, other) = (try await town.browser(of: .asker), try await town.browser(of: .asker))
            let new = "des mots tout autres ici"
            func change(_ old: String, _ new: String, _ key: String) async throws -> Page {
                try await browser.act(
                    "/profil/securite/mot-de-passe", [("mot_de_passe", old), ("nouveau_mot_de_passe", new)], key: key)
            }
            #expect(try await change("faux", new, "1").status == 422)
            #expect(try await change(Self.password, "court", "2").status == 422)
            #expect(try await other.get("/demandes").status == 200)
            #expect(try await change(Self.password, new, "3").location == "/profil/securite?fait=mot-de-passe")
            #expect(try await other.get("/demandes").status == 401)
            #expect(try await browser.get("/demandes").status == 200)
            #expect(try await town.browser().signIn("asker", Self.password).status == 422)
            #expect(try await town.browser().signIn("asker", new).location == "/demandes")
        }
    }

    @Test func `a key is added, named, and taken away; the last factor stays`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = try await town.browser(of: .asker)
            let page = try await browser.act("/profil/securite/ajouter", key: "add")
            let asked = try #require(page.passkey)
            let added = try await browser.submit(
                try page.form(to: "/connexion/ajout/cle"),
                [("cle_nom", "  Poste du cabinet ")] + SoftPasskey([4]).make(asked.challenge).fields)
            #expect(added.status == 200 || added.location == "/profil/securite")
            let keys = try await town.server.store.read { try $0.factors(of: Person.asker.id).passkeys }
            #expect(keys.map(\.name).sorted() == ["Clé d’essai", "Poste du cabinet"])
            #expect(try await browser.get("/demandes").status == 200, "the session is the same")
            let removed = try await browser.act("/profil/securite/cles/\(keys[0].id.rawValue)/retirer", key: "r1")
            #expect(removed.location == "/profil/securite?fait=moyen-retire")
            let last = try await browser.act("/profil/securite/cles/\(keys[1].id.rawValue)/retirer", key: "r2")
            #expect(last.location == "/profil/securite?fait=dernier-moyen")
            #expect(try await town.server.store.read { try $0.factors(of: Person.asker.id).passkeys.count } == 1)
        }
    }

    @Test func `one key is one account's: it is not added to another`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .senior)
            let browser = try await town.browser(of: .asker)
            let page = try await browser.act("/profil/securite/ajouter", key: "add")
            let asked = try #require(page.passkey)
            let added = try await browser.submit(
                try page.form(to: "/connexion/ajout/cle"),
                SoftPasskey(of: Person.senior.id).make(asked.challenge).fields)
            #expect(added.status == 422)
            #expect(try await town.server.store.read { try $0.factors(of: Person.asker.id).isEmpty })
        }
    }
}

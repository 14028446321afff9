import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import HTTPTypes
import Testing

@testable import EssaimServer

@Suite struct SessionTests {
    static let password = "une phrase assez longue"

    @Test func `the cookie is this host's alone, unseen by scripts, and not sent along by other sites' forms`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let page = try await town.browser().signIn("asker", Self.password)
            let line = try #require(page.header("Set-Cookie"))
            let parts = line.split(separator: ";").map { $0.drop { $0 == " " } }
            #expect(parts.first?.hasPrefix("__Host-essaim=") == true)
            #expect(Set(parts.dropFirst()) == ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"])
            // 256 random bits.
            #expect(page.setCookie?.utf8.count == 43)
        }
    }

    @Test func `each sign-in has a token of its own, whatever cookie came with it`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = town.browser()
            let planted = SessionTokens().make()
            await browser.carry(token: planted)
            _ = try await browser.signIn("asker", Self.password)
            let first = try #require(await browser.token)
            _ = try await browser.signIn("asker", Self.password)
            let second = try #require(await browser.token)
            #expect(Set([planted, first, second]).count == 3)
            await browser.carry(token: planted)
            #expect(try await browser.get("/demandes").status == 401)
        }
    }

    @Test func `the session that a sign-in replaces is over`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = town.browser()
            _ = try await browser.signIn("asker", Self.password)
            let first = await browser.token
            _ = try await browser.signIn("asker", Self.password)
            await browser.carry(token: first)
            #expect(try await browser.get("/demandes").status == 401)
        }
    }

    @Test func `neither token nor password is anywhere in the folder, only what they hash to`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = town.browser()
            _ = try await browser.signIn("asker", Self.password)
            let token = try #require(await browser.token)
            let rows = try town.ledger.dumpAll()
            #expect(rows.contains { $0.hasPrefix("sessions:") } && rows.contains { $0.contains("$argon2id$v=19$") })
            for row in rows { #expect(!row.contains(token) && !row.contains(Self.password)) }
            let kept = try await town.server.store.read { try $0.session(SessionTokens().hash(token)) }
            #expect(kept?.person == Person.asker.id)
        }
    }

    @Test func `a token is read from its own cookie, sent once`() async throws {
        try await ServedTown.open { town in
            let token = try #require(await town.browser(of: .asker).token)
            let other = try #require(await town.browser(of: .neighbour).token)
            let cookies: [(String, Int)] = [
                ("__Host-essaim=\(token)", 200), ("a=b; __Host-essaim=\(token); c=d", 200),
                ("essaim=\(token)", 401), ("__host-essaim=\(token)", 401), ("__Host-essaim=\(token)x", 401),
                ("__Host-essaim=\(token.dropLast())", 401), ("__Host-essaim=\"\(token)\"", 401),
                ("__Host-essaim=\(token); __Host-essaim=\(other)", 401),
                ("__Host-essaim=\(token); __Host-essaim=\(token)", 401), ("__Host-essaim=", 401),
                ("__Host-essaim", 401),
                ("__Host-essaim=' OR '1'='1", 401),
                (String(repeating: "a=b; ", count: 4000) + "__Host-essaim=\(token)", 401),
            ]
            for (cookie, status) in cookies {
                let page = try await town.browser().send(.get, "/demandes", headers: ["Cookie": cookie])
                #expect(page.status == status, "\(cookie.prefix(80))")
            }
        }
    }

    @Test func `a session is over after 30 minutes without a request, not before`() async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: .asker)
            for _ in 1...3 {
                town.clock.advance(by: .seconds(30 * 60 - 1))
                #expect(try await browser.get("/demandes").status == 200)
            }
            town.clock.advance(by: .minutes(30))
            #expect(try await browser.get("/demandes").status == 401)
            // Over is over: coming back in time for another clock does not help.
            #expect(try await browser.get("/demandes").status == 401)
        }
    }

    @Test func `a session is over after 12 hours, however busy`() async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: .asker)
            for _ in 1..<48 {
                town.clock.advance(by: .minutes(15))
                #expect(try await browser.get("/demandes").status == 200)
            }
            town.clock.advance(by: .minutes(15))
            #expect(try await browser.get("/demandes").status == 401)
        }
    }

    @Test func `twenty sessions of one account at once: with one more, the one idle longest ends`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let neighbour = try await town.browser(of: .neighbour)
            var browsers: [Browser] = []
            for _ in 1...20 {
                browsers.append(try await town.browser(of: .asker))
                town.clock.advance(by: .seconds(61))
            }
            // The oldest is used, the second is idle longest.
            #expect(try await browsers[0].get("/demandes").status == 200)
            #expect(try await town.browser().signIn("asker", Self.password).location == "/demandes")
            #expect(try town.ledger.counts()["sessions"] == 21, "twenty, and another’s")
            #expect(try await browsers[1].get("/demandes").status == 401)
            for browser in browsers.dropFirst(2) + [browsers[0], neighbour] {
                #expect(try await browser.get("/demandes").status == 200)
            }
        }
    }

    @Test func `an attempt for nobody leaves a line without what was typed`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            _ = try await town.browser().signIn("motdepasse-tape-ici", "autre chose de long")
            _ = try await town.browser().signIn("asker", "autre chose de long")
            let lines = town.log.lines.filter { $0.contains("sign-in refused") }
            let line = try #require(lines.first)
            #expect(lines.count == 1, "of someone known the journal says it")
            #expect(line.hasPrefix("notice sign-in refused from=") && line.hasSuffix(" why=unknown login"))
            #expect(!town.log.text.contains("tape-ici") && !town.log.text.contains("autre chose"))
        }
    }

    @Test func `a page that is left open in a refused state does not keep a session alive`() async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: .asker)
            town.clock.advance(by: .minutes(31))
            _ = try await browser.get("/demandes")
            town.clock.advance(by: .minutes(-2))
            // The clock of the test goes back: only what was written could have prolonged the session.
            #expect(try await browser.get("/demandes").status == 200)
        }
    }

    @Test func `signing out ends the session on the server, and clears the cookie`() async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: .asker)
            let token = await browser.token
            let form = try await browser.get("/demandes").form(to: "/deconnexion")
            let page = try await browser.submit(form)
            #expect(page.location == "/connexion" && page.setCookie?.isEmpty == true)
            #expect(page.header("Set-Cookie")?.contains("Max-Age=0") == true)
            #expect(try town.ledger.counts()["sessions"] == 0)
            await browser.carry(token: token)
            #expect(try await browser.get("/demandes").status == 401)
        }
    }

    @Test func `a closed account is out at once, with all its sessions, and does not come in again`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = try await town.browser(of: .asker)
            let second = try await town.browser(of: .asker)
            let draft = try await browser.openDraft()
            let form = try await browser.get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/brouillon")
            try town.ledger.execute("UPDATE accounts SET is_disabled = TRUE WHERE login = 'asker'")
            #expect(try await browser.get("/demandes").status == 401)
            #expect(try await second.get("/demandes").status == 401)
            #expect(try await browser.submit(form, [("question", "x")]).status == 401)
            #expect(try await town.stored(draft)?.content.question == "")
            let page = try await town.browser().signIn("asker", Self.password)
            #expect(page.status == 422 && page.setCookie == nil)
        }
    }

    /// What is typed at the sign-in, none of which opens.
    static let wrong: [(login: String, password: String)] = [
        ("asker", "une phrase assez longu"), ("asker", "Une phrase assez longue"), ("asker", ""), ("asker", " "),
        ("nobody", "une phrase assez longue"), ("", "une phrase assez longue"), ("", ""),
        ("colleague", "une phrase assez longue"), ("colleague", ""), ("closed", "une phrase assez longue"),
        ("asker' --", "une phrase assez longue"), ("asker", String(repeating: "x", count: 5000)),
        (String(repeating: "a", count: 5000), "x"),
    ]

    @Test func `a wrong name and a wrong password are one answer, and open nothing`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            try await town.setPassword(Self.password, of: .closed)
            var bodies: Set<String> = []
            for (login, password) in Self.wrong {
                let page = try await town.browser().signIn(login, password)
                #expect(page.status == 422 && page.setCookie == nil, "\(login.prefix(20))")
                #expect(page.text.contains("L’identifiant ou le mot de passe ne correspond pas."))
                #expect(password.count < 5 || !page.source.contains(password))
                if login == "asker" || login == "nobody" {
                    bodies.insert(page.source.withoutKeys.replacing("\"\(login)\"", with: "LOGIN"))
                }
            }
            #expect(bodies.count == 1)
            #expect(try town.ledger.counts()["sessions"] == 0)
        }
    }

    @Test func `a name is the same in capitals and with spaces around`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            #expect(try await town.browser().signIn(" ASKER ", Self.password).location == "/demandes")
        }
    }

    @Test func `signing in, out and in vain is in the history, with nothing typed`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword(Self.password, of: .asker)
            let browser = town.browser()
            _ = try await browser.signIn("asker", "autre chose de long")
            _ = try await browser.signIn("nobody", "autre chose de long")
            _ = try await browser.signIn("asker", Self.password)
            _ = try await browser.submit(try await browser.get("/demandes").form(to: "/deconnexion"))
            #expect(
                try town.ledger.history() == [
                    "session.start refused", "session.start done", "worklist.view done", "session.end done",
                ])
            for row in try town.ledger.dump("history") {
                #expect(!row.contains("autre chose") && !row.contains(Self.password))
            }
        }
    }
}

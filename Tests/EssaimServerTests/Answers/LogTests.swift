import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import HTTPTypes
import Testing

@Suite struct LogTests {
    @Test func `the technical log of the main job names no one's health, password or token`() async throws {
        try await ServedTown.open { town in
            let password = "mésange charbonnière 4711"
            try await town.setPassword(password, of: .asker)
            let asker = town.browser()
            _ = try await asker.signIn("asker", "fauvette grisette 4711")
            _ = try await asker.signIn("asker", password)
            let token = try #require(await asker.token)
            let draft = try await asker.openDraft()
            _ = try await asker.fill(draft, Typed.complete)
            _ = try await asker.sendPhoto(draft, named: "\(Canary.familyName).jpg")
            _ = try await asker.sendPhoto(draft, SamplePhoto.gif, named: "\(Canary.familyName).gif")
            let summary = try await asker.get("/demandes/\(draft)/verifier")
            let csrf = try #require(summary.forms.first?.value("_csrf"))
            _ = try await asker.sendDraft(draft)
            let expert = try await town.browser(of: .senior)
            _ = try await expert.act(on: draft, "prendre")
            let form = try await expert.get("/demandes/\(draft)/repondre").form(to: "/demandes/\(draft)/repondre")
            _ = try await expert.submit(
                form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
            _ = await town.server.jobs.workOnce()
            _ = try await asker.get("/demandes/\(draft)?nom=\(Canary.familyName)")
            _ = try await asker.get("/demandes?vue=\(Canary.familyName)%")
            _ = try await asker.get("/demandes/\(draft)/compte-rendu/1.pdf")

            let text = town.log.text
            #expect(town.log.lines.count >= 20)
            for secret in Canary.all + [password, "charbonnière", "fauvette", token, csrf, "__Host-essaim", "Rozenn"] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
    }

    @Test func `each request leaves one line with its verb, path, status and time`() async throws {
        try await ServedTown.open { town in
            let before = town.log.lines.count
            _ = try await town.browser().get("/health?x=\(Canary.familyName)")
            let lines = town.log.lines.dropFirst(before).filter { $0.contains(" request ") }
            #expect(lines.count == 1)
            let line = try #require(lines.first)
            #expect(line.hasPrefix("info request method=GET ms="))
            #expect(line.hasSuffix("path=/health status=200"))
        }
    }

    /// Another host, a form made elsewhere, an unknown verb, a body that cannot be read, one too heavy: ASVS 5.0, 16.3.3.
    @Test func `tries to go round a control are told louder, without what was sent`() async throws {
        try await ServedTown.open { town in
            let browser = try await town.browser(of: .asker)
            let typed = Array("texte=\(Canary.familyName)".utf8)
            let form = Browser.ofOurs
            let tries: [(Page, Int)] = [
                (
                    try await browser.send(.post, "/connexion", body: typed, headers: ["Sec-Fetch-Site": "cross-site"]),
                    403
                ),
                (try await browser.send(.post, "/profil/courriel", body: typed, headers: form), 403),
                (try await browser.send(.delete, "/profil?\(Canary.familyName)", body: nil, headers: form), 405),
                (
                    try await browser.send(
                        .post, "/connexion", body: [UInt8](repeating: 97, count: 1 << 20), headers: form), 413
                ),
            ]
            for (page, status) in tries { #expect(page.status == status) }
            let told = town.log.lines.filter { $0.hasPrefix("notice request ") }
            for (_, status) in tries { #expect(told.contains { $0.hasSuffix("status=\(status)") }, "\(status)") }
            #expect(!town.log.text.contains(Canary.familyName))
            let before = town.log.lines.count
            _ = try await browser.get("/rien")
            #expect(town.log.lines.dropFirst(before).allSatisfy { !$0.hasPrefix("notice") })
        }
    }

    @Test func `a path cannot write a line of its own`() async throws {
        try await ServedTown.open { town in
            _ = try await town.browser().get(
                "/demandes/%0Ainfo%20request%20forged" + String(repeating: "a", count: 5000))
            for line in town.log.lines {
                #expect(!line.contains("\n") && !line.hasPrefix("info request forged") && line.count < 1000)
            }
        }
    }
}

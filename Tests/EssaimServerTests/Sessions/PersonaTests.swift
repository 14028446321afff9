import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct PersonaTests {
    private static func demonstrate(_ town: ServedTown) async throws {
        try await town.server.store.write { try $0.set(Setting.demonstration, to: "yes") }
    }

    @Test func `in a demonstration on this machine, a persona enters by one button, under a banner that says so`()
        async throws
    {
        try await ServedTown.open { town in
            try await Self.demonstrate(town)
            let browser = town.browser()
            let page = try await browser.get("/demo")
            #expect(page.status == 200 && page.text.contains("Démonstration : personnes et patients fictifs"))
            let entered = try await browser.post("/demo/entrer", [("persona", "asker")])
            #expect(entered.location == "/demandes" && entered.setCookie?.utf8.count == 43)
            #expect(try await browser.get("/demandes").text.contains("Démonstration : personnes et patients fictifs"))
            #expect(try await town.browser().get("/connexion").source.contains("href=\"/demo\""))
        }
    }

    @Test func `a closed persona does not enter`() async throws {
        try await ServedTown.open { town in
            try await Self.demonstrate(town)
            for person in ["closed", "nobody", "", "' OR 1=1 --"] {
                let browser = town.browser()
                let page = try await browser.post("/demo/entrer", [("persona", person)])
                let status = await browser.token == nil ? page.status : try await browser.get("/demandes").status
                #expect(status == 404 || status == 401, "\(person)")
            }
        }
    }

    /// Where no persona may enter.
    static let elsewhere: [(name: String, origin: String, host: String, isMarked: Bool, sql: String?)] = [
        ("a folder of real work", "http://localhost", "127.0.0.1", false, nil),
        ("a server that others reach", "https://localhost", "0.0.0.0", true, nil),
        ("a server behind TLS", "https://localhost", "127.0.0.1", true, nil),
        (
            "a folder where someone real has come", "http://localhost", "127.0.0.1", true,
            "UPDATE people SET is_demonstration = FALSE WHERE id = 'outsider'"
        ),
        (
            "a folder with a patient's national identity", "http://localhost", "127.0.0.1", true,
            "UPDATE patients SET ins_oid = '1.2.250.1.213.1.4.8', ins_matricule = '158022211311152', ins_status = 'qualified'"
        ),
    ]

    @Test(arguments: elsewhere) func `nowhere else is there a persona, a door to them, or a word of them`(
        _ name: String, _ origin: String, _ host: String, _ isMarked: Bool, _ sql: String?
    ) async throws {
        try await ServedTown.open(origin: origin, host: host) { town in
            if isMarked { try await Self.demonstrate(town) }
            if let sql { try town.ledger.execute(sql) }
            let browser = town.browser()
            #expect(try await browser.get("/demo").status == 404)
            let page = try await browser.post("/demo/entrer", [("persona", "asker")], headers: ["Origin": origin])
            #expect(page.status == 404 && page.setCookie == nil)
            #expect(try town.ledger.counts()["sessions"] == 0)
            for path in ["/connexion", "/demandes"] {
                #expect(!(try await browser.get(path)).source.contains("/demo\""), "\(path)")
            }
        }
    }

    @Test func `a persona's session ends when someone real comes into the folder`() async throws {
        try await ServedTown.open { town in
            try await Self.demonstrate(town)
            let browser = town.browser()
            _ = try await browser.post("/demo/entrer", [("persona", "asker")])
            #expect(try await browser.get("/demandes").status == 200)
            _ = try await town.server.add(
                NewUser(login: "vraie", familyName: "Vraie", givenName: "Personne", profession: "none"))
            #expect(try await browser.get("/demandes").status == 401)
        }
    }

    @Test func `a persona has no password, so that none opens it`() async throws {
        try await ServedTown.open { town in
            try await Self.demonstrate(town)
            for password in ["", " ", "null", "asker"] {
                #expect(try await town.browser().signIn("asker", password).setCookie == nil)
            }
        }
    }
}

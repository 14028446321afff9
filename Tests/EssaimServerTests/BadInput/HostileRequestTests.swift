import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWeb
import HTTPTypes
import Testing

@Suite struct HostileRequestTests {
    /// Addresses that no page of ours makes, and what they are answered.
    static let addresses: [(path: String, status: Int)] = [
        ("/nulle-part", 404), ("/demandes/", 200), ("/demandes//brouillon", 404), ("/Demandes", 404),
        ("/demandes/%00", 404), ("/demandes/%C3%28", 404), ("/demandes/%", 404), ("/demandes/%zz", 404),
        ("/demandes/..%2F..%2Fetc%2Fpasswd", 404), ("/demandes/../connexion", 404), ("/demandes/' OR '1'='1", 404),
        ("/demandes/" + String(repeating: "a", count: 7000), 404), ("/demandes/{id}", 404), ("/demandes/:id", 404),
        ("/demandes/**", 404), ("/actifs/0/essaim.css", 404), ("/actifs/..%2f/essaim.css", 404),
        ("/demandes?vue=inconnue", 200), ("/demandes?vue=reseau", 200), ("/demandes?apres=", 200),
        ("/demandes?apres=x-y", 200), ("/demandes?apres=9223372036854775807-x", 200),
        ("/demandes?apres=-9223372036854775808-x", 200), ("/demandes?apres=99999999999999999999-x", 200),
        ("/demandes?fait=%3Cscript%3E", 200), ("/demandes?fait=prendre&fait=clore", 200), ("/demandes?inconnu=1", 200),
        ("/demandes?vue[]=1", 200), ("/demandes?%", 400), ("/demandes?vue=%zz", 400), ("/demandes?vue=%C3", 400),
        ("/demandes?vue=%00", 400), ("/demandes?" + String(repeating: "a=1&", count: 101), 400),
        ("/demandes?a=" + String(repeating: "x", count: 9000), 400), ("/connexion?next=//evil.example", 303),
        ("/?x=%", 400),
    ]

    @Test(arguments: addresses) func `an odd address gets a page of ours, and does nothing`(
        _ path: String, _ status: Int
    ) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let before = try town.ledger.dumpAll(but: ["history"])
            let page = try await asker.get(path)
            #expect(page.status == status)
            if page.status >= 400 { #expect(page.text.contains("Essaim") && !page.source.contains("<script>")) }
            #expect(try town.ledger.dumpAll(but: ["history"]) == before)
        }
    }

    /// Bodies that no browser sends.
    static let bodies: [(name: String, type: String, body: [UInt8], status: Int)] = [
        ("half a percent", "application/x-www-form-urlencoded", Array("question=%4".utf8), 400),
        ("not UTF-8", "application/x-www-form-urlencoded", Array("question=%FF%FE".utf8), 400),
        ("a NUL", "application/x-www-form-urlencoded", Array("question=a%00b".utf8), 400),
        ("JSON", "application/json", Array("{\"question\":1}".utf8), 400),
        ("plain text", "text/plain", Array("question=a".utf8), 400),
        ("no type", "", Array("question=a".utf8), 400),
        (
            "a form of 300 KB", "application/x-www-form-urlencoded",
            Array("question=".utf8) + [UInt8](repeating: 0x61, count: 300_000), 413
        ),
        ("600 fields", "application/x-www-form-urlencoded", Array(String(repeating: "a=1&", count: 600).utf8), 400),
        (
            "files where none are taken", MultipartBody([], file: "f", named: "a", []).contentType,
            MultipartBody([("question", "a")], file: "f", named: "a.jpg", SamplePhoto.jpeg).bytes, 400
        ),
    ]

    @Test(arguments: bodies) func `a body that cannot be read is refused whole`(
        _ name: String, _ type: String, _ body: [UInt8], _ status: Int
    ) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft()
            let before = try town.ledger.dumpAll()
            var headers = Browser.ofOurs
            headers["Content-Type"] = type.isEmpty ? nil : type
            let page = try await asker.send(.post, "/demandes/\(draft)/brouillon", body: body, headers: headers)
            #expect(page.status == status)
            #expect(page.text.contains(status == 413 ? "Envoi trop lourd" : "Envoi incompris"))
            #expect(try town.ledger.dumpAll() == before)
        }
    }

    /// Multipart bodies cut or bent.
    static let multiparts: [(name: String, type: String, body: String, status: Int)] = {
        let good = "multipart/form-data; boundary=x"
        return [
            ("no boundary", "multipart/form-data", "--x\r\n", 400),
            ("an empty boundary", "multipart/form-data; boundary=", "--\r\n", 400),
            ("nothing", good, "", 400),
            ("no closing boundary", good, "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n", 400),
            ("another boundary", good, "--y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--y--\r\n", 400),
            ("no name", good, "--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--\r\n", 400),
            ("no disposition", good, "--x\r\nContent-Type: image/jpeg\r\n\r\nb\r\n--x--\r\n", 400),
            ("a bare line feed", good, "--x\nContent-Disposition: form-data; name=\"a\"\n\nb\n--x--\n", 400),
            (
                "51 parts", good,
                String(
                    repeating: "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n", count: 51)
                    + "--x--\r\n", 413
            ),
            ("a header of 100 KB", good, "--x\r\nX: " + String(repeating: "y", count: 100_000), 413),
        ]
    }()

    @Test(arguments: multiparts) func `a photograph's form that is bent is refused whole`(
        _ name: String, _ type: String, _ body: String, _ status: Int
    ) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft()
            let before = try town.ledger.dumpAll()
            let page = try await asker.send(
                .post, "/demandes/\(draft)/photos", body: Array(body.utf8),
                headers: Browser.ofOurs.merging(["Content-Type": type]) { $1 })
            #expect(page.status == status)
            #expect(try town.ledger.dumpAll() == before)
            #expect(try town.storedFiles().isEmpty)
        }
    }

    static let verbs = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "QUERY"]

    @Test func `no verb but GET and POST, and PUT where files are sent, does anything at any address`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            let before = try town.ledger.dumpAll()
            for endpoint in Site.endpoints {
                let path = endpoint.path.filled(["id": demand])
                let takesFiles = Site.endpoints.contains { $0.path == endpoint.path && $0.method == .put }
                for verb in Self.verbs where verb != "PUT" || !takesFiles {
                    let method = try #require(HTTPRequest.Method(verb))
                    let body = Array("_csrf=\(asker.csrf)&_cle=k&_version=1".utf8)
                    let page = try await asker.send(method, path, body: body, headers: Browser.ofOurs)
                    #expect(page.status == (verb == "PUT" ? 404 : 405), "\(verb) \(path)")
                }
            }
            #expect(try town.ledger.dumpAll() == before)
        }
    }

    @Test func `HEAD answers as GET does, without the body`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            for endpoint in Site.endpoints {
                let path = endpoint.path.filled(["id": demand])
                let page = try await asker.head(path)
                #expect(page.bytes.isEmpty, "\(path)")
                let isGet = Site.endpoints.contains { $0.method == .get && $0.path == endpoint.path }
                #expect(page.status == (isGet ? try await asker.get(path).status : 404), "\(path)")
            }
        }
    }

    @Test(arguments: [Person.asker, .senior, .second, .junior, .regulator, .coordinator])
    func `whatever the fields of an act hold, it never ends in an error`(_ person: Person) async throws {
        try await ServedTown.open { town in
            var random = SeededGenerator(seed: 4711)
            let odd = [
                "", "0", "-1", "nobody", "southern", "\u{0301}", "a b", "dermatology north", "dermatology nowhere",
                "é😀\u{202E}", String(repeating: "9", count: 400), "2026-02-30", "<b>", "' OR 1=1 --", "urgent", "true",
            ]
            let names = [
                "texte", "motif", "autre_voie", "suivi", "remarque", "ligne", "expert", "urgence", "orientation",
                "limites", "voir_avant", "gravite", "gravity", "seeWithin", "manque",
                "photo", "text", "limits", "seeBefore", "_suite", "patient.birthFamilyName", "patient.birthDate",
                "patient.sex", "form.site", "form.size", "form.", "emplacement", "question", "urgency", "consentMeans",
            ]
            let browser = try await town.browser(of: person)
            let states: [RequestState] = [.draft, .submitted, .taken, .answered]
            var rank: UInt64 = 0
            for endpoint in Site.endpoints where endpoint.method == .post && endpoint.path.contains("{id}") {
                for state in states {
                    rank += 1
                    let id = "odd-\(rank)"
                    try await town.keep(.sample(state, id: Identifier(id), rank: rank))
                    let fields = names.map { ($0, odd.randomElement(using: &random) ?? "") }
                    let page = try await browser.act(
                        endpoint.path.filled(["id": id]), fields, key: id, version: 3)
                    #expect(page.status < 500, "\(endpoint.path) in \(state.rawValue): \(fields)")
                    // What it left behind is still read and written.
                    #expect(try await browser.get("/demandes/\(id)").status < 500, "\(endpoint.path) \(state.rawValue)")
                    #expect(try await browser.get("/demandes/\(id)/brouillon").status < 500)
                }
            }
        }
    }
}

extension String {
    /// The path of a route with its parameters filled: those not named become `x`.
    func filled(_ values: [String: String]) -> String {
        split(separator: "/", omittingEmptySubsequences: false).map { part in
            guard part.hasPrefix("{"), part.hasSuffix("}") else { return String(part) }
            return values[String(part.dropFirst().dropLast())] ?? "x"
        }.joined(separator: "/")
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct HeaderTests {
    /// Every kind of answer, by how it is asked for.
    enum Answer: String, CaseIterable, CustomTestStringConvertible {
        case page, asset, photo, report, health, redirect, absent, signIn, forged, tooLarge, malformed, conflict, fault
        case autosave, failure

        var testDescription: String { rawValue }
        var status: Int {
            switch self {
            case .page, .asset, .photo, .report, .health: 200
            case .redirect: 303
            case .absent: 404
            case .signIn: 401
            case .forged: 403
            case .tooLarge: 413
            case .malformed: 400
            case .conflict: 409
            case .fault: 422
            case .autosave: 204
            case .failure: 500
            }
        }
        var type: String {
            switch self {
            case .asset: "text/css; charset=utf-8"
            case .photo: "image/jpeg"
            case .report: "application/pdf"
            case .health, .redirect, .autosave: "text/plain; charset=utf-8"
            default: "text/html; charset=utf-8"
            }
        }

        func page(in town: ServedTown) async throws -> Page {
            try await Kept.fill(town)
            let browser = try await town.browser(of: .asker)
            let draft = "/demandes/\(Kept.draft.id)/brouillon"
            switch self {
            case .page: return try await browser.get("/demandes/\(Kept.taken.id)")
            case .asset: return try await browser.get(try await town.assetPath())
            case .photo: return try await browser.get("/demandes/\(Kept.taken.id)/photos/\(Kept.taken.photo)")
            case .report: return try await browser.get("/demandes/\(Kept.taken.id)/compte-rendu/1.pdf")
            case .health: return try await town.browser().get("/health")
            case .redirect: return try await town.browser().get("/")
            case .absent: return try await browser.get("/demandes/nulle-part")
            case .signIn: return try await town.browser().get("/demandes")
            case .forged: return try await browser.post(draft)
            case .tooLarge:
                return try await browser.act(draft, [("a", String(repeating: "a", count: 300_000))], key: "k")
            case .malformed: return try await browser.get("/demandes?%")
            case .conflict: return try await browser.act(draft, key: "k", version: 0)
            case .fault: return try await browser.act("/demandes/\(Kept.closed.id)/fait-nouveau", key: "k", version: 3)
            case .autosave:
                let seal = [("_csrf", browser.csrf), ("_cle", "k"), ("_version", "3")]
                return try await browser.post(draft, seal, headers: ["X-Essaim-Autosave": "1"])
            case .failure:
                try town.ledger.execute("UPDATE requests SET content = '{Fictive' WHERE id = '\(Kept.taken.id)'")
                return try await browser.get("/demandes/\(Kept.taken.id)")
            }
        }
    }

    @Test(arguments: Answer.allCases) func `every kind of answer carries the headers that hold a browser back`(
        _ answer: Answer
    ) async throws {
        try await ServedTown.open { town in
            let page = try await answer.page(in: town)
            #expect(page.status == answer.status)
            #expect(page.header("Content-Type") == answer.type)
            #expect(page.header("X-Content-Type-Options") == "nosniff")
            #expect(page.header("Referrer-Policy") == "no-referrer")
            #expect(page.header("X-Frame-Options") == "DENY")
            #expect(page.header("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(page.header("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(page.header("Permissions-Policy")?.contains("geolocation=()") == true)
            #expect(page.header("Strict-Transport-Security") == nil)
            #expect(page.header("Server") == nil && page.header("X-Powered-By") == nil)
            #expect(page.header("Access-Control-Allow-Origin") == nil)
            let caching = answer == .asset ? "public, max-age=31536000, immutable" : "no-store"
            #expect(page.header("Cache-Control") == caching)

            let directives = Set(
                (page.header("Content-Security-Policy") ?? "").split(separator: ";").map { $0.drop { $0 == " " } })
            #expect(directives.contains("default-src 'none'") && directives.contains("frame-ancestors 'none'"))
            #expect(!directives.contains { $0.contains("unsafe") || $0.contains("*") || $0.contains("http") })
            if answer.type.hasPrefix("text/html") {
                #expect(
                    directives.isSuperset(of: [
                        "base-uri 'none'", "object-src 'none'", "form-action 'self'", "script-src 'self'",
                        "style-src 'self'",
                    ]))
            } else {
                #expect(directives.contains("sandbox"))
            }
        }
    }

    @Test(arguments: [Answer.page, .asset, .absent, .photo]) func `over TLS every answer says that it stays so`(
        _ answer: Answer
    ) async throws {
        try await ServedTown.open(origin: "https://localhost") { town in
            let page = try await answer.page(in: town)
            #expect(page.header("Strict-Transport-Security") == "max-age=63072000; includeSubDomains")
        }
    }

    @Test func `a report is a file to keep, with a name that says nothing of the patient; a photograph has none`()
        async throws
    {
        try await ServedTown.open { town in
            let report = try await Answer.report.page(in: town)
            let number = RequestNumber.sample(2).rawValue
            #expect(report.header("Content-Disposition") == "attachment; filename=\"compte-rendu-\(number)-1.pdf\"")
        }
        try await ServedTown.open { town in
            let photo = try await Answer.photo.page(in: town)
            #expect(photo.header("Content-Disposition") == "inline; filename=\"photo\"")
        }
    }

    @Test func `no page holds a script, a style or a handler of its own, nor anything from elsewhere`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let paths = [
                "/demandes", "/demandes/nouvelle", "/demandes/\(Kept.draft.id)/brouillon",
                "/demandes/\(Kept.draft.id)/verifier", "/demandes/\(Kept.taken.id)", "/demandes/\(Kept.answered.id)",
                "/style",
                "/nulle-part",
            ]
            let asker = try await town.browser(of: .asker)
            var pages = [try await town.browser().get("/connexion")]
            for path in paths { pages.append(try await asker.get(path)) }
            pages.append(try await town.browser(of: .senior).get("/demandes/\(Kept.taken.id)/repondre"))
            for page in pages { #expect(page.foreignParts == []) }
        }
    }

    @Test func `what broke stays inside: the page says a reference, the log the same, neither what was kept`()
        async throws
    {
        try await ServedTown.open { town in
            let page = try await Answer.failure.page(in: town)
            #expect(page.text.contains("Cette page n’a pas pu être préparée"))
            let failure = try #require(town.log.lines.first { $0.contains(" failure ") })
            let reference = try #require(failure.firstMatch(of: /reference=([0-9A-F]{8})/)?.1)
            #expect(page.text.contains(reference))
            for canary in Kept.canaries + ["requests", "SQL", "JSON", "Swift"] {
                #expect(!page.source.contains(canary))
            }
            for canary in Kept.canaries { #expect(!town.log.text.contains(canary)) }
        }
    }

    @Test func `a broken row breaks its own page only`() async throws {
        try await ServedTown.open { town in
            _ = try await Answer.failure.page(in: town)
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes/\(Kept.answered.id)").status == 200)
            #expect(try await asker.get("/demandes").status == 200)
        }
    }
}

extension Page {
    /// What our policy would not let a browser run or fetch: a script or style of the page's own, an address elsewhere.
    fileprivate var foreignParts: [String] {
        var foreign: [String] = []
        var reader = TagReader(source)
        while let tag = reader.next() {
            if ["style", "base", "iframe", "object"].contains(tag.name) || tag["style"] != nil {
                foreign.append(tag.name)
            }
            if tag.name == "script", tag["src"]?.hasPrefix("/actifs/") != true { foreign.append("script") }
            foreign += tag.attributes.keys.filter { $0.hasPrefix("on") }
            for address in ["src", "href", "action", "formaction"].compactMap({ tag[$0] }) {
                let isOurs = (address.hasPrefix("/") && !address.hasPrefix("//")) || address.hasPrefix("#")
                if !isOurs, !address.hasPrefix("tel:") { foreign.append(address) }
            }
        }
        return foreign
    }
}

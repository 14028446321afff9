import EssaimGate
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Who calls more often than a person does is told when to come back; others are served.
@Suite struct HurriedCallsTests {
    @Test func `beyond its limit a search answers 429, says when to come back, and leaves nothing`() async throws {
        try await ServedTown.open(settings: ["ESSAIM_LIMITS": "1"]) { town in
            let (hurried, other) = (try await town.browser(of: .asker), try await town.browser(of: .senior))
            for _ in 1...Pace.search.limit.burst { #expect(try await hurried.get("/recherche").status == 200) }
            let before = try town.ledger.dumpAll()
            let page = try await hurried.get("/recherche")
            #expect(page.status == 429 && page.text.contains("Trop de demandes en peu de temps"))
            let seconds = try #require(page.header("Retry-After").flatMap { Int($0) })
            #expect((1...2).contains(seconds))
            #expect(try town.ledger.dumpAll() == before)
            // Another pace, another person, and health are not touched.
            #expect(try await hurried.get("/demandes").status == 200)
            #expect(try await other.get("/recherche").status == 200)
            #expect(try await hurried.get("/health").status == 200)
        }
    }

    @Test func `a setting that is no number stops the start`() async throws {
        for text in ["0", "-1", "beaucoup"] {
            await #expect(throws: ServerConfiguration.Fault.self, "\(text)") {
                try await ServerConfiguration.load(folder: "/nowhere", port: nil, environment: ["ESSAIM_LIMITS": text])
            }
        }
    }
}

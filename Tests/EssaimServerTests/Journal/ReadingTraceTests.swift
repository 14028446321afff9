import EssaimDomain
import EssaimTestSupport
import HTTPTypes
import Testing

/// One entry for a page that is opened; what it loads and its refreshes ride on it.
@Suite struct ReadingTraceTests {
    @Test func `a photograph of the page leaves no second entry; by its bare address it leaves one`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            _ = try await asker.sendPhoto(draft)
            _ = try await asker.sendDraft(draft)
            let expert = try await town.browser(of: .senior)
            let before = try town.entries("request.view").count
            let page = try await expert.get("/demandes/\(draft)")
            let photo = try #require(page.source.address(after: "/demandes/\(draft)/photos/"))
            #expect(photo.contains("?trace="))
            for _ in 0..<2 { #expect(try await expert.get(photo).status == 200) }
            #expect(try town.entries("request.view").count == before + 1)

            let bare = String(photo.prefix { $0 != "?" })
            #expect(try await expert.get(bare).status == 200)
            #expect(try town.entries("request.view").count == before + 2)
            // Someone else's trace carries nobody.
            let colleague = try await town.browser(of: .second)
            #expect(try await colleague.get(photo).status == 200)
            #expect(try town.entries("request.view").count == before + 3)
            // And it does not last.
            town.clock.advance(by: .minutes(16))
            _ = try await expert.get(photo)
            #expect(try town.entries("request.view").count == before + 4)
            #expect(try await asker.get("/demandes/\(draft)/acces").text.contains("a regardé une photographie"))
        }
    }

    @Test func `a list that is opened leaves one entry, and its refreshes none`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let page = try await asker.get("/demandes?vue=envoyees")
            #expect(try town.entries("worklist.view") == ["worklist.view done"])
            let trace = try #require(page.source.address(after: "data-trace=\"")).dropFirst("data-trace=\"".count)
            let refreshed = try await asker.get("/demandes?vue=envoyees&trace=\(trace)")
            #expect(refreshed.source.contains("data-trace=\"\(trace)\""), "the next refresh rides on it too")
            #expect(try town.entries("worklist.view").count == 1)
            #expect(!refreshed.source.contains("trace=\(trace)"), "no link carries it")
            _ = try await asker.get("/demandes?vue=envoyees")
            #expect(try town.entries("worklist.view").count == 2)
        }
    }

    @Test func `a page that a browser loads ahead is empty and leaves nothing`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.browser(of: .asker).sentDemand()
            let expert = try await town.browser(of: .senior)
            let before = try town.ledger.counts()
            for path in ["/demandes/\(demand)", "/demandes/\(demand)/acces", "/demandes", "/acces-urgence"] {
                for header in ["Sec-Purpose", "Purpose"] {
                    let page = try await expert.send(.get, path, headers: [header: "prefetch;prerender"])
                    #expect(page.status == 204 && page.bytes.isEmpty, "\(path)")
                }
            }
            #expect(try town.ledger.counts() == before)
        }
    }
}

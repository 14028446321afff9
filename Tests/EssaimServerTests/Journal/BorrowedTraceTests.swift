import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// The trace of a page that was opened, carried to another demand.
@Suite struct BorrowedTraceTests {
    @Test func `what is loaded of one demand rides on no entry of another`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            var demands: [String] = []
            for _ in 0..<2 {
                let draft = try await asker.preparedDraft(Typed.complete)
                _ = try await asker.sendPhoto(draft)
                _ = try await asker.sendDraft(draft)
                demands.append(draft)
            }
            let (first, second) = (demands[0], demands[1])
            let expert = try await town.browser(of: .senior)
            let opened = try await expert.get("/demandes/\(first)")
            let photo = try #require(opened.source.address(after: "/demandes/\(first)/photos/"))
            let trace = try #require(photo.split(separator: "?").last)
            #expect(trace.hasPrefix("trace="))
            let other = try #require(
                try await town.server.store.read { try $0.attachments(of: Identifier(second)) }.first)
            var views = try town.entries("request.view").count
            for path in ["photos/\(other.id)/vignette", "photos/\(other.id)"] {
                #expect(try await expert.get("/demandes/\(second)/\(path)?\(trace)").status == 200)
                views += 1
                #expect(try town.entries("request.view").count == views, "\(path)")
            }
        }
    }
}

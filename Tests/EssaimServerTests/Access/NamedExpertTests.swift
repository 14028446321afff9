import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Someone named for a demand that is not of their pool: what that gives them, and until when.
@Suite struct NamedExpertTests {
    @Test func `a junior named from another pool does not answer alone`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await town.server.store.write {
                try $0.join("southern", pool: "pool-south", as: .junior, status: .active)
            }
            try await town.does(.coordinator, .assign("southern"))
            try await town.does(.southern, .take)
            let version = try await town.stored(Kept.submitted.id)?.version
            let result = try await town.server.requests.perform(
                .answer(.sample), on: Identifier(Kept.submitted.id), at: version, key: "answer", by: "southern")
            withKnownIssue("a grade is looked for in the demand's own pool only: Actor(_:to:)") {
                #expect(throws: Refusal.notFound) { try result.get() }
            }
        }
    }

    @Test func `who was named and has left every pool since reads nothing more`() async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await town.does(.coordinator, .assign("southern"))
            let southern = try await town.browser(of: .southern)
            #expect(try await southern.get("/demandes/\(Kept.submitted.id)").status == 200)
            try await town.server.store.write {
                try $0.join("southern", pool: "pool-south", as: .senior, status: .ended)
            }
            let page = try await southern.get("/demandes/\(Kept.submitted.id)")
            withKnownIssue("a proposal outlives the membership for which it was made") {
                #expect(page.status == 404)
            }
        }
    }
}

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
            #expect(throws: Refusal.notFound) { try result.get() }
            // It goes to a senior of the demand's own pool, and to nobody else.
            try await town.does(.southern, .submitForValidation(.sample))
            let waiting = try #require(try await town.stored(Kept.submitted.id))
            for (person, isOpen) in [("emergency", false), ("junior", false), ("second", true)] {
                let result = try await town.server.requests.perform(
                    .validate(.sample), on: waiting.id, at: waiting.version, key: person, by: Identifier(person))
                #expect(((try? result.get()) != nil) == isOpen, "\(person)")
            }
            let answer = try #require(try await town.stored(Kept.submitted.id)?.lastAnswer)
            #expect(answer.expert == "southern" && answer.validatedBy == "second")
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
            #expect(page.status == 404)
            #expect(!(try await southern.get("/demandes?vue=a-prendre")).source.contains(Kept.submitted.id))
            #expect(
                try await southern.act("/demandes/\(Kept.submitted.id)/prendre", key: "k", version: 4).status == 404)
        }
    }
}

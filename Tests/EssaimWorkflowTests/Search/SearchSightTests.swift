import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// The index says more than a reader may see: what it finds is looked at once more.
@Suite struct SearchSightTests {
    @Test func `who was named and has left every pool since finds it no more, though the index names them still`()
        async throws
    {
        try await World.with { world in
            let id = try await world.demand(.submitted)
            _ = try await world.perform(.assign(Person.southern.id), on: id, by: .coordinator).get()
            #expect(try await world.found("lésion", by: .southern) == [id])
            try await world.store.write {
                try $0.join(Person.southern.id, pool: Pool.south.id, as: .senior, status: .ended)
            }
            #expect(try await world.found("lésion", by: .southern).isEmpty)
        }
    }
}

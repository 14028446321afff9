import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Doors whose pages are on their way: their policies stand, and are tried as the table says.
@Suite struct ComingTests {
    @Test(arguments: Knocker.allCases)
    func `a policy whose page is on its way says yes to whom the table admits`(_ knocker: Knocker) async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            let visitor = try await knocker.visitor(in: town)
            let facts = HouseFacts(now: town.clock.now(), isLoopback: true)
            for (door, policy) in Door.coming {
                for kept in Kept.allCases where kept == .draft || door.path.contains("{id}") {
                    let input = Input(parameters: ["id": kept.id])
                    let isOpen = try await town.server.store.read { reader in
                        try policy.decide(visitor, input, in: facts, reader) != nil
                    }
                    let expected = door.expected(for: knocker, on: kept)
                    #expect(isOpen == (expected == .open), "\(knocker) \(door.name) \(kept)")
                }
            }
        }
    }

    @Test func `no door is at once open and on its way`() {
        #expect(Set(Door.all.map(\.name)).isDisjoint(with: Door.coming.map(\.door.name)))
    }
}

extension Knocker {
    /// Who the server takes this visitor for, by their cookie.
    func visitor(in town: ServedTown) async throws -> Visitor {
        let token = await (try browser(in: town)).token
        return try await town.server.house.visitor(token: token)
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// `essaim user administer`: someone for a structure that nobody administers.
@Suite struct AdministratorNamingTests {
    @Test func `who is named administers their structure from then on, with one entry that no person signed`()
        async throws
    {
        try await ServedTown.open { town async throws in
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get(ServedTown.practice).status == 404)
            let changed = try await town.server.administer(" ASKER ")
            #expect(changed.map(\.id) == ["practice"])
            #expect(try await town.member(.asker)?.terms.role == .administrator)
            #expect(try await asker.get(ServedTown.practice).status == 200)
            let entries = try town.ledger.look.rows(
                "SELECT person_id, outcome FROM history WHERE action = 'structure.place'")
            #expect(entries == [[nil, "done"]])
        }
    }

    @Test func `there is nothing to change for who is unknown, elsewhere, named already, or has no place`() async throws
    {
        try await ServedTown.open { town async throws in
            _ = try await town.server.administer("asker")
            let before = try town.ledger.counts()
            for (login, structure) in [
                ("personne", nil), ("", nil), ("asker", nil), ("second", nil), ("former", nil), ("invited", nil),
                ("asker", "Un autre cabinet"),
            ] as [(String, String?)] {
                #expect(try await town.server.administer(login, structure: structure).isEmpty, "\(login)")
            }
            #expect(try town.ledger.counts() == before)
        }
    }

    @Test func `one whose place is suspended is not named`() async throws {
        try await ServedTown.open { town async throws in
            try await town.server.store.write {
                try $0.join("asker", structure: "practice", as: .member, status: .suspended)
            }
            #expect(try await town.server.administer("asker").isEmpty)
            #expect(try await town.member(.asker)?.terms.role == .member)
        }
    }
}

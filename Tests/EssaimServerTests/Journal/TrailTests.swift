import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct TrailTests {
    @Test func `who saw a demand stands on its own page, this reading included, and the page leads to it`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let asker = try await town.browser(of: .asker)
            #expect(
                try await asker.get("/demandes/\(demand)").source.contains("href=\"/demandes/\(demand)/acces\""))
            let trail = try await asker.get("/demandes/\(demand)/acces")
            #expect(trail.status == 200)
            let words = trail.text
            #expect(words.contains("Qui a vu ce dossier"))
            #expect(words.contains("a regardé qui a vu ce dossier"), "the reading of the trail itself")
            #expect(words.contains("Dr Nolwenn Guivarch dermatologue expert de l’équipe a pris la demande"))
            #expect(words.contains("Dr Anne Le Goff médecin structure qui demande a envoyé la demande"))
            #expect(words.contains("23/11/2026 à 09:30:00"))
            #expect(words.contains("en cours de scellement"))
            #expect(words.contains("KANARIVOGEL") || words.contains(Canary.familyName))
            #expect(!words.contains("serin-4711"), "the question is not of the trail")
        }
    }

    @Test func `an entry says its number once the journal is signed past it`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            // All but the last: it is numbered, and not signed yet.
            let size = try await town.seal(butLast: 1)
            let words = try await town.browser(of: .asker).get("/demandes/\(demand)/acces").text
            #expect(size > 3 && words.contains("scellée n° 0"))
            #expect(words.contains("scellée n° \(size - 2)") && !words.contains("scellée n° \(size - 1)"))
        }
    }

    @Test func `older entries follow page by page, none twice and none left out`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let asker = try await town.browser(of: .asker)
            for _ in 0..<105 {
                town.clock.advance(by: .seconds(1))
                _ = try await asker.get("/demandes/\(demand)")
            }
            let first = try await asker.get("/demandes/\(demand)/acces")
            #expect(first.source.components(of: "<tr role=\"row\"").count - 1 == 101, "a hundred and the head")
            let next = try #require(first.source.address(after: "/demandes/\(demand)/acces?avant="))
            let second = try await asker.get(next)
            #expect(second.text.contains("a envoyé la demande") && !first.text.contains("a envoyé la demande"))
            #expect(second.text.contains("Revenir au début") && !second.source.contains("?avant="))
            // A key that is none begins at the newest.
            #expect(try await asker.get("/demandes/\(demand)/acces?avant=x").text.contains("a regardé qui a vu"))
        }
    }

    @Test func `outside of its circle a demand has no trail, and a draft has none`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let draft = try await town.browser(of: .asker).preparedDraft()
            for person in [Person.southern, .neighbour, .administrator, .elsewhere] {
                let page = try await town.browser(of: person).get("/demandes/\(demand)/acces")
                #expect(page.status == 404 && !page.source.contains(Canary.familyName), "\(person.id)")
            }
            #expect(try await town.browser(of: .asker).get("/demandes/\(draft)/acces").status == 404)
            #expect(try await town.browser().get("/demandes/\(demand)/acces").status == 401)
        }
    }
}

extension String {
    func components(of separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }

    /// The whole address that begins so, as a link of the page has it.
    func address(after start: String) -> String? {
        firstRange(of: start).map { start + self[$0.upperBound...].prefix { $0 != "\"" && $0 != "<" } }
    }
}

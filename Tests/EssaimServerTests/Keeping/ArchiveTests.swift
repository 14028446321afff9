import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimServer

/// Five years after the last contact.
@Suite struct ArchiveTests {
    private func found(_ words: String, _ browser: Browser, _ more: [(String, String)] = []) async throws -> String {
        let sent = try await browser.submit(
            try await browser.get("/recherche").form(to: "/recherche"), [("mots", words)] + more)
        return try await browser.get(try #require(sent.header("Location"))).source
    }

    @Test func `it leaves lists, search and patients, and is found by its number and read`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.endedDemand()
            let number = try await town.number(of: demand)
            try await town.come(to: "2031-11-22")
            #expect(try await town.carryOut().archived == 0)
            let before = try await town.browser(of: .asker)
            #expect(try await found(Canary.familyName, before).contains("/demandes/\(demand)"))
            #expect(try await before.get("/patients").text.contains(Canary.familyName.uppercased()))
            #expect(try await before.get("/demandes?vue=terminees").source.contains("/demandes/\(demand)"))
            #expect(!(try await before.get("/demandes/\(demand)")).text.contains("Archivée le"))

            try await town.come(to: "2031-11-23")
            let notices = try town.ledger.dump("notices")
            #expect(try await town.carryOut().archived == 1)
            #expect(try await town.carryOut().archived == 0)
            #expect(try town.entries("request.archived") == ["request.archived done"])
            #expect(try town.ledger.dump("notices") == notices, "nobody is told")
            let asker = try await town.browser(of: .asker)
            for words in [Canary.familyName, "serin", "13/09/1957"] {
                #expect(!(try await found(words, asker)).contains("/demandes/\(demand)"), "\(words)")
            }
            for filter in [("etat", "closes"), ("ligne", "dermatology"), ("etat", "")] {
                #expect(!(try await found("", asker, [filter])).contains("/demandes/\(demand)"), "\(filter)")
            }
            #expect(!(try await asker.get("/patients")).text.contains(Canary.familyName.uppercased()))
            #expect(!(try await asker.get("/demandes?vue=terminees")).source.contains("/demandes/\(demand)"))
            let expert = try await town.browser(of: .senior)
            for reader in [asker, expert] {
                #expect(try await found(number, reader).contains("/demandes/\(demand)"))
                let page = try await reader.get("/demandes/\(demand)")
                #expect(page.status == 200 && page.text.contains("Archivée le "))
            }
            let stranger = try await town.browser(of: .neighbour)
            #expect(!(try await found(number, stranger)).contains("/demandes/\(demand)"))
            #expect(try await stranger.get("/demandes/\(demand)").status == 404)
        }
    }

    @Test func `an act brings it back as it was, and its years begin again`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.endedDemand()
            try await town.come(to: "2046-11-22")
            #expect(try await town.carryOut().archived == 1)
            let asker = try await town.browser(of: .asker)
            _ = try await asker.act(on: demand, "fait-nouveau", [("texte", "Revue la veille.")])
            #expect(try await found(Canary.familyName, asker).contains("/demandes/\(demand)"))
            #expect(try await found("", asker, [("etat", "closes")]).contains("/demandes/\(demand)"))
            #expect(try await asker.get("/patients").text.contains(Canary.familyName.uppercased()))
            #expect(!(try await asker.get("/demandes/\(demand)")).text.contains("Archivée le"))
            // The day on which it would have gone.
            try await town.come(to: "2046-11-24")
            #expect(try await town.carryOut() == RetentionDesk.Done())
            try await town.come(to: "2051-11-22")
            #expect(try await town.carryOut().archived == 1)
            try await town.come(to: "2066-11-22")
            #expect(try await town.carryOut().purged == 0)
            try await town.come(to: "2066-11-23")
            #expect(try await town.carryOut().purged == 1)
        }
    }

    @Test func `what somebody still owes stays where it is seen, however old`() async throws {
        try await ServedTown.open { town in
            try await town.server.store.write { tx in
                var rank: UInt64 = 700
                for state in [RequestState.submitted, .taken, .awaitingInformation, .answered] {
                    try tx.insert(.sample(state, id: Identifier("open-\(state)"), rank: rank))
                    rank += 1
                }
                try tx.insert(.sample(.closed, id: "to-see", rank: rank, visit: Visit(since: .sample)))
            }
            try await town.come(to: "2060-01-01")
            #expect(try await town.carryOut() == RetentionDesk.Done())
            #expect(
                try await RetentionShowing(town.server.configuration, clock: town.clock).all().last?.hasSuffix("5")
                    == true)
            for state in [RequestState.submitted, .taken, .awaitingInformation, .answered] {
                #expect(try await town.stored("open-\(state)")?.state == state)
            }
        }
    }

    @Test func `a month's figures are as they were, archived and erased`() async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(3)
            let november = LocalTime().midnight(startOf: try #require(CivilDate("2026-11-01")))
            let question = ActivityQuestion(network: Network.sample.id, from: november, until: .sample + .days(7))
            let before = try await town.server.store.read { try $0.activity(question, at: .sample) }
            try await town.come(to: "2031-11-23")
            #expect(try await town.carryOut().archived == 3)
            #expect(try await town.server.store.read { try $0.activity(question, at: .sample) } == before)
            try await town.come(to: "2046-11-24")
            #expect(try await town.carryOut().purged == 3)
            let (after, lines) = try await town.server.store.read {
                (try $0.activity(question, at: .sample), try $0.activityByOffer(question, at: .sample))
            }
            #expect(after.received == 3 && before.received == 3 && after.answered == 0)
            #expect(lines.map(\.title) == ["Dermatologie"] && lines[0].counts.received == 3)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

/// Each side of a demand keeps its own record, and says so for itself alone.
@Suite struct RecordSideTests {
    @Test func `both sides note the same mark, and one that is taken back leaves the other's`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let (asker, senior) = (try await town.browser(of: .asker), try await town.browser(of: .senior))
            for browser in [asker, senior] {
                #expect(try await browser.act(on: demand, "verse/dossier").status == 303)
            }
            let sides = "SELECT side FROM record_marks ORDER BY side"
            #expect(try town.ledger.look.texts(sides) == ["answering", "asking"])
            #expect(try await senior.act(on: demand, "retirer/dossier").status == 303)
            #expect(try town.ledger.look.texts(sides) == ["asking"])
            #expect(try town.ledger.history().filter { $0 == "record.file done" }.count == 3)
        }
    }

    @Test func `who carries no side of it is refused at the door, and that is written`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let second = try await town.browser(of: .second)
            #expect(try await second.act("/demandes/\(demand)/verse/dossier", key: "k").status == 404)
            #expect(try town.ledger.history().last == "access refused")
        }
    }
}

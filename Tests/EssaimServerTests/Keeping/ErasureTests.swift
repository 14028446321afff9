import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// What an operator may ask of what is kept: to hold, to release, to erase.
@Suite struct ErasureTests {
    private func refusal(_ work: () async throws -> Void) async throws -> String? {
        do {
            try await work()
            return nil
        } catch let fault as RetentionFault {
            return fault.message
        }
    }

    @Test func `before its day it is refused with the article and the day, and the journal says so`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.endedDemand()
            let number = try await town.number(of: demand)
            let said = try #require(try await refusal { try await town.server.erase(numbered: number) })
            #expect(said.contains("article R.1112-7") && said.contains("24\u{A0}novembre\u{A0}2046"))
            #expect(try await town.stored(demand) != nil)
            #expect(try town.entries("request.erase") == ["request.erase refused"])
            try await town.come(to: "2046-11-23")
            #expect(try await refusal { try await town.server.erase(numbered: number) } != nil)
            try await town.come(to: "2046-11-24")
            #expect(try await refusal { try await town.server.erase(numbered: number) } == nil)
            #expect(try await town.stored(demand) == nil)
            #expect(try town.places(of: Canary.all) == [])
            let again = try #require(try await refusal { try await town.server.erase(numbered: number) })
            #expect(again.contains("a été effacée le 24\u{A0}novembre\u{A0}2046"))
        }
    }

    @Test func `a held demand stays until it is released, and the reason stays out of the journal`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.endedDemand()
            let number = try await town.number(of: demand)
            try await town.server.hold(numbered: number, reason: "Litige 4711 en cours")
            try await town.come(to: "2031-11-23")
            #expect(try await town.carryOut().archived == 1)
            try await town.come(to: "2060-01-01")
            #expect(try await town.carryOut() == RetentionDesk.Done())
            let said = try #require(try await refusal { try await town.server.erase(numbered: number) })
            #expect(said.contains("Litige 4711") && said.contains("release"))
            #expect(try town.places(of: ["Litige 4711"]) == ["requests"])
            try await town.server.hold(numbered: number, reason: nil)
            #expect(try await town.carryOut().purged == 1)
            #expect(try town.places(of: ["Litige 4711"]) == [])
        }
    }

    @Test(arguments: ["", "rien", "7K3M-QX23", "0000 0000", "'; DROP TABLE requests"])
    func `a number that no demand bears erases and holds nothing`(_ typed: String) async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(1)
            let before = try town.ledger.dumpAll()
            #expect(try await refusal { try await town.server.erase(numbered: typed) } != nil)
            #expect(try await refusal { try await town.server.hold(numbered: typed, reason: "Litige") } != nil)
            #expect(try town.ledger.dumpAll() == before)
        }
    }

    @Test(arguments: ["", "  ", "x", String(repeating: "a", count: 501)])
    func `a hold says why`(_ reason: String) async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(1)
            let number = try await town.number(of: "closed-0")
            let before = try town.ledger.dumpAll()
            #expect(try await refusal { try await town.server.hold(numbered: number, reason: reason) } != nil)
            #expect(try town.ledger.dumpAll() == before)
        }
    }

    @Test func `neither an open demand nor a false clock lets one erase`() async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(1)
            try await town.keep(.sample(.taken, id: "open", rank: 77))
            let (closed, open) = (try await town.number(of: "closed-0"), try await town.number(of: "open"))
            _ = try await town.carryOut()
            try town.set(to: "2060-01-01")
            let said = try #require(try await refusal { try await town.server.erase(numbered: closed) })
            #expect(said.contains("horloge"))
            try await town.come(to: "2060-01-01")
            let owed = try #require(try await refusal { try await town.server.erase(numbered: open) })
            #expect(owed.contains("n’est pas terminée"))
            #expect(try await town.stored("closed-0") != nil)
            #expect(try await town.stored("open") != nil)
        }
    }

    @Test func `it is said how many are due when, beside the server, and nothing is written`() async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(4)
            let held = try await town.number(of: "closed-3")
            try await town.server.hold(numbered: held, reason: "Enquête")
            try await town.come(to: "2045-12-01")
            #expect(try await town.carryOut().archived == 4)
            let before = try town.ledger.dumpAll()
            let showing = RetentionShowing(town.server.configuration, clock: town.clock)
            let lines = try await showing.all().map { $0.replacing("\u{A0}", with: " ") }
            #expect(
                lines == [
                    "à archiver (5 ans après le dernier contact) : 0", "archivées : 4", "à effacer maintenant : 0",
                    "à effacer d’ici le 1er décembre 2046 : 3", "à effacer d’ici le 1er décembre 2050 : 3",
                    "à effacer d’ici le 1er décembre 2055 : 3", "à ne pas effacer : 1", "effacées : 0",
                    "sans contact depuis 5 ans et pas terminées : 0",
                ])
            let one = try await showing.one(numbered: held).joined(separator: "\n")
            #expect(one.contains("à ne pas effacer depuis le 23\u{A0}novembre\u{A0}2026"))
            #expect(try await refusal { _ = try await showing.one(numbered: "rien") } != nil)
            #expect(try town.ledger.dumpAll() == before)
        }
    }
}

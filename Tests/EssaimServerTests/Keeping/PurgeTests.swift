import EssaimDomain
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Logging
import Synchronization
import Testing

@testable import EssaimServer
@testable import EssaimWorkflow

/// Twenty years after the last contact, or after the 28th birthday.
@Suite struct PurgeTests {
    private static let traces = Canary.all + ["1957-09-13", "13/09/1957", "lésion saigne"]

    @Test func `nothing is left of a patient, in the database or in the folder, and the journal holds`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.endedDemand()
            _ = try await town.openInEmergency(demand, by: try await town.browser(of: .southern))
            try await town.tellBeside(demand)
            let number = try await town.number(of: demand)
            try await town.server.signer.signOnce()
            _ = try await town.server.sequencer.numberAll()
            try await town.server.signer.signOnce()
            try await town.come(to: "2031-11-23")
            _ = try await town.carryOut()
            try await town.come(to: "2046-11-23")
            #expect(try await town.carryOut().purged == 0)
            #expect(try town.places(of: Self.traces).isSuperset(of: ["requests", "patients", "answers", "problems"]))
            #expect(try town.storedFiles().count == 1)

            try await town.come(to: "2046-11-24")
            #expect(try await town.carryOut().purged == 1)
            #expect(try town.places(of: Self.traces) == [])
            #expect(try town.storedFiles().isEmpty)
            try await town.server.engine.scrub()
            #expect(try town.files(holding: Self.traces) == [])

            let rows = try town.ledger.look.rows("SELECT number, offer_id, zone_id, month_at FROM purged_requests")
            let november = LocalTime().midnight(startOf: try #require(CivilDate("2026-11-01"))).milliseconds
            #expect(rows == [[number, "dermatology", "north", String(november)]])
            #expect(try town.entries("request.purged") == ["request.purged done"])
            _ = try await town.server.sequencer.numberAll()
            try await town.server.signer.signOnce()
            let book = try JournalBook(town.server.configuration)
            let verdict = try await book.verify()
            try book.close()
            #expect(verdict.erased > 5 && verdict.waiting == 0)
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes/\(demand)").status == 404)
            let known = try #require(RequestNumber(rawValue: number))
            #expect(try await town.server.store.read { try $0.purged(known) } != nil)
            #expect(try await town.server.store.write { try $0.isTaken(known) }, "its number is not drawn again")
        }
    }

    @Test func `a child's demand is kept until they are twenty-eight`() async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(1, born: try #require(CivilDate("2020-05-04")))
            try await town.come(to: "2046-11-24")
            #expect(try await town.carryOut().archived == 1)
            try await town.come(to: "2048-05-04")
            #expect(try await town.carryOut().purged == 0)
            try await town.come(to: "2048-05-05")
            #expect(try await town.carryOut().purged == 1)
            #expect(try town.places(of: ["Ancienne"]) == [])
        }
    }

    @Test func `a patient who came back keeps all of their record, from their last contact`() async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(1)
            try await town.come(to: "2031-11-23")
            #expect(try await town.carryOut().archived == 1)
            try await town.keep(
                .sample(.closed, id: "later", rank: 42, sentAt: town.clock.now(), patient: "old-0"))
            try await town.come(to: "2046-11-24")
            let done = try await town.carryOut()
            #expect(done.archived == 1 && done.purged == 0)
            #expect(try await town.stored("closed-0") != nil)
            try await town.come(to: "2051-11-24")
            #expect(try await town.carryOut().purged == 2)
            #expect(try town.places(of: ["Ancienne"]) == [])
        }
    }

    @Test func `a thousand due at once go in slices, each once, by two servers at a time`() async throws {
        try await ServedTown.open { town in
            try await town.closedDemands(1000)
            try await town.come(to: "2031-11-23")
            let slices = Slices()
            let archived = try await town.server.retention.carryOut { slices.note($0.archived) }
            #expect(archived?.archived == 1000 && slices.all.filter { $0 > 0 }.count >= 10)
            try await town.come(to: "2046-11-24")
            async let one = town.server.retention.carryOut()
            async let two = town.server.retention.carryOut()
            let counts = try await (one, two)
            #expect((counts.0?.purged ?? 0) + (counts.1?.purged ?? 0) == 1000)
            #expect(try town.entries("request.purged").count == 1000)
            #expect(try town.ledger.counts()["purged_requests"] == 1000)
            #expect(try town.places(of: ["Ancienne"]) == [])
        }
    }

    @Test func `a death between the row and the file leaves an orphan that is swept`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.endedDemand()
            try await town.come(to: "2031-11-23")
            _ = try await town.carryOut()
            try await town.come(to: "2046-11-24")
            let (desk, now) = (town.server.retention, town.clock.now())
            let slice = try await town.server.store.write { try desk.purge(after: nil, at: now, $0) }
            #expect(slice.count == 1 && slice.files.count == 1)
            #expect(try await town.stored(demand) == nil)
            #expect(try town.storedFiles().count == 1)
            let later = ManualClock(Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) + .hours(25))
            let swept = try await SweepService(
                vault: town.server.rooms.vault, store: town.server.store, clock: later, logger: Logger(label: "test")
            ).sweep()
            #expect(swept.orphans == 1)
            #expect(try town.storedFiles().isEmpty)
        }
    }

    @Test func `a clock that jumped thirty years, or was set back, erases and archives nothing`() async throws {
        try await ServedTown.open { town in
            _ = try await town.endedDemand()
            _ = try await town.carryOut()
            let before = try town.ledger.counts()
            try town.set(to: "2057-01-01")
            #expect(try await town.server.retention.carryOut() == nil)
            // Used by that clock: its own entries vouch for nothing.
            _ = try await town.browser(of: .asker).get("/demandes")
            #expect(try await town.server.retention.carryOut() == nil)
            try town.set(to: "2020-01-01")
            #expect(try await town.server.retention.carryOut() == nil)
            #expect(try town.ledger.counts()["requests"] == before["requests"])
            #expect(try town.entries("request.archived").isEmpty && town.entries("request.purged").isEmpty)
        }
    }

    @Test func `a corrected identity leaves no patient behind whom nothing would end`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            #expect(try town.places(of: [Canary.familyName]).isSuperset(of: ["patients", "patient_names"]))
            _ = try await asker.act(
                on: demand, "corriger-identite",
                [
                    ("patient.birthFamilyName", "Autrement"), ("patient.firstGivenName", "Nolwenn"),
                    ("motif", "Erreur de saisie."),
                ])
            #expect(try town.places(of: ["Autrement"]).isSuperset(of: ["patients", "patient_names"]))
            #expect(try town.places(of: [Canary.familyName]).isDisjoint(with: ["patients", "patient_names"]))
        }
    }
}

/// What was told, in its order.
private final class Slices: Sendable {
    private let kept = Mutex<[Int]>([])
    var all: [Int] { kept.withLock { $0 } }
    func note(_ count: Int) { kept.withLock { $0.append(count) } }
}

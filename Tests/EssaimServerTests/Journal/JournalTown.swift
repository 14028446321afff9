import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow

@testable import EssaimServer

/// What the journal's tests share: someone who keeps it, demands in number, and the entries as they are kept.
extension ServedTown {
    /// Keeps the journal of the sample network, and has no list.
    static let keeper = Person.sample("keeper", "Kerverrou", "Gwenn", .none)

    func browserOfKeeper() async throws -> Browser {
        try await server.store.write { tx in
            try Town.open(Self.keeper, in: tx)
            try tx.join(Self.keeper.id, network: Network.sample.id, as: .securityReferent, status: .active)
        }
        return try await browser(of: Self.keeper)
    }

    /// Sent demands of the asking practice, each for a patient of its own.
    func manyDemands(_ count: Int) async throws -> [String] {
        let ids = (0..<count).map { "many-\($0)" }
        try await server.store.write { tx in
            for (rank, id) in ids.enumerated() {
                let traits = PatientTraits(
                    birthFamilyName: "Fictive", firstGivenName: "Rozenn", birthDate: CivilDate(dayNumber: -5000 - rank),
                    sex: .female)
                let patient = Patient(
                    id: Identifier("patient-\(rank)"), structure: Structure.practice.id, traits: traits)
                try tx.insert(patient)
                try tx.insert(
                    AdviceRequest.sample(
                        .submitted, id: Identifier(id), rank: UInt64(100 + rank), patient: patient.id))
            }
        }
        return ids
    }

    /// Numbers what waits, as the server does within a second; the last `unsigned` stay without signature.
    func seal(butLast unsigned: Int) async throws -> Int {
        let sequencer = JournalSequencer(store: server.store, clock: clock, name: "test")
        let size = try await sequencer.numberAll()
        try ledger.execute("UPDATE journal_head SET signed_size = size - \(unsigned)")
        return size
    }

    /// Entries whose action begins so: `request.view done`, oldest first.
    func entries(_ start: String) throws -> [String] { try ledger.history().filter { $0.hasPrefix(start) } }

    /// Opens a demand in an emergency, by the page.
    func openInEmergency(
        _ demand: String, by browser: Browser, reason: String = "Patiente aux urgences, la lésion saigne."
    ) async throws -> Page {
        let number = try await stored(demand)?.number.shown ?? ""
        return try await browser.submit(
            try await browser.get("/acces-urgence").form(to: "/acces-urgence"), [("numero", number), ("motif", reason)])
    }
}

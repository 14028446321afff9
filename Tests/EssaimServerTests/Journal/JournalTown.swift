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
                try tx.insert(
                    AdviceRequest.sample(.submitted, id: Identifier(id), rank: UInt64(100 + rank), patient: nil))
            }
        }
        return ids
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

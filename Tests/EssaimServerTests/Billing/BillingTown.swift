import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow

@testable import EssaimServer

/// What the tests of billing share: a town whose senior dermatologist works for a hospital, and the ids of acts.
extension ServedTown {
    /// A right NIR, as it is typed.
    static let nir = "2 79 03 51 215 189 89"

    /// The senior's office becomes a hospital, which claims what they do.
    func makeHospital() async throws {
        try ledger.execute("UPDATE people SET practice_mode = 'S' WHERE id = 'senior'")
        try ledger.execute("UPDATE structures SET kind = 'hospital', finess = '220000012' WHERE id = 'office'")
    }

    /// The act of that code of a demand, as its row says it: `id`, `state`, `version`.
    func act(_ code: String, of demand: String) throws -> (id: String, state: String, version: Int) {
        let rows = try ledger.look.rows(
            "SELECT id, state, version FROM acts WHERE code = '\(code)' AND request_id = '\(demand)'")
        let row = rows.first ?? ["", "", "0"]
        return (row[0] ?? "", row[1] ?? "", Int(row[2] ?? "") ?? 0)
    }

    /// One value of the database.
    func value(_ sql: String) throws -> String? { try ledger.look.texts(sql).first }

    /// Makes a batch of this month's acts, by the page; where it leads.
    func makeBatch(_ office: Browser) async throws -> Page {
        try await office.submit(try await office.get("/facturation").form(to: "/facturation/lots"))
    }

    /// The rows of a batch's file, its head left out.
    func rows(of batch: String, _ office: Browser) async throws -> [[String]] {
        let file = try await office.get("/facturation/lots/\(batch)/lot.csv")
        return file.source.components(of: "\r\n").dropFirst().filter { !$0.isEmpty }
            .map { String($0).components(of: ";").map(String.init) }
    }

    /// Another member of the hospital's billing office.
    func secondOfficer() async throws -> Browser {
        let person = Person.sample("second-officer", "Kerfacture", "Nina", .none)
        try await server.store.write { tx in
            try Town.open(person, in: tx)
            try tx.join(person.id, network: Network.sample.id, as: .billingOffice, status: .active)
            try tx.join(person.id, officeOf: Structure.office.id, status: .active)
        }
        return try await browser(of: person)
    }
}

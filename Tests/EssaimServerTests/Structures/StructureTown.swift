import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// The town with the asker as administrator of the practice, and what one does there.
extension ServedTown {
    static let practice = "/structure/practice"

    static func administered(_ visit: @Sendable (ServedTown, Browser) async throws -> Void) async throws {
        try await open { town in
            try await town.server.store.write {
                try $0.join("asker", structure: "practice", as: .administrator, status: .active)
            }
            // A number whose key is right, as a page asks for.
            try town.ledger.execute("UPDATE people SET rpps = '10000000017' WHERE id = 'senior'")
            try await visit(town, try await town.browser(of: .asker))
        }
    }

    func member(_ person: Person) async throws -> StructureMember? {
        try await server.store.read { try $0.member(person.id, of: "practice") }
    }

    /// Presses a button of someone's page.
    func press(_ word: String, of person: Person, _ browser: Browser) async throws -> Page {
        let path = "\(Self.practice)/membres/\(person.id)"
        return try await browser.submit(try await browser.get(path).form(to: "\(path)/\(word)"))
    }

    func invite(_ address: String, _ typed: [(String, String)], _ browser: Browser) async throws -> Page {
        let form = try await browser.get(Self.practice).form(to: Self.practice + "/invitations")
        return try await browser.submit(form, [("invite", address)] + typed)
    }

    /// The invited one's answer to the only invitation on their profile.
    func answer(_ word: String, by person: Person) async throws -> Page {
        let browser = try await browser(of: person)
        let profile = try await browser.get("/profil")
        let form = try #require(profile.forms.first { $0.action.hasSuffix("/\(word)") })
        return try await browser.submit(form)
    }
}

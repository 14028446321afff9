import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

extension ServedTown {
    static let protocols = "/reseaux/network/protocoles"

    /// The town with forms that are read and written, and its administrator at their browser.
    static func editing<T: Sendable>(_ visit: @Sendable (ServedTown, Browser) async throws -> T) async throws -> T {
        try await open(forms: FormLibrary([.sample], files: QuestionnaireFiles())) { town async throws in
            try await visit(town, try await town.browser(of: .administrator))
        }
    }

    /// The rows of one form: version, revision, published.
    func versions(of form: String) throws -> [[String?]] {
        try ledger.look.rows(
            "SELECT version, CAST(revision AS TEXT) FROM protocols WHERE id = '\(form)' ORDER BY number")
    }
}

extension Browser {
    /// Begins a form; its address.
    func beginForm(_ title: String, from base: String = "") async throws -> String {
        let list = try await get(ServedTown.protocols).form(to: ServedTown.protocols)
        let page = try await submit(list, [("titre", title), ("modele", base)])
        #expect(page.status == 303, "\(page.text.prefix(300))")
        return String((page.location ?? "").prefix { $0 != "?" })
    }

    /// Adds a question to a form, by its page.
    func addQuestion(_ form: String, _ typed: [(String, String)]) async throws -> Page {
        let path = form + "/questions/nouvelle"
        return try await submit(try await get(path).form(to: path), typed)
    }

    func publish(_ form: String) async throws -> Page {
        try await submit(try await get(form).form(to: form + "/publier"))
    }
}

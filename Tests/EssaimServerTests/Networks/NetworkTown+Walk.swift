import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// What people do by the pages, from the line's own page to the closed loop.
extension NetworkTown {
    /// A draft on a line, opened from its page: `oncobreizh/eruption`.
    func draft(_ line: String, by person: Person) async throws -> (browser: Browser, id: String) {
        let browser = try await town.browser(of: person)
        let page = try await browser.get("/lignes/\(line)")
        return (
            browser, try await browser.submit(try page.form(to: "/demandes"), [("ligne", line)]).id(after: "/demandes/")
        )
    }

    /// A demand that left; its id.
    func sent(_ line: String, by person: Person, _ typed: [(String, String)]) async throws -> String {
        let (browser, draft) = try await draft(line, by: person)
        _ = try await browser.fill(draft, Typed.complete(but: typed), button: "verifier")
        let page = try await browser.sendDraft(draft)
        try #require(page.status == 303, "\(page.status) \(page.text)")
        return draft
    }

    /// Takes it and answers.
    func answer(
        _ demand: String, by person: Person, _ orientation: Orientation = .managedRemotely,
        _ more: [(String, String)] = []
    ) async throws {
        let expert = try await town.browser(of: person)
        let taken = try await expert.act(on: demand, "prendre")
        try #require(taken.status == 303, "\(taken.text)")
        let path = "/demandes/\(demand)/repondre"
        let page = try await expert.submit(
            try await expert.get(path).form(to: path),
            [("text", Canary.advice), ("orientation", orientation.rawValue), ("_suite", "envoyer")] + more)
        try #require(page.status == 303, "\(page.text)")
        _ = await town.server.jobs.workOnce()
    }

    /// The requester reads the opinion and closes the loop.
    func readAndClose(_ demand: String, by person: Person) async throws {
        let asker = try await town.browser(of: person)
        #expect(try await asker.get("/demandes?vue=a-lire").source.contains(demand))
        #expect(try await asker.get("/demandes/\(demand)").text.contains(Canary.advice))
        _ = try await asker.act(on: demand, "lu")
        let closed = try await asker.act(on: demand, "clore", [("suivi", "followed")])
        #expect(closed.status == 303, "\(closed.text)")
        #expect(try await town.stored(demand)?.state == .closed)
    }

    /// Says an absence as anyone does, from today on.
    func leave(_ person: Person, days: Int) async throws {
        let today = OffsetRules.centralEuropean.civil(at: town.clock.now()).date
        let browser = try await town.browser(of: person)
        let form = try await browser.get("/disponibilites").form(to: "/disponibilites/absences")
        let said = try await browser.submit(
            form,
            [("from", today.description), ("through", today.adding(days: days).description), ("colleague", "")])
        try #require(said.status == 303, "\(said.text)")
    }

    func stored(_ demand: String) async throws -> AdviceRequest {
        try #require(try await town.stored(demand))
    }

    /// Codes of the acts that it made.
    func acts(_ demand: String) async throws -> [String] {
        try await town.server.store.read { try $0.acts(of: Identifier(demand)).compactMap(\.code).sorted() }
    }
}

/// Compulsory answers of the shipped forms.
enum TypedForm {
    static let skin = [("form.suspicion", "tumour"), ("form.site", "back"), ("form.since", "weeks")]
    static let thyroid = [("form.reason", "nodule"), ("form.since", "weeks")]
    static let heart = [("form.reason", "palpitations"), ("form.since", "weeks")]
    static let knee = [("form.site", "knee"), ("form.reason", "pain"), ("form.since", "weeks")]
}

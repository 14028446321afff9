import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// An opinion given on the telephone, entered by the expert who gave it.
@Suite struct PhoneTests {
    private static let opinion = [
        ("ligne", "dermatology"), ("patient.birthFamilyName", Canary.familyName),
        ("patient.firstGivenName", Canary.givenName), ("patient.birthDate", "12/08/1958"), ("patient.sex", "female"),
        ("question", Canary.question), ("text", Canary.advice), ("orientation", "managedRemotely"), ("consent", "oui"),
    ]
    private static let asker = ("caller", "asker practice")

    /// The hidden fields of the form, which stands after the one that searches.
    private func seal(_ expert: Browser) async throws -> [(String, String)] {
        let forms = try await expert.get("/avis-telephonique").forms
        return try #require(forms.first { $0.action == "/avis-telephonique" && $0.value("_csrf") != nil }).fields
            .filter { $0.name.hasPrefix("_") }.map { ($0.name, $0.value) }
    }

    private func enter(
        _ town: ServedTown, _ fields: [(String, String)], by person: Person = .senior
    ) async throws -> Page {
        let expert = try await town.browser(of: person)
        return try await expert.post("/avis-telephonique", try await seal(expert) + fields)
    }

    @Test func `one form makes a demand that is answered, reported, billed, and to be read by who asked`() async throws
    {
        try await ServedTown.open { town in
            let page = try await enter(town, Self.opinion + [Self.asker])
            #expect(page.status == 303)
            let demand = try page.id(after: "/demandes/")
            let kept = try #require(try await town.stored(demand))
            #expect(kept.state == .answered && kept.phone?.toldAt == .sample && kept.structure == Structure.practice.id)
            _ = await town.server.jobs.workOnce()
            let (reports, acts) = try await town.server.store.read {
                (try $0.reports(of: kept.id).count, try $0.acts(of: kept.id).compactMap(\.code).sorted())
            }
            #expect(reports == 1 && acts == ["RQD", "TE2"])
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes?vue=a-lire").source.contains(demand))
            let read = try await asker.get("/demandes/\(demand)")
            #expect(read.text.contains(Canary.advice) && read.text.contains("par téléphone"))
            #expect(try town.ledger.history().contains("request.answer done"))
        }
    }

    @Test func `sent twice it is one demand; under another line, or another's name, it does not exist`() async throws {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let fields = try await seal(expert) + Self.opinion + [Self.asker]
            let (first, second) = try await (
                expert.post("/avis-telephonique", fields), expert.post("/avis-telephonique", fields)
            )
            #expect(try first.id(after: "/demandes/") == second.id(after: "/demandes/"))
            let others = Self.opinion.map { $0.0 == "ligne" ? ("ligne", "tumours") : $0 }
            #expect(try await enter(town, others + [Self.asker]).status == 404)
            for caller in ["neighbour practice", "outsider nowhere", "suspended practice", "delegate practice"] {
                #expect(try await enter(town, Self.opinion + [("caller", caller)]).status == 422, "\(caller)")
            }
            // A junior answers nobody alone, on the telephone neither.
            #expect(try await enter(town, Self.opinion + [Self.asker], by: .second).status == 303)
            let junior = try await town.browser(of: .junior)
            #expect(
                try await junior.act("/avis-telephonique", Self.opinion + [Self.asker], key: "k").status == 404)
        }
    }

    @Test func `a caller whom Essaim does not know is written, and the demand stays with the expert's structure`()
        async throws
    {
        try await ServedTown.open { town in
            let fields = Self.opinion + [("caller", "autre"), ("caller.name", "Dr Absent, Carhaix")]
            let page = try await enter(town, fields)
            let kept = try #require(try await town.stored(try page.id(after: "/demandes/")))
            #expect(
                kept.structure == Structure.office.id && kept.phone?.caller == "Dr Absent, Carhaix" && !kept.isUnread)
            let acts = try await town.server.store.read { try $0.acts(of: kept.id).compactMap(\.code) }
            #expect(acts == ["TE2"])
            let read = try await town.browser(of: .senior).get("/demandes/\(kept.id)")
            #expect(read.text.contains("Dr Absent, Carhaix"))
        }
    }

    @Test func `what is missing is said, and what was typed is kept`() async throws {
        try await ServedTown.open { town in
            let page = try await enter(town, [("ligne", "dermatology"), ("text", Canary.advice), Self.asker])
            #expect(page.status == 422 && page.text.contains(Canary.advice))
            #expect(try town.ledger.dump("requests").isEmpty)
        }
    }

    @Test(arguments: [("gu", true), ("GU", true), ("Cabinet du L", true), ("zzz", false), ("%", false), ("'", false)])
    func `who called is found by the beginning of a name or of a structure's`(_ typed: String, _ isFound: Bool)
        async throws
    {
        try await ServedTown.open { town in
            let expert = try await town.browser(of: .senior)
            let page = try await expert.get("/avis-telephonique?demandeur=\(Browser.encoded(typed))")
            #expect(page.status == 200)
            if typed.hasPrefix("Cabinet") { #expect(page.source.contains("asker practice")) }
            if !isFound { #expect(!page.source.contains("asker practice")) }
        }
    }
}

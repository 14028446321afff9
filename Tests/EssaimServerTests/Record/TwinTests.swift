import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer

/// A second open demand for the same patient is pointed out, to its own structure alone.
@Suite struct TwinTests {
    private static let said = "Votre structure a déjà une demande en cours pour ce patient"

    @Test func `a draft about a patient who has an open demand says so with a link, and leaves all the same`()
        async throws
    {
        try await ServedTown.open { town in
            let first = try await town.browser(of: .colleague).sentDemand()
            let number = try #require(try await town.stored(first)?.number.shown)
            let asker = try await town.browser(of: .asker)
            // The same traits, typed otherwise.
            let draft = try await asker.preparedDraft(
                Typed.complete(but: [("patient.birthFamilyName", "  " + Canary.familyName.uppercased())]))
            for page in ["brouillon", "verifier"] {
                let shown = try await asker.get("/demandes/\(draft)/\(page)")
                #expect(shown.text.contains(Self.said), "\(page)")
                #expect(
                    shown.text.contains("Dermatologie, demande \(number) : à prendre, envoyée aujourd’hui 9 h 30"))
                #expect(shown.source.contains("href=\"/demandes/\(first)\""))
            }
            #expect(try await asker.sendDraft(draft).status == 303)
            #expect(try await town.stored(draft)?.state == .submitted)
        }
    }

    @Test(arguments: [
        ("patient.firstGivenName", "Maïwenn"), ("patient.birthDate", "13/08/1958"), ("patient.sex", "male"),
    ])
    func `another patient's demand is no twin`(_ name: String, _ value: String) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            _ = try await asker.sentDemand()
            let draft = try await asker.preparedDraft(Typed.complete(but: [(name, value)]))
            #expect(!(try await asker.get("/demandes/\(draft)/brouillon").text.contains(Self.said)))
        }
    }

    @Test func `what another structure asked about the same person is never hinted at`() async throws {
        try await ServedTown.open { town in
            let first = try await town.browser(of: .neighbour).sentDemand()
            #expect(try await town.stored(first)?.state == .submitted)
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft()
            for page in ["brouillon", "verifier"] {
                let shown = try await asker.get("/demandes/\(draft)/\(page)")
                #expect(!shown.text.contains(Self.said) && !shown.source.contains(first), "\(page)")
            }
        }
    }

    @Test func `a demand that is over is none, and neither is a draft`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let first = try await asker.sentDemand()
            _ = try await asker.act(on: first, "annuler", [("motif", "Vu ailleurs.")])
            _ = try await asker.preparedDraft()
            let draft = try await asker.preparedDraft()
            #expect(!(try await asker.get("/demandes/\(draft)/brouillon").text.contains(Self.said)))
        }
    }
}

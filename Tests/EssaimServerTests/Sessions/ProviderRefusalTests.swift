import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimServer
@testable import EssaimWorkflow

/// Who comes back from a provider and is not let in leaves a trace: an entry of someone known, a line otherwise (ASVS 5.0,
/// 16.3.1).
@Suite struct ProviderRefusalTests {
    private func lines(_ town: ServedTown) -> [String] {
        town.log.lines.filter { $0.contains("sign-in refused") }.compactMap { line in
            line.split(separator: "why=").last.map(String.init)
        }
    }

    static let faults: [(ProviderFault, String)] = [
        (.away, "provider, away"), (.misconfigured, "provider, misconfigured"), (.refused, "provider, refused"),
        (.token, "provider, token"), (.weak, "provider, weak"), (.identity, "provider, identity"),
    ]

    @Test(arguments: faults)
    func `what a provider refuses, or does not answer, is a line`(_ fault: ProviderFault, _ line: String) async throws {
        try await ServedTown.open { town in
            await #expect(throws: fault) {
                _ = try await town.server.accounts.comeBack(by: VouchingProvider(fault))
            }
            #expect(lines(town) == [line])
            let entries = try town.ledger.history()
            #expect(entries.isEmpty)
        }
    }

    @Test func `declined there, or begun elsewhere, is a line without what came back`() async throws {
        try await ServedTown.open { town in
            let accounts = town.server.accounts
            let provider = VouchingProvider(for: Person.asker.rpps)
            guard case .over = try await accounts.comeBack(by: provider, code: nil),
                case .over = try await accounts.comeBack(by: provider, state: "un-autre-etat"),
                case .over = try await accounts.comeBack(by: provider, state: nil)
            else {
                Issue.record("let in")
                return
            }
            let page = try await town.browser().get("/connexion/retour/psc?code=code-fictif&state=etat-fictif")
            #expect(page.status == 422)
            #expect(
                lines(town) == ["declined at the provider"] + Array(repeating: "begun elsewhere or over", count: 3))
            #expect(!town.log.text.contains("fictif") && !town.log.text.contains("un-autre-etat"))
        }
    }

    @Test func `a closed account is a refusal in the journal, at the return and at what is still asked`() async throws {
        try await ServedTown.open { town in
            let accounts = town.server.accounts
            let provider = VouchingProvider(for: Person.asker.rpps)
            try await town.setPassword("une phrase assez longue", of: .asker)
            try town.makeReal(.asker)
            guard case .asked(let arrival) = try await accounts.comeBack(by: provider) else {
                Issue.record("asked nothing")
                return
            }
            try town.ledger.execute("UPDATE accounts SET is_disabled = TRUE WHERE login = 'asker'")
            let answer = ArrivalAnswer(exercise: nil, activity: nil, acceptsCharter: true, place: nil)
            guard case .closed = try await accounts.settle(arrival.token, answer, .init()),
                case .closed = try await accounts.comeBack(by: provider)
            else {
                Issue.record("let in")
                return
            }
            #expect(try town.ledger.history() == ["session.start refused", "session.start refused"])
            #expect(try town.ledger.counts()["sessions"] == 0)
        }
    }

    @Test func `a refused second step says by which means`() async throws {
        try await ServedTown.open { town in
            try await town.setPassword("une phrase assez longue", of: .asker)
            let browser = town.browser()
            let page = try await browser.post(
                "/connexion", [("identifiant", "asker"), ("mot_de_passe", "une phrase assez longue")])
            let asked = try #require(page.passkey)
            let signed = SoftPasskey(asked.passkeys[0]).sign(Array(asked.challenge.reversed())).fields
            _ = try await browser.submit(try page.form(to: "/connexion/cle"), signed)
            let entries = try town.ledger.dump("history")
            #expect(entries.count == 1 && entries[0].contains("passwordAndPasskey"))
        }
    }
}

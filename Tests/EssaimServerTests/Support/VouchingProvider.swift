import EssaimDomain
import EssaimWorkflow

/// A provider named `psc` that says one thing of whoever comes back from it.
struct VouchingProvider: IdentityProviders {
    let answer: Result<ProvenIdentity, ProviderFault>

    /// Vouches for who bears that RPPS.
    init(for rpps: RPPS?) {
        answer = .success(
            ProvenIdentity(
                provider: "psc", issuer: "https://psc.invalid", subject: "899900000017", rpps: rpps,
                familyName: "KERFICTIF", givenName: "HERVÉ", exercises: [], idToken: "jeton-de-psc"))
    }

    init(_ fault: ProviderFault) { answer = .failure(fault) }

    var offered: [OfferedProvider] {
        [OfferedProvider(name: "psc", title: "Pro Santé Connect", kind: .proSanteConnect)]
    }

    func depart(to provider: String, back: String, renewedAfter: Instant?) async throws(ProviderFault) -> Departure {
        if case .failure(.away) = answer { throw .away }
        return Departure(
            address: "https://psc.invalid/authorize", state: "etat-fictif", nonce: "nonce-fictif",
            verifier: "verifieur-fictif", renewedAfter: renewedAfter)
    }

    func arrive(
        from provider: String, code: String, _ departure: Departure, back: String
    ) async throws(ProviderFault) -> ProvenIdentity {
        try answer.get()
    }

    func leave(_ provider: String, idToken: String, back: String, state: String) async -> String? { nil }
}

extension AccountDesk {
    /// Leaves for a provider and comes back with what it gave.
    func comeBack(
        by provider: VouchingProvider, code: String? = "code-fictif", state: String? = "etat-fictif"
    ) async throws -> ArrivalOutcome {
        let knock = Knock(from: "192.0.2.7")
        let left = try await depart(to: "psc", by: provider, back: "/connexion/retour/psc", knock)
        return try await arrive(
            from: "psc", code: code, state: state, token: left.token, by: provider, back: "/connexion/retour/psc", knock
        )
    }
}

extension ServedTown {
    /// A provider vouches for nobody of a demonstration.
    func makeReal(_ person: Person) throws {
        try ledger.execute("UPDATE people SET is_demonstration = FALSE WHERE id = '\(person.id.rawValue)'")
    }
}

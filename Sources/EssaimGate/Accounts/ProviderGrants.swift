import EssaimDomain
import EssaimWorkflow

extension Grant where P == Anyone {
    /// By whom one may sign in beside a local account.
    public var providers: [OfferedProvider] { house.providers.offered }

    /// Leaves for a provider that is offered; nil for another.
    /// - Parameter back: the path that it leads back to.
    public func depart(
        to provider: String, back: String, _ input: Input
    ) async throws -> (address: String, token: String)? {
        guard providers.contains(where: { $0.name == provider }) else { return nil }
        // Whoever is signed in leaves to show again who they are: the session that they have there is not enough.
        return try await house.accounts.depart(
            to: provider, by: house.providers, back: house.origin + back, renewing: visitor.session != nil, input.knock)
    }

    /// - Parameter code: nil where the provider gave none.
    public func arrive(
        from provider: String, code: String?, state: String?, back: String, _ input: Input
    ) async throws -> ArrivalOutcome {
        let outcome = try await house.accounts.arrive(
            from: provider, code: code, state: state, token: input.departure, by: house.providers,
            back: house.origin + back, input.knock)
        if case .admitted = outcome { try await endReplaced() }
        return outcome
    }

    public func arrival(_ token: String) async throws -> Arrival? { try await house.accounts.arrival(token) }

    public func settle(_ token: String, _ answer: ArrivalAnswer, _ input: Input) async throws -> ArrivalOutcome {
        let outcome = try await house.accounts.settle(token, answer, input.knock)
        if case .admitted = outcome { try await endReplaced() }
        return outcome
    }

    func endReplaced() async throws {
        if let replaced = visitor.session { try await house.accounts.signOut(replaced) }
    }
}

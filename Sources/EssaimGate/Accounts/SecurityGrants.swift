import EssaimDomain
import EssaimWorkflow

/// One's own sign-in, and what surrounds its page.
public struct SecurityPage: Sendable {
    public let own: OwnSecurity
    /// This session, among those of `own`.
    public let session: Session
    /// One showed lately who one is: what is sensitive is open.
    public let isProven: Bool
    public let surroundings: Surroundings
}

extension Grant where P == SignedIn {
    /// Nil for who has no account of their own here.
    public func security() async throws -> SecurityPage? {
        let (caller, session, isLoopback) = (fact.caller, fact.session, house.isLoopback)
        guard let own = try await house.accounts.security(of: caller.person.id) else { return nil }
        let surroundings = try await house.store.read { store in
            let network = caller.pools.first?.network ?? caller.networks.first?.network
            return try Surroundings(store, of: network, isLoopback: isLoopback)
        }
        return SecurityPage(
            own: own, session: session, isProven: house.accounts.isProven(session), surroundings: surroundings)
    }

    public func endOthers(_ input: Input) async throws {
        try await house.accounts.endOthers(of: fact.session, from: input.client)
        house.bulletin.post(.people)
    }

    public func change(password new: String, over old: String, _ input: Input) async throws -> SecurityAnswer {
        let answer = try await house.accounts.change(
            password: new, over: old, of: fact.session, from: input.client)
        if answer == .done { house.bulletin.post(.people) }
        return answer
    }

    public func beginAddition() async throws -> String {
        try await house.accounts.beginAddition(fact.caller.person.id)
    }

    public func renewRecoveryCodes(_ input: Input) async throws -> [String] {
        try await house.accounts.renewRecoveryCodes(of: fact.session, from: input.client)
    }

    public func setUp(step: String) async throws -> FactorSetUp? { try await house.accounts.setUp(step: step) }

    public func stage(step: String) async throws -> SignInStage? { try await house.accounts.stage(step: step) }

    /// By whose word this session was opened: they may be asked to show there again who they are.
    public func provider() async throws -> OfferedProvider? {
        try await house.accounts.provider(of: fact.session, among: house.providers)
    }

    public func beginProof() async throws -> SignInStage { try await house.accounts.beginProof(fact.session) }

    /// Shown, it is another session: who had stolen this one is out.
    public func prove(code: String, step: String) async throws -> StepAnswer {
        try await house.accounts.prove(code: code, step: step, fact.session)
    }

    public func prove(passkey: PasskeyAnswer, step: String) async throws -> StepAnswer {
        try await house.accounts.prove(passkey: passkey, step: step, fact.session)
    }
}

extension Grant where P == OwnSession {
    /// Ends it; who listens there hears nothing more.
    public func end(_ input: Input) async throws -> Bool {
        let isEnded = try await house.accounts.end(fact.named, of: fact.session, from: input.client)
        if isEnded { house.bulletin.post(.people) }
        return isEnded
    }
}

extension Grant where P == OwnPasskey {
    public func remove(_ input: Input) async throws -> SecurityAnswer {
        try await house.accounts.remove(passkey: fact.named, of: fact.session, from: input.client)
    }
}

extension Grant where P == OwnTimeCode {
    public func remove(_ input: Input) async throws -> SecurityAnswer {
        try await house.accounts.removeTimeCode(of: fact.session, from: input.client)
    }
}

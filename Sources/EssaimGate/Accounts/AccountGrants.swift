import EssaimDomain
import EssaimWorkflow

extension Grant where P == Anyone {
    /// - Throws: `SignInBusy` in a storm of sign-ins.
    public func signIn(login: String, password: String) async throws -> AccountDesk.Admission? {
        let admission = try await house.accounts.signIn(login: login, password: password)
        if admission != nil, let replaced = visitor.session { try await house.accounts.signOut(replaced) }
        return admission
    }

    /// Personas may enter here: a demonstration, on loopback.
    public func offersPersonas() async throws -> Bool {
        guard house.isLoopback else { return false }
        return try await house.isDemonstration()
    }

    public func isDemonstration() async throws -> Bool { try await house.isDemonstration() }
}

extension Grant where P == DemonstrationVisitor {
    /// The fictional people of the folder, with where they work.
    public func personas() async throws -> [Caller] {
        try await house.store.read { store in
            try store.accounts(after: "", limit: 200).filter { $0.person.isDemonstration }
                .compactMap { try store.caller($0.person.id) }
        }
    }

    public func enter(_ persona: Identifier<Person>) async throws -> AccountDesk.Admission? {
        let admission = try await house.accounts.enter(persona: persona)
        if admission != nil, let replaced = visitor.session { try await house.accounts.signOut(replaced) }
        return admission
    }

    /// The zone and pool names that describe personas.
    public func networks() async throws -> [Network] { try await house.store.read { try $0.networks() } }
}

extension Grant where P == SignedIn {
    public func signOut() async throws { try await house.accounts.signOut(fact.session) }
}

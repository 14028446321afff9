import EssaimDomain
import EssaimWorkflow

extension Grant where P == Anyone {
    /// - Throws: `SignInBusy` in a storm of sign-ins; `TooManyAttempts` after too many wrong passwords.
    public func signIn(login: String, password: String, from client: String) async throws -> AccountDesk.Admission? {
        let admission = try await house.accounts.signIn(login: login, password: password, from: client)
        if admission != nil, let replaced = visitor.session { try await house.accounts.signOut(replaced) }
        return admission
    }

    /// Personas may enter here: a demonstration, on loopback.
    public func offersPersonas() async throws -> Bool {
        guard house.isLoopback else { return false }
        return try await house.isDemonstration()
    }

    public func isDemonstration() async throws -> Bool { try await house.isDemonstration() }

    /// Reads a row or two: a database that does not answer is not healthy.
    /// - Returns: false when backups are to be made and the last is two days old.
    public func checkHealth() async throws -> Bool {
        let now = house.clock.now()
        return try await house.store.read { [expects = house.expectsBackups] store in
            _ = try store.setting(Setting.demonstration)
            return try !expects || !BackupWatch.isLate(store, at: now)
        }
    }
}

extension Grant where P == DemonstrationVisitor {
    /// The fictional people of the folder, with where they work; those worth trying first come first, with why.
    public func personas() async throws -> [(caller: Caller, proposed: ProposedPersona?)] {
        let proposed = house.proposed
        return try await house.store.read { store in
            let people = try store.accounts(after: "", limit: 200).filter { $0.person.isDemonstration }
            let callers = try people.compactMap { account, person in
                try store.caller(person.id).map { caller in
                    (caller: caller, rank: proposed.firstIndex { $0.login == account.login })
                }
            }
            return callers.sorted { ($0.rank ?? .max) < ($1.rank ?? .max) }
                .map { (caller: $0.caller, proposed: $0.rank.map { proposed[$0] }) }
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
    public func signOut() async throws {
        try await house.accounts.signOut(fact.session)
        house.bulletin.post(.people)
    }
}

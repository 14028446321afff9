import EssaimDomain
import EssaimWorkflow

extension Grant where P == Anyone {
    /// The password. Nil when it does not go with the login.
    /// - Throws: `SignInBusy` in a storm of sign-ins; `TooManyAttempts` after too many wrong passwords.
    public func signIn(login: String, password: String, _ input: Input) async throws -> SignInStage? {
        try await house.accounts.signIn(login: login, password: password, input.knock)
    }

    public func stage(step: String) async throws -> SignInStage? { try await house.accounts.stage(step: step) }

    /// What a key is to sign that says who by itself.
    public func beginWithPasskey() async throws -> SignInStage { try await house.accounts.beginWithPasskey() }

    public func answer(code: String, step: String, _ input: Input) async throws -> StepAnswer {
        try await replacing { try await house.accounts.answer(code: code, step: step, input.knock) }
    }

    public func answer(passkey: PasskeyAnswer, step: String, _ input: Input) async throws -> StepAnswer {
        try await replacing { try await house.accounts.answer(passkey: passkey, step: step, input.knock) }
    }

    /// Whom a link opens an account for; nil when it opens nothing.
    public func account(byLink token: String) async throws -> OpenedAccount? {
        try await house.accounts.account(byLink: token)
    }

    public func choose(password: String, byLink token: String, _ input: Input) async throws -> LinkAnswer {
        try await house.accounts.choose(password: password, byLink: token, input.knock)
    }

    public func setUp(step: String) async throws -> FactorSetUp? { try await house.accounts.setUp(step: step) }

    public func enrol(code: String, step: String, _ input: Input) async throws -> FactorAnswer {
        try await replacing { try await house.accounts.enrol(code: code, step: step, input.knock) }
    }

    public func enrol(
        passkey: NewPasskey, named name: String, step: String, _ input: Input
    ) async throws -> FactorAnswer {
        try await replacing { try await house.accounts.enrol(passkey: passkey, named: name, step: step, input.knock) }
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

    /// The session that a sign-in replaces is over.
    private func replacing(_ sign: () async throws -> StepAnswer) async throws -> StepAnswer {
        let answer = try await sign()
        if case .admitted = answer { try await endReplaced() }
        return answer
    }

    private func replacing(_ enrol: () async throws -> FactorAnswer) async throws -> FactorAnswer {
        let answer = try await enrol()
        if case .added(_, .some) = answer { try await endReplaced() }
        return answer
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

    public func enter(_ persona: Identifier<Person>, _ input: Input) async throws -> AccountDesk.Admission? {
        let admission = try await house.accounts.enter(persona: persona, input.knock)
        if admission != nil, let replaced = visitor.session { try await house.accounts.signOut(replaced) }
        return admission
    }

    /// The zone and pool names that describe personas.
    public func networks() async throws -> [Network] { try await house.store.read { try $0.networks() } }
}

extension Grant where P == SignedIn {
    /// - Parameter back: the path that a provider leads back to.
    /// - Returns: where the provider ends its own session, for one that it opened.
    public func signOut(back: String) async throws -> String? {
        let farewell = try await house.accounts.farewell(
            to: fact.session, by: house.providers, back: house.origin + back)
        try await house.accounts.signOut(fact.session)
        house.bulletin.post(.people)
        return farewell
    }
}

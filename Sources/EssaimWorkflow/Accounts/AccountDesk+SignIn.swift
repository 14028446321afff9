import EssaimDomain

/// Where a sign-in stands after the password.
public struct SignInStage: Sendable {
    /// What the page carries on: 256 random bits, for some minutes.
    public let token: String
    public let purpose: SignInStep.Purpose
    /// What may be shown.
    public let takesCode: Bool
    public let passkeys: [[UInt8]]
    public let takesRecovery: Bool
    public let challenge: [UInt8]
}

extension AccountDesk {
    /// The first step. Nil when login and password do not go together, whichever is wrong, and as late for either.
    /// - Throws: `SignInBusy` in a storm of sign-ins; `TooManyAttempts` after too many wrong passwords.
    public func signIn(login: String, password: String, _ knock: Knock) async throws -> SignInStage? {
        let start = ContinuousClock.now
        let login = login.trimmed.lowercased()
        let limits = SignInLimit.all(login: login, client: knock.place)
        let now = clock.now()
        let account = try await store.read { reader in
            try reader.checkAttempts(limits, at: now)
            return try reader.account(login: login)
        }
        let usable = account.flatMap { $0.isDisabled ? nil : $0 }
        // What is longer than any password is not worth a hash, whoever it is for.
        let isPlausible = password.utf8.count <= Self.longestPassword
        guard isPlausible, try await passwords.verify(password, against: usable?.passwordHash), let usable,
            let hash = usable.passwordHash
        else {
            if account == nil { log.refused(.unknownLogin, from: knock.place) }
            try await recordRefusal(of: account?.person, knock, limits)
            try await waitForBeat(since: start)
            return nil
        }
        if passwords.isOutdated(hash) { try await hashAgain(password, of: usable) }
        return try await begin(usable.person)
    }

    /// Bytes; what a new one may have at most.
    static let longestPassword = 1024

    /// The cost of a hash grew since: the right password is at hand, now or never. One that changed meanwhile stays.
    private func hashAgain(_ password: String, of account: Account) async throws {
        let phc = try await passwords.hash(password)
        try await store.write { tx in
            guard try tx.account(of: account.person)?.passwordHash == account.passwordHash else { return }
            try tx.setPassword(phc, of: account.person)
        }
    }

    /// What must follow a right password: a second factor, or setting one up.
    func begin(_ person: Identifier<Person>) async throws -> SignInStage {
        let now = clock.now()
        let (token, challenge) = (tokens.make(), factors.newChallenge())
        let (hash, secret) = (tokens.hash(token), try sealed(factors.newChallenge(), of: person))
        let factors = try await store.write { tx in
            let factors = try tx.factors(of: person)
            try tx.forgetSignInSteps(startedBefore: now - SignInStep.lasts)
            try tx.insert(
                SignInStep(
                    tokenHash: hash, person: person, purpose: factors.isEmpty ? .enrolment : .secondFactor,
                    challenge: challenge, secret: factors.isEmpty ? secret : nil, startedAt: now))
            return factors
        }
        return SignInStage(
            token: token, purpose: factors.isEmpty ? .enrolment : .secondFactor, takesCode: factors.timeCode != nil,
            passkeys: factors.passkeys.map(\.key.identifier), takesRecovery: factors.recoveryCodes > 0,
            challenge: challenge)
    }

    /// The second step as it stands, to be asked again; nil when it is over.
    public func stage(step token: String) async throws -> SignInStage? {
        let (now, hash) = (clock.now(), tokens.hash(token))
        return try await store.read { reader in
            guard let step = try reader.signInStep(hash), !step.isOver(at: now) else { return nil }
            let factors = try step.person.map { try reader.factors(of: $0) }
            return SignInStage(
                token: token, purpose: step.purpose, takesCode: factors?.timeCode != nil,
                passkeys: factors?.passkeys.map(\.key.identifier) ?? [],
                takesRecovery: (factors?.recoveryCodes ?? 0) > 0, challenge: step.challenge)
        }
    }

    /// A key alone is to say who: what it is to sign.
    public func beginWithPasskey() async throws -> SignInStage {
        let now = clock.now()
        let (token, challenge) = (tokens.make(), factors.newChallenge())
        let step = SignInStep(
            tokenHash: tokens.hash(token), person: nil, purpose: .passkey, challenge: challenge, startedAt: now)
        try await store.write { tx in
            try tx.forgetSignInSteps(startedBefore: now - SignInStep.lasts)
            try tx.insert(step)
        }
        return SignInStage(
            token: token, purpose: .passkey, takesCode: false, passkeys: [], takesRecovery: false,
            challenge: challenge)
    }

    func recordRefusal(of person: Identifier<Person>?, _ knock: Knock, _ limits: [SignInLimit]) async throws {
        let now = clock.now()
        try await store.write { tx in
            try tx.forgetAttempts(endedBefore: now)
            for limit in limits { try tx.countAttempt(limit.bucket, window: limit.window, at: now) }
            guard let person else { return }
            try noteRefusal(of: person, tx)
            try tx.append(
                recorder.entry(
                    "session.start", outcome: "refused", at: now, by: try tx.person(person), from: knock.place))
        }
    }

    /// A known login leaves an entry, an unknown one does not: a fixed beat hides which.
    private func waitForBeat(since start: ContinuousClock.Instant) async throws {
        guard refusalBeat > .zero else { return }
        let beats = (ContinuousClock.now - start) / refusalBeat
        try await Task.sleep(until: start + refusalBeat * Int(beats.rounded(.up)), clock: .continuous)
    }
}

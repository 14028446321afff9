import EssaimDomain

/// Before what would hurt in a stolen session, one shows again who one is.
extension AccountDesk {
    /// For how long it then holds.
    public static let proofLasts = Duration.minutes(10)

    public func isProven(_ session: Session) -> Bool {
        // A demonstration's door asks nothing at the entry either.
        session.means == .persona || clock.now() - session.provenAt < Self.proofLasts
    }

    /// What the owner of a session may show.
    public func beginProof(_ session: Session) async throws -> SignInStage {
        let now = clock.now()
        let (token, challenge) = (tokens.make(), factors.newChallenge())
        let step = SignInStep(
            tokenHash: tokens.hash(token), person: session.person, purpose: .proof, challenge: challenge,
            startedAt: now)
        let factors = try await store.write { tx in
            try tx.forgetSignInSteps(startedBefore: now - SignInStep.lasts)
            try tx.insert(step)
            return try tx.factors(of: session.person)
        }
        return SignInStage(
            token: token, purpose: .proof, takesCode: factors.timeCode != nil,
            passkeys: factors.passkeys.map(\.key.identifier), takesRecovery: factors.recoveryCodes > 0,
            challenge: challenge)
    }

    /// A code of the application, for who is signed in. Shown, it gives a new token, and the old one opens nothing: whoever
    /// had stolen it is out.
    public func prove(code typed: String, step token: String, _ session: Session) async throws -> StepAnswer {
        let (now, hash) = (clock.now(), tokens.hash(token))
        let typed = String(typed.trimmed.prefix(100))
        return try await store.write { tx -> StepAnswer in
            guard let step = try tx.signInStep(hash), step.purpose == .proof, step.person == session.person,
                !step.isOver(at: now)
            else { return .over }
            let limit = SignInLimit.codes(of: session.person)
            let isRight: Bool
            if let digest = factors.digest(ofRecovery: typed) {
                isRight = try tx.take(recovery: digest, of: session.person, at: now)
            } else {
                try tx.checkAttempts([limit], at: now)
                let key = try tx.factors(of: session.person).timeCode
                let period = try key.flatMap {
                    factors.period(
                        of: typed, secret: try opened($0.secret, of: session.person), at: now, after: $0.lastPeriod)
                }
                isRight = try period.map { try tx.take(period: $0, of: session.person) } ?? false
            }
            return try settle(isRight, step, session, tx)
        }
    }

    /// What a key of theirs signed.
    public func prove(
        passkey answer: PasskeyAnswer, step token: String, _ session: Session
    ) async throws -> StepAnswer {
        let (now, hash) = (clock.now(), tokens.hash(token))
        return try await store.write { tx -> StepAnswer in
            guard let step = try tx.signInStep(hash), step.purpose == .proof, step.person == session.person,
                !step.isOver(at: now)
            else { return .over }
            let passkey = try tx.passkey(answer.identifier).flatMap { $0.person == session.person ? $0 : nil }
            let count = passkey.flatMap { factors.count(of: answer, by: $0.key, challenge: step.challenge) }
            var isRight = false
            if let passkey, let count { isRight = try tx.use(passkey.id, count: count, at: now) }
            return try settle(isRight, step, session, tx)
        }
    }

    private func settle(
        _ isRight: Bool, _ step: SignInStep, _ session: Session, _ tx: any StoreWriter
    ) throws -> StepAnswer {
        let now = clock.now()
        let person = try tx.person(session.person)
        guard isRight else {
            let limit = SignInLimit.codes(of: session.person)
            try tx.countAttempt(limit.bucket, window: limit.window, at: now)
            try tx.countWrongCode(step: step.tokenHash)
            try tx.renew(challenge: factors.newChallenge(), ofStep: step.tokenHash)
            try tx.append(recorder.entry("session.prove", outcome: "refused", at: now, by: person))
            return step.wrongCodes + 1 >= SignInStep.mostWrongCodes ? .over : .wrong
        }
        try tx.end(step: step.tokenHash)
        let admission = Admission(token: tokens.make(), csrf: tokens.make())
        try tx.end(session.tokenHash)
        try tx.insert(
            Session(
                tokenHash: tokens.hash(admission.token), person: session.person, csrf: admission.csrf,
                createdAt: session.createdAt, lastSeenAt: now, means: session.means, device: session.device,
                place: session.place, provenAt: now, endsAt: session.endsAt))
        try tx.append(recorder.entry("session.prove", at: now, by: person))
        return .admitted(admission)
    }
}

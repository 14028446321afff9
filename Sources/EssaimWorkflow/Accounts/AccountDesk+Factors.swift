import EssaimDomain

/// What became of an answer to the second step.
public enum StepAnswer: Sendable {
    case admitted(AccountDesk.Admission)
    /// Not the right one; the same page asks again.
    case wrong
    /// Too late, or wrong too often: from the beginning.
    case over
}

extension AccountDesk {
    /// A code of the application, or one from the paper of recovery codes.
    /// - Throws: `TooManyAttempts` when too many codes were wrong today, wherever they came from: a key still opens.
    public func answer(code typed: String, step token: String, _ knock: Knock) async throws -> StepAnswer {
        let (now, hash) = (clock.now(), tokens.hash(token))
        let typed = String(typed.trimmed.prefix(100))
        return try await store.write { tx in
            guard let step = try tx.signInStep(hash), step.purpose == .secondFactor, !step.isOver(at: now),
                let person = step.person, try tx.account(of: person)?.isDisabled == false
            else { return .over }
            if let digest = factors.digest(ofRecovery: typed) {
                guard try tx.take(recovery: digest, of: person, at: now) else {
                    return try wrong(.passwordAndRecovery, step, person, knock, tx)
                }
                try tx.append(
                    recorder.entry("factor.recovery", at: now, by: try tx.person(person), from: knock.place))
                try tell(.recoveryUsed, person, from: knock.device, tx)
                return try admitted(person, by: .passwordAndRecovery, step, knock, tx)
            }
            let limit = SignInLimit.codes(of: person)
            try tx.checkAttempts([limit], at: now)
            guard let key = try tx.factors(of: person).timeCode,
                let period = factors.period(
                    of: typed, secret: try opened(key.secret, of: person), at: now, after: key.lastPeriod),
                try tx.take(period: period, of: person)
            else {
                try tx.countAttempt(limit.bucket, window: limit.window, at: now)
                return try wrong(.passwordAndCode, step, person, knock, tx)
            }
            return try admitted(person, by: .passwordAndCode, step, knock, tx)
        }
    }

    /// What a key signed: after a password, or alone.
    public func answer(passkey answer: PasskeyAnswer, step token: String, _ knock: Knock) async throws -> StepAnswer {
        let (now, hash) = (clock.now(), tokens.hash(token))
        // The signature is checked outside: nobody's write waits for it.
        let found = try await store.read { reader -> (SignInStep, Passkey)? in
            guard let step = try reader.signInStep(hash), [.secondFactor, .passkey].contains(step.purpose),
                !step.isOver(at: now), let passkey = try reader.passkey(answer.identifier),
                step.person == nil || step.person == passkey.person
            else { return nil }
            return (step, passkey)
        }
        guard let (step, passkey) = found else {
            log.refused(.unknownKey, from: knock.place)
            return .over
        }
        let count = factors.count(of: answer, by: passkey.key, challenge: step.challenge)
        return try await store.write { tx in
            // Once, whoever asks twice; and nothing for an account that was closed meanwhile.
            guard try tx.signInStep(hash)?.challenge == step.challenge,
                try tx.account(of: passkey.person)?.isDisabled == false
            else {
                return .over
            }
            let means: SignInMeans = step.purpose == .passkey ? .passkey : .passwordAndPasskey
            guard let count, try tx.use(passkey.id, count: count, at: now) else {
                return try wrong(means, step, passkey.person, knock, tx)
            }
            return try admitted(passkey.person, by: means, step, knock, tx)
        }
    }

    private func admitted(
        _ person: Identifier<Person>, by means: SignInMeans, _ step: SignInStep, _ knock: Knock,
        _ tx: any StoreWriter
    ) throws -> StepAnswer {
        try tx.end(step: step.tokenHash)
        return .admitted(try admit(person, by: means, knock, tx))
    }

    private func wrong(
        _ means: SignInMeans, _ step: SignInStep, _ person: Identifier<Person>, _ knock: Knock, _ tx: any StoreWriter
    ) throws -> StepAnswer {
        try tx.countWrongCode(step: step.tokenHash)
        try tx.renew(challenge: factors.newChallenge(), ofStep: step.tokenHash)
        try tx.append(
            recorder.entry(
                "session.start", outcome: "refused", at: clock.now(), by: try tx.person(person), from: knock.place,
                detail: ["step": "second", "by": means.rawValue]))
        try noteRefusal(of: person, tx)
        guard step.wrongCodes + 1 >= SignInStep.mostWrongCodes else { return .wrong }
        // A key alone shows no password.
        if step.purpose == .secondFactor { try tellOfSecondStep(person, knock, tx) }
        return .over
    }
}

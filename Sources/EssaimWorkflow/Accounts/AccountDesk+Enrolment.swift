import EssaimDomain

/// A second factor being set up.
public struct FactorSetUp: Sendable {
    public let token: String
    public let login: String
    /// As the authenticator shows it to choose by.
    public let name: String
    /// Says who to the authenticator: random, so that it says nothing to others.
    public let handle: [UInt8]
    public let timeCode: TimeCodeSetUp
    public let challenge: [UInt8]
    /// Keys that are there already: not to be made twice.
    public let passkeys: [[UInt8]]
    /// A first factor: it ends a sign-in. Else one more, of someone signed in.
    public let isFirst: Bool
}

/// What became of setting a factor up.
public enum FactorAnswer: Sendable {
    /// - Parameter codes: for paper, shown once; empty when there are codes already.
    case added(codes: [String], AccountDesk.Admission?)
    case wrong
    case over
}

extension AccountDesk {
    /// Someone signed in is to set up one more factor.
    public func beginAddition(_ person: Identifier<Person>) async throws -> String {
        let now = clock.now()
        let token = tokens.make()
        let step = SignInStep(
            tokenHash: tokens.hash(token), person: person, purpose: .addition, challenge: factors.newChallenge(),
            secret: try sealed(factors.newChallenge(), of: person), startedAt: now)
        try await store.write { tx in
            try tx.forgetSignInSteps(startedBefore: now - SignInStep.lasts)
            try tx.insert(step)
        }
        return token
    }

    /// What to show to whom that step belongs; nil when it is over.
    public func setUp(step token: String) async throws -> FactorSetUp? {
        let (now, hash) = (clock.now(), tokens.hash(token))
        let found = try await store.read { reader -> (SignInStep, Account, Person, Factors)? in
            guard let step = try reader.signInStep(hash), step.setsUp, !step.isOver(at: now), let id = step.person,
                let account = try reader.account(of: id), !account.isDisabled, let person = try reader.person(id)
            else { return nil }
            return (step, account, person, try reader.factors(of: id))
        }
        guard let (step, account, person, known) = found, let secret = step.secret else { return nil }
        return FactorSetUp(
            token: token, login: account.login, name: "\(person.givenName) \(person.familyName)",
            handle: Array(person.id.rawValue.utf8),
            timeCode: factors.setUp(try opened(secret, of: person.id), for: account.login), challenge: step.challenge,
            passkeys: known.passkeys.map(\.key.identifier), isFirst: step.purpose == .enrolment)
    }

    /// The application shows a first code: it is theirs.
    public func enrol(code: String, step token: String, _ knock: Knock) async throws -> FactorAnswer {
        let (now, hash) = (clock.now(), tokens.hash(token))
        let (printed, digests) = newPaper()
        return try await store.write { tx in
            guard let step = try tx.signInStep(hash), step.setsUp, !step.isOver(at: now), let person = step.person,
                let secret = step.secret, try tx.account(of: person)?.isDisabled == false
            else { return .over }
            guard let period = factors.period(of: code, secret: try opened(secret, of: person), at: now, after: nil)
            else {
                try tx.countWrongCode(step: hash)
                return step.wrongCodes + 1 >= SignInStep.mostWrongCodes ? .over : .wrong
            }
            try tx.save(TimeCodeKey(person: person, secret: secret, addedAt: now, lastPeriod: period))
            return try added("code", printed, digests, by: .passwordAndCode, step, knock, tx)
        }
    }

    /// A key that was made for it.
    public func enrol(
        passkey answer: NewPasskey, named name: String, step token: String, _ knock: Knock
    ) async throws -> FactorAnswer {
        let (now, hash) = (clock.now(), tokens.hash(token))
        let (printed, digests) = newPaper()
        return try await store.write { tx in
            guard let step = try tx.signInStep(hash), step.setsUp, !step.isOver(at: now), let person = step.person,
                try tx.account(of: person)?.isDisabled == false
            else { return .over }
            guard let key = factors.key(of: answer, challenge: step.challenge),
                // Someone else's, or there already: nobody is told which.
                try tx.passkey(key.identifier) == nil,
                try tx.factors(of: person).passkeys.count < Self.mostPasskeys
            else {
                try tx.countWrongCode(step: hash)
                return step.wrongCodes + 1 >= SignInStep.mostWrongCodes ? .over : .wrong
            }
            let shown = String(name.trimmed.prefix(Self.longestName))
            try tx.insert(
                Passkey(
                    id: .new(at: now), person: person, key: key, name: shown.isEmpty ? knock.device : shown,
                    addedAt: now))
            return try added("passkey", printed, digests, by: .passwordAndPasskey, step, knock, tx)
        }
    }

    public static let mostPasskeys = 10
    public static let longestName = 60

    private func newPaper() -> (printed: [String], digests: [[UInt8]]) {
        let codes = factors.newRecoveryCodes()
        return (codes.map(\.printed), codes.map(\.digest))
    }

    private func added(
        _ kind: String, _ printed: [String], _ digests: [[UInt8]], by means: SignInMeans, _ step: SignInStep,
        _ knock: Knock, _ tx: any StoreWriter
    ) throws -> FactorAnswer {
        guard let person = step.person else { return .over }
        let now = clock.now()
        try tx.end(step: step.tokenHash)
        let needsPaper = try tx.factors(of: person).recoveryCodes == 0
        if needsPaper { try tx.replaceRecoveryCodes(digests, of: person, at: now) }
        try tx.append(
            recorder.entry(
                "factor.add", at: now, by: try tx.person(person), from: knock.place, detail: ["kind": kind]))
        try tell(kind == "passkey" ? .keyAdded : .applicationAdded, person, from: knock.device, tx)
        let admission = step.purpose == .enrolment ? try admit(person, by: means, knock, tx) : nil
        return .added(codes: needsPaper ? printed : [], admission)
    }
}

extension SignInStep {
    /// A factor is to come of it.
    var setsUp: Bool { purpose == .enrolment || purpose == .addition }
}

import EssaimDomain

/// One's own sign-in, as one sees and changes it.
public struct OwnSecurity: Sendable {
    public let login: String
    public let hasPassword: Bool
    public let factors: Factors
    public let sessions: [Session]
}

/// What became of a change of one's own sign-in.
public enum SecurityAnswer: Sendable, Equatable {
    case done
    /// What is wrong, and what to do.
    case refused(String)
    /// It would leave the account without a second factor.
    case lastFactor
    case absent
}

extension AccountDesk {
    /// Of one account at once (ASVS 5.0, 7.1.2): with one more, the one idle longest ends.
    public static let mostSessions = 20

    /// Nil for who has no account.
    public func security(of person: Identifier<Person>) async throws -> OwnSecurity? {
        let now = clock.now()
        return try await store.read { reader in
            guard let account = try reader.account(of: person) else { return nil }
            let sessions = try reader.sessions(of: person, limit: Self.mostSessions).filter {
                now - $0.lastSeenAt < Self.idleLimit && now < $0.endsAt
            }
            return OwnSecurity(
                login: account.login, hasPassword: account.passwordHash != nil,
                factors: try reader.factors(of: person), sessions: sessions)
        }
    }

    /// Ends one of one's own sessions, this one or another. False when there is none of that name.
    public func end(_ id: Identifier<Session>, of session: Session, from place: String) async throws -> Bool {
        let now = clock.now()
        return try await store.write { tx in
            guard try tx.end(id, of: session.person) else { return false }
            try tx.append(
                recorder.entry(
                    "session.end", at: now, by: try tx.person(session.person), from: place,
                    detail: ["device": id == session.id ? "this" : "another"]))
            return true
        }
    }

    /// Ends all of one's sessions but this one.
    public func endOthers(of session: Session, from place: String) async throws {
        let now = clock.now()
        try await store.write { tx in
            try tx.endSessions(of: session.person, but: session.tokenHash)
            try tx.append(
                recorder.entry(
                    "session.end", at: now, by: try tx.person(session.person), from: place,
                    detail: ["device": "others"]))
        }
    }

    /// A new password, over the one in use; every other session ends.
    public func change(
        password new: String, over old: String, of session: Session, from place: String
    ) async throws -> SecurityAnswer {
        let now = clock.now()
        guard let account = try await store.read({ try $0.account(of: session.person) }), !account.isDisabled else {
            return .absent
        }
        let limits = SignInLimit.all(login: account.login, client: place)
        try await store.read { try $0.checkAttempts(limits, at: now) }
        // What is longer than any password is not worth a hash.
        guard account.passwordHash != nil, old.utf8.count <= Self.longestPassword,
            try await passwords.verify(old, against: account.passwordHash)
        else {
            try await recordRefusal(of: session.person, Knock(from: place), limits)
            return .refused("Ce n’est pas votre mot de passe actuel.")
        }
        let context = try await store.read { try $0.passwordContext(of: account) }
        if let fault = try await passwords.fault(in: new, for: context) { return .refused(fault) }
        let phc = try await passwords.hash(new)
        try await store.write { tx in
            try tx.setPassword(phc, of: session.person)
            try tx.endSessions(of: session.person, but: session.tokenHash)
            try tx.append(
                recorder.entry("password.change", at: now, by: try tx.person(session.person), from: place))
            try tell(.passwordChanged, session.person, from: session.device, tx)
        }
        return .done
    }

    /// Takes a key away; the last factor stays.
    public func remove(
        passkey id: Identifier<Passkey>, of session: Session, from place: String
    ) async throws -> SecurityAnswer {
        try await removing("passkey", session, place) { factors, tx in
            guard factors.passkeys.contains(where: { $0.id == id }) else { return .absent }
            guard factors.passkeys.count > 1 || factors.timeCode != nil else { return .lastFactor }
            return try tx.remove(passkey: id, of: session.person) ? .done : .absent
        }
    }

    /// Takes the application away; the last factor stays.
    public func removeTimeCode(of session: Session, from place: String) async throws -> SecurityAnswer {
        try await removing("code", session, place) { factors, tx in
            guard factors.timeCode != nil else { return .absent }
            guard !factors.passkeys.isEmpty else { return .lastFactor }
            try tx.removeTimeCode(of: session.person)
            return .done
        }
    }

    /// New codes for paper; those there were open nothing any more.
    public func renewRecoveryCodes(of session: Session, from place: String) async throws -> [String] {
        let now = clock.now()
        let codes = factors.newRecoveryCodes()
        let digests = codes.map(\.digest)
        try await store.write { tx in
            try tx.replaceRecoveryCodes(digests, of: session.person, at: now)
            try tx.append(
                recorder.entry(
                    "factor.add", at: now, by: try tx.person(session.person), from: place,
                    detail: ["kind": "recovery"]))
            try tell(.recoveryRenewed, session.person, from: session.device, tx)
        }
        return codes.map(\.printed)
    }

    private func removing(
        _ kind: String, _ session: Session, _ place: String,
        _ act: @escaping @Sendable (Factors, any StoreWriter) throws -> SecurityAnswer
    ) async throws -> SecurityAnswer {
        let now = clock.now()
        return try await store.write { tx in
            let answer = try act(try tx.factors(of: session.person), tx)
            if answer == .done {
                try tx.append(
                    recorder.entry(
                        "factor.remove", at: now, by: try tx.person(session.person), from: place,
                        detail: ["kind": kind]))
                try tell(
                    kind == "passkey" ? .keyRemoved : .applicationRemoved, session.person, from: session.device, tx)
            }
            return answer
        }
    }
}

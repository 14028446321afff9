import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func signInStep(_ tokenHash: [UInt8]) throws -> SignInStep? {
        try connection.first(
            """
            SELECT token_hash, person_id, purpose, challenge, secret_master, secret, started_at, wrong_codes
            FROM sign_in_steps WHERE token_hash = ?
            """, [.bytes(tokenHash)]
        ) { row in
            var c = Columns(row)
            let (hash, person) = (try c.bytes(), try c.optionalID() as Identifier<Person>?)
            let (purpose, challenge) = (try c.one(of: SignInStep.Purpose.self), try c.bytes())
            let (master, secret) = (try c.optionalText(), try c.optionalBytes())
            return SignInStep(
                tokenHash: hash, person: person, purpose: purpose, challenge: challenge,
                secret: master.flatMap { master in secret.map { SealedSecret(master: master, bytes: $0) } },
                startedAt: try c.instant(), wrongCodes: try c.integer())
        }
    }

    public func insert(_ step: SignInStep) throws {
        try connection.execute(
            """
            INSERT INTO sign_in_steps(token_hash, person_id, purpose, challenge, secret_master, secret, started_at,
                wrong_codes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .bytes(step.tokenHash), .id(step.person), .raw(step.purpose), .bytes(step.challenge),
                .text(step.secret?.master), step.secret.map { .bytes($0.bytes) } ?? .null, .at(step.startedAt),
                .int(step.wrongCodes),
            ])
    }

    public func end(step tokenHash: [UInt8]) throws {
        try connection.execute("DELETE FROM sign_in_steps WHERE token_hash = ?", [.bytes(tokenHash)])
    }

    public func countWrongCode(step tokenHash: [UInt8]) throws {
        try connection.execute(
            "UPDATE sign_in_steps SET wrong_codes = wrong_codes + 1 WHERE token_hash = ?", [.bytes(tokenHash)])
    }

    public func renew(challenge: [UInt8], ofStep tokenHash: [UInt8]) throws {
        try connection.execute(
            "UPDATE sign_in_steps SET challenge = ? WHERE token_hash = ?", [.bytes(challenge), .bytes(tokenHash)])
    }

    public func forgetSignInSteps(startedBefore instant: Instant) throws {
        try connection.execute("DELETE FROM sign_in_steps WHERE started_at < ?", [.at(instant)])
    }

    public func accountLink(_ tokenHash: [UInt8]) throws -> AccountLink? {
        try connection.first(
            "SELECT token_hash, person_id, kind, sent_to, made_at, expires_at FROM account_links WHERE token_hash = ?",
            [.bytes(tokenHash)]
        ) { row in
            var c = Columns(row)
            return AccountLink(
                tokenHash: try c.bytes(), person: try c.id(), kind: try c.one(of: AccountLink.Kind.self),
                sentTo: try c.optionalText(), madeAt: try c.instant(), expiresAt: try c.instant())
        }
    }

    public func hasOpenInvitation(_ person: Identifier<Person>) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM account_links WHERE person_id = ? AND kind = 'everything'
            UNION ALL SELECT 1 FROM account_mails WHERE person_id = ? AND event = 'invited'
            """, [.id(person), .id(person)])
    }

    public func save(_ link: AccountLink) throws {
        try connection.execute(
            """
            INSERT INTO account_links(person_id, token_hash, kind, sent_to, made_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, kind = excluded.kind,
                sent_to = excluded.sent_to, made_at = excluded.made_at, expires_at = excluded.expires_at
            """,
            [
                .id(link.person), .bytes(link.tokenHash), .raw(link.kind), .text(link.sentTo), .at(link.madeAt),
                .at(link.expiresAt),
            ])
    }

    public func endAccountLinks(of person: Identifier<Person>) throws {
        try connection.execute("DELETE FROM account_links WHERE person_id = ?", [.id(person)])
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func address(of person: Identifier<Person>, by channel: TellingChannel) throws -> String? {
        try connection.first(
            """
            SELECT c.address FROM contacts c JOIN accounts a ON a.person_id = c.person_id
            WHERE c.person_id = ? AND c.channel = ? AND NOT a.is_disabled
            """, [.id(person), .raw(channel)]
        ) { row in
            var c = Columns(row)
            return try c.optionalText()
        } ?? nil
    }

    public func contact(of person: Identifier<Person>, by channel: TellingChannel) throws -> Contact? {
        try connection.first(
            """
            SELECT channel, address, pending, check_state, secret_hash, secret_until, wrong_secrets FROM contacts
            WHERE person_id = ? AND channel = ?
            """, [.id(person), .raw(channel)]
        ) { row in
            var c = Columns(row)
            return Contact(
                channel: try c.one(of: TellingChannel.self), address: try c.optionalText(),
                pending: try c.optionalText(), check: try c.optional(Contact.Check.self),
                secretHash: try c.optionalBytes(), secretUntil: try c.optionalInstant(),
                wrongSecrets: try c.integer())
        }
    }

    public func ask(
        _ address: String, of person: Identifier<Person>, by channel: TellingChannel, at instant: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO contacts(person_id, channel, pending, check_state, asked_at, check_at, checks, wrong_secrets)
            VALUES (?, ?, ?, 'waiting', ?, ?, 0, 0)
            ON CONFLICT (person_id, channel) DO UPDATE SET pending = excluded.pending, check_state = 'waiting',
                asked_at = excluded.asked_at, check_at = excluded.check_at, checks = 0, claimed_until = NULL,
                secret_hash = NULL, secret_until = NULL, wrong_secrets = 0
            """, [.id(person), .raw(channel), .text(address), .at(instant), .at(instant)])
    }

    public func claimCheck(
        on channel: TellingChannel, dueBy now: Instant, until claimedUntil: Instant
    ) throws -> ContactCheck? {
        let first: SQLText = """
            SELECT person_id FROM contacts WHERE check_state = 'waiting' AND channel = ? AND check_at <= ?
            AND (claimed_until IS NULL OR claimed_until <= ?) ORDER BY check_at, person_id LIMIT 1
            """
        let found: Identifier<Person>? = try connection.first(
            SQLText(first, connection.skippingLocked), [.raw(channel), .at(now), .at(now)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
        guard let person = found else { return nil }
        return try connection.query(
            """
            UPDATE contacts SET claimed_until = ?, checks = checks + 1 WHERE person_id = ? AND channel = ?
            RETURNING person_id, pending, asked_at, checks
            """, [.at(claimedUntil), .id(person), .raw(channel)]
        ) { row in
            var c = Columns(row)
            return ContactCheck(
                person: try c.id(), address: try c.text(), askedAt: try c.instant(), attempts: try c.integer())
        }.first
    }

    public func setSecret(
        _ hash: [UInt8], until: Instant, of person: Identifier<Person>, by channel: TellingChannel
    ) throws {
        try connection.execute(
            """
            UPDATE contacts SET secret_hash = ?, secret_until = ?, wrong_secrets = 0 WHERE person_id = ? AND channel = ?
            """, [.bytes(hash), .at(until), .id(person), .raw(channel)])
    }

    public func settleCheck(
        of person: Identifier<Person>, by channel: TellingChannel, as check: Contact.Check, next: Instant?
    ) throws {
        try connection.execute(
            """
            UPDATE contacts SET check_state = ?, check_at = ?, claimed_until = NULL
            WHERE person_id = ? AND channel = ? AND check_state = 'waiting' AND claimed_until IS NOT NULL
            """, [.raw(check), .at(next), .id(person), .raw(channel)])
    }

    public func countWrongSecret(of person: Identifier<Person>, by channel: TellingChannel) throws {
        try connection.execute(
            "UPDATE contacts SET wrong_secrets = wrong_secrets + 1 WHERE person_id = ? AND channel = ?",
            [.id(person), .raw(channel)])
    }

    public func confirm(_ person: Identifier<Person>, by channel: TellingChannel) throws {
        try connection.execute(
            """
            UPDATE contacts SET address = pending, pending = NULL, check_state = NULL, asked_at = NULL, check_at = NULL,
                claimed_until = NULL, secret_hash = NULL, secret_until = NULL, wrong_secrets = 0
            WHERE person_id = ? AND channel = ? AND pending IS NOT NULL
            """, [.id(person), .raw(channel)])
    }

    public func forgetContact(of person: Identifier<Person>, by channel: TellingChannel) throws {
        try connection.execute(
            "DELETE FROM contacts WHERE person_id = ? AND channel = ?", [.id(person), .raw(channel)])
    }
}

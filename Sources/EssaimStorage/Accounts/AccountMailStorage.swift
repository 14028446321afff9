import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let accountMailColumns: SQLText = "id, person_id, address, event, detail, made_at, attempts"

    public func waitingAccountMails(of person: Identifier<Person>) throws -> [AccountMail] {
        try connection.query(
            SQLText(
                "SELECT", Self.accountMailColumns,
                "FROM account_mails WHERE person_id = ? ORDER BY made_at, id LIMIT 100"),
            [.id(person)], Self.accountMail)
    }

    public func knownDevices(of person: Identifier<Person>) throws -> [String: Instant] {
        let rows = try connection.query(
            "SELECT device, seen_at FROM known_devices WHERE person_id = ?", [.id(person)]
        ) { row in
            var c = Columns(row)
            return (try c.text(), try c.instant())
        }
        return Dictionary(rows, uniquingKeysWith: { a, _ in a })
    }

    public func leave(_ mail: AccountMail) throws {
        try connection.execute(
            """
            INSERT INTO account_mails(id, person_id, address, event, detail, made_at, send_at, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0)
            """,
            [
                .id(mail.id), .id(mail.person), .text(mail.address), .raw(mail.event), .text(mail.detail),
                .at(mail.madeAt), .at(mail.madeAt),
            ])
    }

    public func claimAccountMail(dueBy now: Instant, until claimedUntil: Instant) throws -> AccountMail? {
        let first: SQLText = """
            SELECT id FROM account_mails WHERE send_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)
            ORDER BY send_at, id LIMIT 1
            """
        let id: Identifier<AccountMail>? = try connection.first(
            SQLText(first, connection.skippingLocked), [.at(now), .at(now)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
        guard let id else { return nil }
        return try connection.query(
            SQLText(
                "UPDATE account_mails SET claimed_until = ?, attempts = attempts + 1 WHERE id = ? RETURNING",
                Self.accountMailColumns), [.at(claimedUntil), .id(id)], Self.accountMail
        ).first
    }

    public func settle(_ mail: Identifier<AccountMail>) throws {
        try connection.execute("DELETE FROM account_mails WHERE id = ?", [.id(mail)])
    }

    public func postpone(_ mail: Identifier<AccountMail>, until instant: Instant) throws {
        try connection.execute(
            "UPDATE account_mails SET send_at = ?, claimed_until = NULL WHERE id = ?", [.at(instant), .id(mail)])
    }

    public func note(device: String, of person: Identifier<Person>, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO known_devices(person_id, device, seen_at) VALUES (?, ?, ?)
            ON CONFLICT (person_id, device) DO UPDATE SET seen_at = excluded.seen_at
            """, [.id(person), .text(device), .at(now)])
    }

    private static func accountMail(_ row: any SQLRow) throws -> AccountMail {
        var c = Columns(row)
        return AccountMail(
            id: try c.id(), person: try c.id(), address: try c.text(), event: try c.one(of: AccountEvent.self),
            detail: try c.text(), madeAt: try c.instant(), attempts: try c.integer())
    }
}

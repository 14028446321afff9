import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func factors(of person: Identifier<Person>) throws -> Factors {
        let timeCode = try connection.first(
            SQLText(Self.timeCodes, " WHERE person_id = ?"), [.id(person)], Self.timeCode)
        let passkeys = try connection.query(
            SQLText(Self.passkeys, " WHERE person_id = ? ORDER BY added_at, id"), [.id(person)], Self.passkey)
        let codes = try connection.first(
            "SELECT COUNT(*) FROM recovery_codes WHERE person_id = ? AND taken_at IS NULL", [.id(person)]
        ) { row in
            var c = Columns(row)
            return try c.integer()
        }
        return Factors(timeCode: timeCode, passkeys: passkeys, recoveryCodes: codes ?? 0)
    }

    public func timeCodes(
        notSealedBy master: String, after: Identifier<Person>?, limit: Int
    ) throws -> [TimeCodeKey] {
        try connection.query(
            SQLText(Self.timeCodes, " WHERE secret_master <> ? AND person_id > ? ORDER BY person_id LIMIT ?"),
            [.text(master), .text(after?.rawValue ?? ""), .int(limit)], Self.timeCode)
    }

    public func reseal(_ key: TimeCodeKey, with secret: SealedSecret) throws {
        try connection.execute(
            "UPDATE time_codes SET secret_master = ?, secret = ? WHERE person_id = ? AND secret = ?",
            [.text(secret.master), .bytes(secret.bytes), .id(key.person), .bytes(key.secret.bytes)])
    }

    private static var timeCodes: SQLText {
        "SELECT person_id, secret_master, secret, added_at, last_period FROM time_codes"
    }

    private static func timeCode(_ row: any SQLRow) throws -> TimeCodeKey {
        var c = Columns(row)
        return TimeCodeKey(
            person: try c.id(), secret: SealedSecret(master: try c.text(), bytes: try c.bytes()),
            addedAt: try c.instant(), lastPeriod: try c.optionalInteger().map { Int($0) })
    }

    public func passkey(_ identifier: [UInt8]) throws -> Passkey? {
        try connection.first(
            SQLText(Self.passkeys, " WHERE credential = ?"), [.bytes(identifier)], Self.passkey)
    }

    private static var passkeys: SQLText {
        """
        SELECT id, person_id, credential, cose, sign_count, is_synced, name, added_at, last_used_at FROM passkeys
        """
    }

    private static func passkey(_ row: any SQLRow) throws -> Passkey {
        var c = Columns(row)
        let (id, person) = (try c.id() as Identifier<Passkey>, try c.id() as Identifier<Person>)
        let key = Passkey.Key(
            identifier: try c.bytes(), cose: try c.bytes(), count: UInt32(clamping: try c.integer()),
            isSynced: try c.boolean())
        return Passkey(
            id: id, person: person, key: key, name: try c.text(), addedAt: try c.instant(),
            lastUsedAt: try c.optionalInstant())
    }

    public func save(_ key: TimeCodeKey) throws {
        try connection.execute(
            """
            INSERT INTO time_codes(person_id, secret_master, secret, added_at, last_period) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET secret_master = excluded.secret_master, secret = excluded.secret,
                added_at = excluded.added_at, last_period = excluded.last_period
            """,
            [
                .id(key.person), .text(key.secret.master), .bytes(key.secret.bytes), .at(key.addedAt),
                key.lastPeriod.map { .int($0) } ?? .null,
            ])
    }

    public func removeTimeCode(of person: Identifier<Person>) throws {
        try connection.execute("DELETE FROM time_codes WHERE person_id = ?", [.id(person)])
    }

    public func take(period: Int, of person: Identifier<Person>) throws -> Bool {
        try connection.run(
            """
            UPDATE time_codes SET last_period = ? WHERE person_id = ? AND (last_period IS NULL OR last_period < ?)
            """, [.int(period), .id(person), .int(period)]) == 1
    }

    public func insert(_ passkey: Passkey) throws {
        try connection.execute(
            """
            INSERT INTO passkeys(id, person_id, credential, cose, sign_count, is_synced, name, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(passkey.id), .id(passkey.person), .bytes(passkey.key.identifier), .bytes(passkey.key.cose),
                .int(Int(passkey.key.count)), .boolean(passkey.key.isSynced), .text(passkey.name),
                .at(passkey.addedAt),
            ])
    }

    public func remove(passkey: Identifier<Passkey>, of person: Identifier<Person>) throws -> Bool {
        try connection.run("DELETE FROM passkeys WHERE id = ? AND person_id = ?", [.id(passkey), .id(person)]) == 1
    }

    public func use(_ passkey: Identifier<Passkey>, count: UInt32, at now: Instant) throws -> Bool {
        try connection.run(
            """
            UPDATE passkeys SET sign_count = ?, last_used_at = ?
            WHERE id = ? AND (sign_count < ? OR (sign_count = 0 AND ? = 0))
            """, [.int(Int(count)), .at(now), .id(passkey), .int(Int(count)), .int(Int(count))]) == 1
    }

    public func replaceRecoveryCodes(_ digests: [[UInt8]], of person: Identifier<Person>, at now: Instant) throws {
        try connection.execute("DELETE FROM recovery_codes WHERE person_id = ?", [.id(person)])
        for digest in digests {
            try connection.execute(
                "INSERT INTO recovery_codes(person_id, digest, made_at) VALUES (?, ?, ?)",
                [.id(person), .bytes(digest), .at(now)])
        }
    }

    public func take(recovery digest: [UInt8], of person: Identifier<Person>, at now: Instant) throws -> Bool {
        try connection.run(
            "UPDATE recovery_codes SET taken_at = ? WHERE person_id = ? AND digest = ? AND taken_at IS NULL",
            [.at(now), .id(person), .bytes(digest)]) == 1
    }
}

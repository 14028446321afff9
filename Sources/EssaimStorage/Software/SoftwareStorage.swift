import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func software(_ id: Identifier<SoftwareAccount>) throws -> SoftwareAccount? {
        try connection.first(SQLText(Self.accounts, " WHERE id = ?"), [.id(id)], Self.account)
    }

    public func softwareAccounts(after id: Identifier<SoftwareAccount>?, limit: Int) throws -> [SoftwareAccount] {
        try connection.query(
            SQLText(Self.accounts, " WHERE id > ? ORDER BY id LIMIT ?"), [.text(id?.rawValue ?? ""), .int(limit)],
            Self.account)
    }

    private static var accounts: SQLText {
        "SELECT id, network_id, name, scopes, made_at, closed_at FROM software_accounts"
    }

    private static func account(_ row: any SQLRow) throws -> SoftwareAccount {
        var c = Columns(row)
        return SoftwareAccount(
            id: try c.id(), network: try c.id(), name: try c.text(), scopes: scopes(try c.text()),
            madeAt: try c.instant(), closedAt: try c.optionalInstant())
    }

    /// A scope that this version does not know is none.
    private static func scopes(_ text: String) -> Set<SoftwareScope> {
        Set(text.split(separator: " ").compactMap { SoftwareScope(rawValue: String($0)) })
    }

    public func softwareKeys(of account: Identifier<SoftwareAccount>) throws -> [SoftwareKey] {
        try connection.query(
            """
            SELECT account_id, name, kind, pem, not_before, not_after FROM software_keys WHERE account_id = ?
            ORDER BY name
            """, [.id(account)]
        ) { row in
            var c = Columns(row)
            return SoftwareKey(
                account: try c.id(), name: try c.text(), kind: try c.one(of: SoftwareKey.Kind.self),
                pem: try c.text(), notBefore: try c.instant(), notAfter: try c.instant())
        }
    }

    public func softwareToken(_ tokenHash: [UInt8]) throws -> SoftwareToken? {
        try connection.first(
            "SELECT token_hash, account_id, key_name, scopes, ends_at FROM software_tokens WHERE token_hash = ?",
            [.bytes(tokenHash)]
        ) { row in
            var c = Columns(row)
            return SoftwareToken(
                tokenHash: try c.bytes(), account: try c.id(), key: try c.text(),
                scopes: Self.scopes(try c.text()), endsAt: try c.instant())
        }
    }

    public func insert(_ account: SoftwareAccount) throws {
        try connection.execute(
            """
            INSERT INTO software_accounts(id, network_id, name, scopes, made_at, closed_at) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                .id(account.id), .id(account.network), .text(account.name), .text(SoftwareScope.text(account.scopes)),
                .at(account.madeAt), .at(account.closedAt),
            ])
    }

    public func setScopes(_ scopes: Set<SoftwareScope>, of account: Identifier<SoftwareAccount>) throws {
        try connection.execute(
            "UPDATE software_accounts SET scopes = ? WHERE id = ?", [.text(SoftwareScope.text(scopes)), .id(account)])
    }

    public func close(_ account: Identifier<SoftwareAccount>, at now: Instant) throws {
        try connection.execute(
            "UPDATE software_accounts SET closed_at = ? WHERE id = ? AND closed_at IS NULL", [.at(now), .id(account)])
        try connection.execute("DELETE FROM software_tokens WHERE account_id = ?", [.id(account)])
        try connection.execute("DELETE FROM software_keys WHERE account_id = ?", [.id(account)])
    }

    public func insert(_ key: SoftwareKey) throws {
        try connection.execute(
            """
            INSERT INTO software_keys(account_id, name, kind, pem, not_before, not_after) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                .id(key.account), .text(key.name), .raw(key.kind), .text(key.pem), .at(key.notBefore),
                .at(key.notAfter),
            ])
    }

    public func removeKey(_ name: String, of account: Identifier<SoftwareAccount>) throws -> Bool {
        try connection.execute(
            "DELETE FROM software_tokens WHERE account_id = ? AND key_name = ?", [.id(account), .text(name)])
        return try connection.run(
            "DELETE FROM software_keys WHERE account_id = ? AND name = ?", [.id(account), .text(name)]) == 1
    }

    public func insert(_ token: SoftwareToken) throws {
        try connection.execute(
            "INSERT INTO software_tokens(token_hash, account_id, key_name, scopes, ends_at) VALUES (?, ?, ?, ?, ?)",
            [
                .bytes(token.tokenHash), .id(token.account), .text(token.key),
                .text(SoftwareScope.text(token.scopes)), .at(token.endsAt),
            ])
    }

    public func take(
        assertion digest: [UInt8], of account: Identifier<SoftwareAccount>, until endsAt: Instant
    ) throws -> Bool {
        try connection.run(
            """
            INSERT INTO software_assertions(account_id, digest, ends_at) VALUES (?, ?, ?)
            ON CONFLICT (account_id, digest) DO NOTHING
            """, [.id(account), .bytes(digest), .at(endsAt)]) == 1
    }

    public func forgetSoftware(endedBefore now: Instant) throws {
        try connection.execute("DELETE FROM software_tokens WHERE ends_at <= ?", [.at(now)])
        try connection.execute("DELETE FROM software_assertions WHERE ends_at <= ?", [.at(now)])
    }
}

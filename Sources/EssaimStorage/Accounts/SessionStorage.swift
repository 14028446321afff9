import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func session(_ tokenHash: [UInt8]) throws -> Session? {
        let sql: SQLText =
            "SELECT token_hash, person_id, csrf, created_at, last_seen_at FROM sessions WHERE token_hash = ?"
        return try connection.first(sql, [.bytes(tokenHash)]) { row in
            var c = Columns(row)
            return Session(
                tokenHash: try c.bytes(), person: try c.id(), csrf: try c.text(), createdAt: try c.instant(),
                lastSeenAt: try c.instant())
        }
    }

    public func insert(_ session: Session) throws {
        try connection.execute(
            "INSERT INTO sessions(token_hash, person_id, csrf, created_at, last_seen_at) VALUES (?, ?, ?, ?, ?)",
            [
                .bytes(session.tokenHash), .id(session.person), .text(session.csrf), .at(session.createdAt),
                .at(session.lastSeenAt),
            ])
    }

    public func touch(_ tokenHash: [UInt8], at instant: Instant) throws {
        try connection.execute(
            "UPDATE sessions SET last_seen_at = ? WHERE token_hash = ?", [.at(instant), .bytes(tokenHash)])
    }

    public func end(_ tokenHash: [UInt8]) throws {
        try connection.execute("DELETE FROM sessions WHERE token_hash = ?", [.bytes(tokenHash)])
    }

    public func endSessions(idleSince: Instant, createdBefore: Instant) throws {
        try connection.execute(
            "DELETE FROM sessions WHERE last_seen_at < ? OR created_at < ?", [.at(idleSince), .at(createdBefore)])
    }

    public func setting(_ key: String) throws -> String? {
        try connection.first("SELECT value FROM settings WHERE name = ?", [.text(key)]) { row in
            var c = Columns(row)
            return try c.text()
        }
    }

    public func set(_ key: String, to value: String) throws {
        try connection.execute(
            "INSERT INTO settings(name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [.text(key), .text(value)])
    }
}

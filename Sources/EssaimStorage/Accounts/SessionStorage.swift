import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static var columns: SQLText {
        "token_hash, person_id, csrf, created_at, last_seen_at, id, means, device, place, proven_at, ends_at"
    }

    private static func session(_ row: any SQLRow) throws -> Session {
        var c = Columns(row)
        return Session(
            tokenHash: try c.bytes(), person: try c.id(), csrf: try c.text(), createdAt: try c.instant(),
            lastSeenAt: try c.instant(), id: try c.id(), means: try c.one(of: SignInMeans.self),
            device: try c.text(), place: try c.text(), provenAt: try c.instant(), endsAt: try c.instant())
    }

    public func session(_ tokenHash: [UInt8]) throws -> Session? {
        try connection.first(
            SQLText("SELECT ", Self.columns, " FROM sessions WHERE token_hash = ?"), [.bytes(tokenHash)],
            Self.session)
    }

    public func sessions(of person: Identifier<Person>, limit: Int) throws -> [Session] {
        try connection.query(
            SQLText(
                "SELECT ", Self.columns, " FROM sessions WHERE person_id = ? ORDER BY last_seen_at DESC, id LIMIT ?"),
            [.id(person), .int(limit)], Self.session)
    }

    public func insert(_ session: Session) throws {
        try connection.execute(
            """
            INSERT INTO sessions(token_hash, person_id, csrf, created_at, last_seen_at, id, means, device, place,
                proven_at, ends_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .bytes(session.tokenHash), .id(session.person), .text(session.csrf), .at(session.createdAt),
                .at(session.lastSeenAt), .id(session.id), .raw(session.means), .text(session.device),
                .text(session.place), .at(session.provenAt), .at(session.endsAt),
            ])
    }

    public func touch(_ tokenHash: [UInt8], at instant: Instant) throws {
        try connection.execute(
            "UPDATE sessions SET last_seen_at = ? WHERE token_hash = ?", [.at(instant), .bytes(tokenHash)])
    }

    public func end(_ tokenHash: [UInt8]) throws {
        try connection.execute("DELETE FROM sessions WHERE token_hash = ?", [.bytes(tokenHash)])
    }

    public func end(_ session: Identifier<Session>, of person: Identifier<Person>) throws -> Bool {
        try connection.run("DELETE FROM sessions WHERE id = ? AND person_id = ?", [.id(session), .id(person)]) == 1
    }

    public func endSessions(of person: Identifier<Person>, but kept: [UInt8]?) throws {
        try connection.execute(
            "DELETE FROM sessions WHERE person_id = ? AND token_hash <> ?", [.id(person), .bytes(kept ?? [])])
    }

    public func endSessions(of person: Identifier<Person>, beyond most: Int) throws {
        try connection.execute(
            """
            DELETE FROM sessions WHERE person_id = ? AND token_hash NOT IN (
                SELECT token_hash FROM sessions WHERE person_id = ? ORDER BY last_seen_at DESC, id DESC LIMIT ?)
            """, [.id(person), .id(person), .int(most)])
    }

    public func endAllSessions() throws { try connection.execute("DELETE FROM sessions", []) }

    public func endSessions(idleSince: Instant, endedBefore: Instant) throws {
        try connection.execute(
            "DELETE FROM sessions WHERE last_seen_at < ? OR ends_at < ?", [.at(idleSince), .at(endedBefore)])
    }
}

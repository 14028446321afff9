import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func history(of request: Identifier<AdviceRequest>, limit: Int) throws -> [HistoryEntry] {
        let sql: SQLText = """
            SELECT id, at, request_id, person_id, action, outcome, payload, salt, commitment FROM history
            WHERE request_id = ? AND payload IS NOT NULL ORDER BY at, id LIMIT ?
            """
        return try connection.query(sql, [.id(request), .int(limit)]) { row in
            var c = Columns(row)
            return HistoryEntry(
                id: try c.id(), at: try c.instant(), request: try c.optionalID(), person: try c.optionalID(),
                action: try c.text(), outcome: try c.text(), payload: try c.text(), salt: try c.bytes(),
                commitment: try c.bytes())
        }
    }

    public func append(_ entry: HistoryEntry) throws {
        try connection.execute(
            """
            INSERT INTO history(id, at, request_id, person_id, action, outcome, payload, salt, commitment)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(entry.id), .at(entry.at), .id(entry.request), .id(entry.person), .text(entry.action),
                .text(entry.outcome), .text(entry.payload), .bytes(entry.salt), .bytes(entry.commitment),
            ])
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func thread(of request: Identifier<AdviceRequest>) throws -> [ThreadEntry] {
        let sql: SQLText =
            "SELECT id, at, author_id, action, body FROM thread_entries WHERE request_id = ? ORDER BY at, id"
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return ThreadEntry(
                id: try c.id(), at: try c.instant(), author: try c.optionalID(), action: try c.one(of: Action.self),
                text: try c.text())
        }
    }

    public func append(_ entry: ThreadEntry, to request: Identifier<AdviceRequest>) throws {
        try connection.execute(
            "INSERT INTO thread_entries(id, request_id, at, author_id, action, body) VALUES (?, ?, ?, ?, ?, ?)",
            [.id(entry.id), .id(request), .at(entry.at), .id(entry.author), .raw(entry.action), .text(entry.text)])
    }
}

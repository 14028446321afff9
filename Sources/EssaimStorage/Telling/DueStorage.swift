import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func followUpsDue(
        _ reason: FollowUp.Reason, at now: Instant, after key: WorklistKey?, limit: Int
    ) throws -> [WorklistKey] {
        guard let column = Self.watched(reason) else { return [] }
        let untold: SQLText = """
            AND NOT EXISTS (SELECT 1 FROM follow_ups_told t WHERE t.request_id = r.id AND t.reason = ?
            """
        let sql = SQLText(
            "SELECT", column, ", r.id FROM requests r WHERE", column, "<= ? AND (", column, ", r.id) > (?, ?)", untold,
            "AND t.watched_at =", column, ") ORDER BY", column, ", r.id LIMIT ?")
        let start = key ?? WorklistKey(sortKey: now - FollowUp.forgottenAfter, id: "")
        let values: [SQLValue] = [.at(now), .at(start.sortKey), .id(start.id), .raw(reason), .int(limit)]
        return try connection.query(sql, values) { try WorklistKey($0) }
    }

    public func markFollowUp(
        _ request: Identifier<AdviceRequest>, _ reason: FollowUp.Reason, watched: Instant
    ) throws -> Bool {
        try connection.run(
            "INSERT INTO follow_ups_told(request_id, reason, watched_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [.id(request), .raw(reason), .at(watched)]) == 1
    }

    /// Each an index of its own. Nil for what is told to nobody.
    private static func watched(_ reason: FollowUp.Reason) -> SQLText? {
        switch reason {
        case .unread: "r.read_due_at"
        case .unbooked: "r.visit_half_at"
        case .unseen: "r.visit_end_at"
        case .unclosed: nil
        }
    }
}

extension WorklistKey {
    /// A row of the moment that sorts it, and its id.
    init(_ row: any SQLRow) throws {
        var c = Columns(row)
        self.init(sortKey: try c.instant(), id: try c.id())
    }
}

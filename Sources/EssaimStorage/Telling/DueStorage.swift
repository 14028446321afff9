import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func overdue(
        _ stage: OverdueStage, at now: Instant, after key: WorklistKey?, limit: Int
    ) throws -> [WorklistKey] {
        let sql: SQLText = """
            SELECT r.due_at, r.id FROM requests r WHERE r.state IN ('submitted', 'taken') AND r.due_at < ?
            AND (r.due_at, r.id) > (?, ?)
            AND NOT EXISTS (SELECT 1 FROM overdue_told t
                            WHERE t.request_id = r.id AND t.due_at = r.due_at AND t.stage = ?)
            ORDER BY r.due_at, r.id LIMIT ?
            """
        let start = key ?? WorklistKey(sortKey: now - OverdueStage.forgottenAfter, id: "")
        let values: [SQLValue] = [
            .at(now - stage.after), .at(start.sortKey), .id(start.id), .raw(stage), .int(limit),
        ]
        return try connection.query(sql, values) { try WorklistKey($0) }
    }

    public func markOverdue(
        _ request: Identifier<AdviceRequest>, due: Instant, _ stage: OverdueStage
    ) throws -> Bool {
        try connection.run(
            "INSERT INTO overdue_told(request_id, due_at, stage) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [.id(request), .at(due), .raw(stage)]) == 1
    }

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

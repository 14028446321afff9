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
        return try connection.query(sql, values) { row in
            var c = Columns(row)
            return WorklistKey(sortKey: try c.instant(), id: try c.id())
        }
    }

    public func markFollowUp(
        _ request: Identifier<AdviceRequest>, _ reason: FollowUp.Reason, watched: Instant
    ) throws -> Bool {
        try connection.run(
            "INSERT INTO follow_ups_told(request_id, reason, watched_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [.id(request), .raw(reason), .at(watched)]) == 1
    }

    public func members(of structure: Identifier<Structure>) throws -> [Identifier<Person>] {
        try connection.query(
            "SELECT person_id FROM structure_members WHERE structure_id = ? AND status = 'active' ORDER BY person_id",
            [.id(structure)], Self.person)
    }

    public func people(as role: NetworkRole, in network: Identifier<Network>) throws -> [Identifier<Person>] {
        let sql: SQLText = """
            SELECT person_id FROM network_members WHERE network_id = ? AND role = ? AND status = 'active'
            ORDER BY person_id
            """
        return try connection.query(sql, [.id(network), .raw(role)], Self.person)
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

    private static func person(_ row: any SQLRow) throws -> Identifier<Person> {
        var c = Columns(row)
        return try c.id()
    }
}

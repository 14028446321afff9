import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func guaranteesDue(at now: Instant, after key: WorklistKey?, limit: Int) throws -> [WorklistKey] {
        let sql: SQLText = """
            SELECT guarantee_at, id FROM requests WHERE guarantee_at IS NOT NULL AND guarantee_at <= ?
            AND (guarantee_at, id) > (?, ?) ORDER BY guarantee_at, id LIMIT ?
            """
        let start = key ?? WorklistKey(sortKey: Instant(milliseconds: .min), id: "")
        return try connection.query(sql, [.at(now), .at(start.sortKey), .id(start.id), .int(limit)]) {
            try WorklistKey($0)
        }
    }

    public func guaranteeAt(_ request: Identifier<AdviceRequest>) throws -> Instant? {
        try moment("SELECT guarantee_at FROM requests WHERE id = ?", of: request)
    }

    public func holderSign(on request: Identifier<AdviceRequest>) throws -> Instant? {
        try moment("SELECT holder_sign_at FROM requests WHERE id = ?", of: request)
    }

    private func moment(_ sql: SQLText, of request: Identifier<AdviceRequest>) throws -> Instant? {
        try connection.first(sql, [.id(request)]) { row in
            var c = Columns(row)
            return try c.optionalInstant()
        }.flatMap(\.self)
    }

    public func guaranteeTrace(of request: Identifier<AdviceRequest>) throws -> [TracedStep] {
        let sql: SQLText = """
            SELECT owed, holding, since, act, ordinal, done_at, is_overtaken, reached_id FROM guarantee_steps
            WHERE request_id = ? ORDER BY done_at, since, owed, act, ordinal
            """
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            let owed = try c.one(of: Owed.self)
            let holding = try c.text()
            let key = StepKey(
                owed, holding: holding.isEmpty ? nil : Identifier(holding), since: try c.instant(),
                try c.one(of: GuaranteeAct.self), ordinal: try c.integer())
            return TracedStep(
                key: key, doneAt: try c.instant(), isOvertaken: try c.boolean(), reached: try c.optionalID())
        }
    }

    public func trace(_ step: TracedStep, of request: Identifier<AdviceRequest>) throws -> Bool {
        let key = step.key
        return try connection.run(
            """
            INSERT INTO guarantee_steps(request_id, owed, holding, since, act, ordinal, done_at, is_overtaken, reached_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                .id(request), .raw(key.owed), .text(key.holding?.rawValue ?? ""), .at(key.since), .raw(key.act),
                .int(key.ordinal), .at(step.doneAt), .boolean(step.isOvertaken), .id(step.reached),
            ]) == 1
    }

    public func keepGuarantee(of request: Identifier<AdviceRequest>, at next: Instant?) throws {
        try connection.execute("UPDATE requests SET guarantee_at = ? WHERE id = ?", [.at(next), .id(request)])
    }

    public func noteHolderSign(on request: Identifier<AdviceRequest>, at now: Instant) throws {
        try connection.execute("UPDATE requests SET holder_sign_at = ? WHERE id = ?", [.at(now), .id(request)])
    }

    public func reviewGuarantees(heldBy person: Identifier<Person>, at now: Instant) throws {
        try connection.execute(
            "UPDATE requests SET guarantee_at = ? WHERE holder_id = ? AND state = 'taken'", [.at(now), .id(person)])
    }

    public func reviewGuarantees(in network: Identifier<Network>, at now: Instant) throws {
        // What is open, by its own index; what is only unread by the other: no demand that is over is looked at.
        try connection.execute(
            """
            UPDATE requests SET guarantee_at = ? WHERE network_id = ?
            AND state IN ('submitted', 'taken', 'awaitingInformation')
            """, [.at(now), .id(network)])
        try connection.execute(
            "UPDATE requests SET guarantee_at = ? WHERE network_id = ? AND guarantee_at IS NOT NULL",
            [.at(now), .id(network)])
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let facts: SQLText = """
        SELECT r.id, r.number, r.state, r.visit_by, r.last_contact_at,
            COALESCE((SELECT max(o.last_contact_at) FROM requests o WHERE o.patient_id = r.patient_id), r.last_contact_at),
            p.birth_date, r.shelved_at, r.held_at, r.held_why
        FROM requests r LEFT JOIN patients p ON p.id = r.patient_id WHERE
        """

    public func retention(of request: Identifier<AdviceRequest>) throws -> RetentionFacts? {
        try connection.first(Self.facts + " r.id = ?", [.id(request)], Self.retention)
    }

    public func retention(numbered number: RequestNumber) throws -> RetentionFacts? {
        try connection.first(
            Self.facts + " r.number = ? AND r.state <> 'draft'", [.text(number.rawValue)], Self.retention)
    }

    private static func retention(_ row: any SQLRow) throws -> RetentionFacts {
        var c = Columns(row)
        let id: Identifier<AdviceRequest> = try c.id()
        guard let number = RequestNumber(rawValue: try c.text()) else { throw StoreFault.corrupt("a demand's number") }
        let state = try c.one(of: RequestState.self)
        let isToSee = try c.optionalText() != nil
        let (own, patient) = (try c.instant(), try c.instant())
        let (born, archivedAt) = (try c.optionalText() ?? "", try c.optionalInstant())
        let (heldAt, why) = (try c.optionalInstant(), try c.optionalText() ?? "")
        return RetentionFacts(
            id: id, number: number, state: state, isToSee: isToSee, lastContact: own, patientContact: patient,
            born: born, archivedAt: archivedAt, hold: heldAt.map { RetentionHold(at: $0, reason: why) })
    }

    /// A demand that is over and not archived, as its index says it.
    private static let over: SQLText = """
        shelved_at IS NULL AND visit_by IS NULL AND state IN ('closed', 'declined', 'cancelled')
        """
    private static let due: SQLText = "purge_due_at IS NOT NULL AND held_at IS NULL"

    public func requestsToArchive(
        lastTouchedBefore end: Instant, after key: RetentionKey?, limit: Int
    ) throws -> [RetentionKey] {
        let sql = SQLText(
            "SELECT last_contact_at, id FROM requests WHERE", Self.over,
            "AND last_contact_at < ? AND (last_contact_at, id) > (?, ?) ORDER BY last_contact_at, id LIMIT ?")
        return try keys(sql, end, after: key, limit)
    }

    public func requestsToPurge(by now: Instant, after key: RetentionKey?, limit: Int) throws -> [RetentionKey] {
        let sql = SQLText(
            "SELECT purge_due_at, id FROM requests WHERE", Self.due,
            "AND purge_due_at <= ? AND (purge_due_at, id) > (?, ?) ORDER BY purge_due_at, id LIMIT ?")
        return try keys(sql, now, after: key, limit)
    }

    private func keys(
        _ sql: SQLText, _ end: Instant, after key: RetentionKey?, _ limit: Int
    ) throws -> [RetentionKey] {
        let start = key ?? RetentionKey(at: Instant(milliseconds: .min), id: "")
        return try connection.query(sql, [.at(end), .at(start.at), .id(start.id), .int(limit)]) { row in
            var c = Columns(row)
            return RetentionKey(at: try c.instant(), id: try c.id())
        }
    }

    public func purged(_ number: RequestNumber) throws -> PurgedRequest? {
        try connection.first(
            "SELECT purged_at FROM purged_requests WHERE number = ?", [.text(number.rawValue)]
        ) { row in
            var c = Columns(row)
            return PurgedRequest(number: number, purgedAt: try c.instant())
        }
    }

    public func retentionCounts(lastTouchedBefore end: Instant, purgedBy days: [Instant]) throws -> RetentionCounts {
        var counts = RetentionCounts()
        let stale: SQLText = """
            SELECT count(*) FROM requests WHERE shelved_at IS NULL AND last_contact_at < ? AND state <> 'draft'
            AND (visit_by IS NOT NULL OR state IN ('submitted', 'taken', 'awaitingInformation', 'answered'))
            """
        counts.stale = try count(stale, [.at(end)])
        counts.toArchive = try count(
            SQLText("SELECT count(*) FROM requests WHERE", Self.over, "AND last_contact_at < ?"), [.at(end)])
        counts.archived = try count("SELECT count(*) FROM requests WHERE shelved_at IS NOT NULL", [])
        counts.held = try count("SELECT count(*) FROM requests WHERE held_at IS NOT NULL", [])
        counts.purged = try count("SELECT count(*) FROM purged_requests", [])
        // A handful of days, each a range of the index.
        let sql = SQLText("SELECT count(*) FROM requests WHERE", Self.due, "AND purge_due_at <= ?")
        counts.toPurge = try days.map { try count(sql, [.at($0)]) }
        return counts
    }

    private func count(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Int {
        try connection.first(sql, arguments) { row in
            var c = Columns(row)
            return try c.integer()
        } ?? 0
    }
}

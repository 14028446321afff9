import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let noticeColumns: SQLText = """
        id, mark, person_id, request_id, event, channel, is_pressing, made_at, planned_at, attempts, message
        """

    public func leave(_ notice: TellingNotice) throws {
        try connection.execute(
            """
            INSERT INTO notices(id, mark, person_id, request_id, event, channel, is_pressing, state, made_at, planned_at,
                send_at, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, 0) ON CONFLICT (mark) DO NOTHING
            """,
            [
                .id(notice.id), .text(notice.mark), .id(notice.person), .id(notice.request), .raw(notice.event),
                .raw(notice.channel), .boolean(notice.isPressing), .at(notice.madeAt), .at(notice.plannedAt),
                .at(notice.plannedAt),
            ])
    }

    public func claimNotices(
        on channel: TellingChannel, dueBy now: Instant, until claimedUntil: Instant
    ) throws -> [TellingNotice] {
        let due: SQLText = "FROM notices WHERE state = 'waiting' AND channel = ? AND send_at <= ?"
        let free: SQLText = "AND (claimed_until IS NULL OR claimed_until <= ?)"
        let first = SQLText(
            "SELECT", Self.noticeColumns, due, free, "ORDER BY send_at, id LIMIT 1", connection.skippingLocked)
        guard
            let one = try connection.first(
                first, [.raw(channel), .at(now), .at(now)], decodeNotice)
        else { return [] }
        let message = one.message ?? one.id.rawValue
        if one.message == nil {
            // What presses goes alone; the rest with all that is due for the same person.
            let begin: SQLText = "UPDATE notices SET message = ? WHERE state = 'waiting' AND message IS NULL"
            if one.isPressing {
                try connection.execute(SQLText(begin, "AND id = ?"), [.text(message), .id(one.id)])
            } else {
                let gathered: SQLText = """
                    AND id IN (SELECT id FROM notices WHERE state = 'waiting' AND message IS NULL AND person_id = ?
                               AND channel = ? AND send_at <= ? AND NOT is_pressing ORDER BY send_at, id LIMIT 100)
                    """
                try connection.execute(
                    SQLText(begin, gathered), [.text(message), .id(one.person), .raw(channel), .at(now)])
            }
        }
        let take: SQLText = """
            UPDATE notices SET claimed_until = ?, attempts = attempts + 1 WHERE state = 'waiting' AND message = ?
            """
        return try connection.query(
            SQLText(take, free, "RETURNING", Self.noticeColumns),
            [.at(claimedUntil), .text(message), .at(now)], decodeNotice)
    }

    public func settle(_ notices: [Identifier<TellingNotice>], as state: TellingNotice.State, at: Instant) throws {
        guard let one = notices.first else { return }
        // A message holds a hundred at most. Padded with a key that is there already: one shape of statement.
        let keys = (notices + repeatElement(one, count: max(0, 100 - notices.count))).map { SQLValue.id($0) }
        let sql: SQLText = """
            UPDATE notices SET state = ?, settled_at = ?, claimed_until = NULL WHERE state = 'waiting' AND id IN
            """
        try connection.execute(SQLText(sql, .list(keys.count)), [.raw(state), .at(at)] + keys)
    }

    public func postpone(message: String, until instant: Instant) throws {
        try connection.execute(
            "UPDATE notices SET send_at = ?, claimed_until = NULL WHERE message = ? AND state = 'waiting'",
            [.at(instant), .text(message)])
    }

    public func forgetNotices(settledBefore instant: Instant) throws {
        try connection.execute("DELETE FROM notices WHERE settled_at < ?", [.at(instant)])
        try connection.execute("DELETE FROM line_notices WHERE state <> 'waiting' AND opened_at < ?", [.at(instant)])
    }

    public func lastGivenUp(
        of person: Identifier<Person>, by channel: TellingChannel, since: Instant
    ) throws -> Instant? {
        try connection.first(
            """
            SELECT max(settled_at) FROM notices WHERE state = 'givenUp' AND person_id = ? AND channel = ?
            AND settled_at > ?
            """, [.id(person), .raw(channel), .at(since)]
        ) { row in
            var c = Columns(row)
            return try c.optionalInstant()
        } ?? nil
    }

    private func decodeNotice(_ row: any SQLRow) throws -> TellingNotice {
        var c = Columns(row)
        return TellingNotice(
            id: try c.id(), mark: try c.text(), person: try c.id(), request: try c.id(),
            event: try c.one(of: TellingEvent.self), channel: try c.one(of: TellingChannel.self),
            isPressing: try c.boolean(), madeAt: try c.instant(), plannedAt: try c.instant(),
            attempts: try c.integer(), message: try c.optionalText())
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func leave(_ notice: LineNotice, sendAt: Instant) throws {
        try connection.execute(
            """
            INSERT INTO line_notices(person_id, offer_id, channel, opened_at, state, send_at, attempts)
            VALUES (?, ?, ?, ?, 'waiting', ?, 0) ON CONFLICT (person_id, offer_id, channel, opened_at) DO NOTHING
            """, notice.key + [.at(sendAt)])
    }

    public func claimLineNotice(
        on channel: TellingChannel, dueBy now: Instant, until claimedUntil: Instant
    ) throws -> LineNotice? {
        let sql = SQLText(
            """
            SELECT person_id, offer_id, channel, opened_at, attempts FROM line_notices
            WHERE state = 'waiting' AND channel = ? AND send_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)
            ORDER BY send_at, person_id, offer_id LIMIT 1
            """, connection.skippingLocked)
        let due = try connection.first(sql, [.raw(channel), .at(now), .at(now)]) { row in
            var c = Columns(row)
            return LineNotice(
                person: try c.id(), offer: try c.id(), channel: try c.one(of: TellingChannel.self),
                openedAt: try c.instant(), attempts: try c.integer() + 1)
        }
        guard let due else { return nil }
        let claim: SQLText = "UPDATE line_notices SET claimed_until = ?, attempts = attempts + 1 WHERE"
        try connection.execute(SQLText(claim, Self.oneNotice), [.at(claimedUntil)] + due.key)
        return due
    }

    public func settle(_ notice: LineNotice, as state: TellingNotice.State) throws {
        let sql: SQLText = "UPDATE line_notices SET state = ?, claimed_until = NULL WHERE"
        try connection.execute(SQLText(sql, Self.oneNotice), [.raw(state)] + notice.key)
    }

    public func postpone(_ notice: LineNotice, until: Instant) throws {
        let sql: SQLText = "UPDATE line_notices SET send_at = ?, claimed_until = NULL WHERE"
        try connection.execute(SQLText(sql, Self.oneNotice), [.at(until)] + notice.key)
    }

    private static let oneNotice: SQLText = "person_id = ? AND offer_id = ? AND channel = ? AND opened_at = ?"
}

extension LineNotice {
    fileprivate var key: [SQLValue] { [.id(person), .id(offer), .raw(channel), .at(openedAt)] }
}

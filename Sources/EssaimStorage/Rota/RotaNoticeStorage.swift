import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let rotaNoticeColumns: SQLText = """
        id, mark, person_id, network_id, swap_id, event, channel, planned_at, attempts
        """

    public func waitingRotaNotices(of person: Identifier<Person>) throws -> [RotaNotice] {
        try connection.query(
            SQLText(
                "SELECT", Self.rotaNoticeColumns,
                "FROM rota_notices WHERE person_id = ? AND state = 'waiting' ORDER BY send_at, id LIMIT 100"),
            [.id(person)], Self.rotaNotice)
    }

    public func leave(_ notice: RotaNotice) throws {
        try connection.execute(
            """
            INSERT INTO rota_notices(id, mark, person_id, network_id, swap_id, event, channel, state, planned_at, send_at,
                attempts) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, 0) ON CONFLICT (mark) DO NOTHING
            """,
            [
                .id(notice.id), .text(notice.mark), .id(notice.person), .id(notice.network), .id(notice.swap),
                .raw(notice.event), .raw(notice.channel), .at(notice.plannedAt), .at(notice.plannedAt),
            ])
    }

    public func claimRotaNotice(
        on channel: TellingChannel, dueBy now: Instant, until claimedUntil: Instant
    ) throws -> RotaNotice? {
        let first: SQLText = """
            SELECT id FROM rota_notices WHERE state = 'waiting' AND channel = ? AND send_at <= ?
            AND (claimed_until IS NULL OR claimed_until <= ?) ORDER BY send_at, id LIMIT 1
            """
        let id: Identifier<RotaNotice>? = try connection.first(
            SQLText(first, connection.skippingLocked), [.raw(channel), .at(now), .at(now)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
        guard let id else { return nil }
        return try connection.query(
            SQLText(
                "UPDATE rota_notices SET claimed_until = ?, attempts = attempts + 1 WHERE id = ? RETURNING",
                Self.rotaNoticeColumns), [.at(claimedUntil), .id(id)], Self.rotaNotice
        ).first
    }

    public func settle(_ notice: Identifier<RotaNotice>, as state: TellingNotice.State, at now: Instant) throws {
        try connection.execute(
            "UPDATE rota_notices SET state = ?, settled_at = ?, claimed_until = NULL WHERE id = ? AND state = 'waiting'",
            [.raw(state), .at(now), .id(notice)])
    }

    public func postpone(_ notice: Identifier<RotaNotice>, until instant: Instant) throws {
        try connection.execute(
            "UPDATE rota_notices SET send_at = ?, claimed_until = NULL WHERE id = ? AND state = 'waiting'",
            [.at(instant), .id(notice)])
    }

    public func forgetRotaNotices(settledBefore instant: Instant) throws {
        try connection.execute("DELETE FROM rota_notices WHERE settled_at < ?", [.at(instant)])
    }

    private static func rotaNotice(_ row: any SQLRow) throws -> RotaNotice {
        var c = Columns(row)
        return RotaNotice(
            id: try c.id(), mark: try c.text(), person: try c.id(), network: try c.id(), swap: try c.optionalID(),
            event: try c.one(of: RotaEvent.self), channel: try c.one(of: TellingChannel.self),
            plannedAt: try c.instant(), attempts: try c.integer())
    }
}

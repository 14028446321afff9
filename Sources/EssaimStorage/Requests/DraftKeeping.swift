import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    /// The drafts come from the index of old drafts; what was done on each since then is a range of `history_by_request`.
    public func draftsUntouched(
        since instant: Instant, after last: DraftKey?, limit: Int
    ) throws -> [DraftKey] {
        try connection.query(
            """
            SELECT created_at, id FROM requests
            WHERE state = 'draft' AND created_at < ? AND (created_at, id) > (?, ?)
                AND NOT EXISTS (
                    SELECT 1 FROM history
                    WHERE history.request_id = requests.id AND history.at >= ? AND history.outcome = 'done'
                        AND history.action NOT IN ('request.view', 'access'))
            ORDER BY created_at, id LIMIT ?
            """,
            [
                .at(instant), .at(last?.createdAt ?? Instant(milliseconds: .min)), .text(last?.id.rawValue ?? ""),
                .at(instant), .int(limit),
            ]
        ) { row in
            var c = Columns(row)
            return DraftKey(createdAt: try c.instant(), id: try c.id())
        }
    }
}

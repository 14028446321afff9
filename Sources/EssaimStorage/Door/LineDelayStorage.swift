import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func observedDelays() throws -> [Identifier<Offer>: ObservedDelay] {
        let rows: [(Identifier<Offer>, ObservedDelay)] = try connection.query(
            "SELECT offer_id, counted, median_ms, in_time FROM line_delays", []
        ) { row in
            var c = Columns(row)
            return (
                try c.id(),
                ObservedDelay(
                    counted: try c.integer(), median: .milliseconds(try c.integer()), inTime: try c.integer())
            )
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    public func countDelays(of network: Identifier<Network>, since: Instant, at now: Instant) throws {
        try connection.execute("DELETE FROM line_delays WHERE network_id = ?", [.id(network)])
        // One range of `requests_received`. What is late and still open has waited until now; the median is the lower one.
        try connection.execute(
            """
            INSERT INTO line_delays(offer_id, network_id, counted, median_ms, in_time, made_at)
            SELECT d.offer_id, d.network_id, d.counted, max(CASE WHEN d.rank * 2 >= d.counted AND d.rank * 2 < d.counted + 2
                    THEN d.delay END), CAST(sum(d.in_time) AS BIGINT), CAST(? AS BIGINT)
            FROM (SELECT s.offer_id, s.network_id, s.delay, s.in_time,
                      row_number() OVER (PARTITION BY s.offer_id ORDER BY s.delay) AS rank,
                      count(*) OVER (PARTITION BY s.offer_id) AS counted
                  FROM (SELECT offer_id, network_id,
                            CASE WHEN orientation IS NULL THEN CAST(? AS BIGINT) ELSE answered_at END - submitted_at AS delay,
                            CASE WHEN orientation IS NOT NULL AND answered_at <= due_at THEN 1 ELSE 0 END AS in_time
                        FROM requests
                        WHERE network_id = ? AND submitted_at IS NOT NULL AND submitted_at >= ? AND submitted_at < ?
                        AND (orientation IS NOT NULL OR (state IN ('submitted', 'taken') AND due_at < ?))) AS s) AS d
            GROUP BY d.offer_id, d.network_id, d.counted
            """,
            [.at(now), .at(now), .id(network), .at(since), .at(now), .at(now)])
    }

    public func poolSizes() throws -> [Identifier<Pool>: Int] {
        let rows: [(Identifier<Pool>, Int)] = try connection.query(
            "SELECT pool_id, count(*) FROM pool_members WHERE status = 'active' GROUP BY pool_id", []
        ) { row in
            var c = Columns(row)
            return (try c.id(), try c.integer())
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }
}

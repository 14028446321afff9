import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func attempts(_ bucket: String, at now: Instant) throws -> Attempts? {
        try connection.first(
            "SELECT count, until FROM attempts WHERE bucket = ? AND until > ?", [.text(bucket), .at(now)]
        ) { row in
            var c = Columns(row)
            return Attempts(count: try c.integer(), until: try c.instant())
        }
    }

    public func countAttempt(_ bucket: String, window: Duration, at now: Instant) throws {
        let sql: SQLText = """
            INSERT INTO attempts(bucket, count, until) VALUES (?, 1, ?)
            ON CONFLICT (bucket) DO UPDATE SET
                count = CASE WHEN attempts.until > ? THEN attempts.count + 1 ELSE 1 END,
                until = CASE WHEN attempts.until > ? THEN attempts.until ELSE excluded.until END
            """
        try connection.execute(sql, [.text(bucket), .at(now + window), .at(now), .at(now)])
    }

    public func forgetAttempts(of bucket: String) throws {
        try connection.execute("DELETE FROM attempts WHERE bucket = ?", [.text(bucket)])
    }

    public func forgetAttempts(endedBefore instant: Instant) throws {
        try connection.execute("DELETE FROM attempts WHERE until < ?", [.at(instant)])
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func enqueue(_ job: Job) throws {
        try connection.execute(
            """
            INSERT INTO jobs(id, kind, request_id, version, answer, run_at, attempts) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, request_id, version) DO NOTHING
            """,
            [
                .id(job.id), .raw(job.kind), .id(job.request), .int(job.version), .int(job.answer), .at(job.runAt),
                .int(job.attempts),
            ])
    }

    public func jobCount(_ kind: Job.Kind, for request: Identifier<AdviceRequest>) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM jobs WHERE kind = ? AND request_id = ?", [.raw(kind), .id(request)]
        ) { row in
            var c = Columns(row)
            return try c.integer()
        } ?? 0
    }

    public func claim(dueBy now: Instant, until claimedUntil: Instant, limit: Int) throws -> [Job] {
        // What is due is looked up once, apart: as a sub-select an engine may run it for each row, and take more than asked.
        let due: SQLText = """
            WITH due AS MATERIALIZED (
                SELECT id FROM jobs WHERE finished_at IS NULL AND run_at <= ?
                AND (claimed_until IS NULL OR claimed_until <= ?) ORDER BY run_at, id LIMIT ?
            """
        let take: SQLText = """
            ) UPDATE jobs SET claimed_until = ?, attempts = attempts + 1 WHERE id IN (SELECT id FROM due)
            RETURNING id, kind, request_id, version, answer, run_at, attempts
            """
        let sql = SQLText(due, connection.skippingLocked, take)
        return try connection.query(sql, [.at(now), .at(now), .int(limit), .at(claimedUntil)]) { row in
            var c = Columns(row)
            return Job(
                id: try c.id(), kind: try c.one(of: Job.Kind.self), request: try c.id(), version: try c.integer(),
                answer: try c.integer(), runAt: try c.instant(), attempts: try c.integer())
        }
    }

    public func finish(_ job: Identifier<Job>) throws {
        try connection.execute("UPDATE jobs SET finished_at = run_at, claimed_until = NULL WHERE id = ?", [.id(job)])
    }

    public func retry(_ job: Identifier<Job>, at instant: Instant) throws {
        try connection.execute(
            "UPDATE jobs SET run_at = ?, claimed_until = NULL WHERE id = ?", [.at(instant), .id(job)])
    }

    public func outcome(of key: String, by person: Identifier<Person>) throws -> (fingerprint: String, result: String)?
    {
        try connection.first(
            "SELECT fingerprint, result FROM idempotency WHERE key = ? AND person_id = ?", [.text(key), .id(person)]
        ) { row in
            var c = Columns(row)
            return (fingerprint: try c.text(), result: try c.text())
        }
    }

    public func forgetKeys(usedBefore instant: Instant) throws {
        try connection.execute("DELETE FROM idempotency WHERE at < ?", [.at(instant)])
    }

    public func remember(
        _ key: String, by person: Identifier<Person>, fingerprint: String, result: String, at instant: Instant
    ) throws {
        try connection.execute(
            "INSERT INTO idempotency(key, person_id, fingerprint, result, at) VALUES (?, ?, ?, ?, ?)",
            [.text(key), .id(person), .text(fingerprint), .text(result), .at(instant)])
    }
}

import EssaimDomain
import EssaimWorkflow

// Batches and their lines: written once, never changed.

extension PortableTransaction {
    private static let batchColumns: SQLText = """
        SELECT id, structure_id, number, period, unit, made_by, made_at, line_count, columns FROM claim_batches
        """

    public func batches(
        of establishment: Identifier<Structure>, before number: Int?, limit: Int
    ) throws -> [ClaimBatch] {
        try connection.query(
            Self.batchColumns + " WHERE structure_id = ? AND number < ? ORDER BY number DESC LIMIT ?",
            [.id(establishment), .int(number ?? .max), .int(limit)], Self.batch)
    }

    public func batch(
        _ id: Identifier<ClaimBatch>, ofAny establishments: Set<Identifier<Structure>>
    ) throws -> ClaimBatch? {
        let found = try connection.first(Self.batchColumns + " WHERE id = ?", [.id(id)], Self.batch)
        return found.flatMap { establishments.contains($0.establishment) ? $0 : nil }
    }

    private static func batch(_ row: any SQLRow) throws -> ClaimBatch {
        var c = Columns(row)
        return ClaimBatch(
            id: try c.id(), establishment: try c.id(), number: try c.integer(), period: try c.text(),
            unit: try c.text(), madeBy: try c.id(), madeAt: try c.instant(), lineCount: try c.integer(),
            columns: try StoredJSON.value([String].self, try c.text()))
    }

    public func lines(of batch: ClaimBatch, after position: Int, limit: Int) throws -> [StandingLine] {
        let sql: SQLText = """
            SELECT l.name, l.act_id, l.origin, l.is_reversal, l.cells, a.line, a.reason,
                   a.id, a.state, a.version, a.establishment_id, a.corrected_at
            FROM claim_lines l JOIN acts a ON a.id = l.act_id
            WHERE l.batch_id = ? AND l.position > ? ORDER BY l.position LIMIT ?
            """
        return try connection.query(sql, [.id(batch.id), .int(position), .int(limit)]) { row in
            var c = Columns(row)
            let line = try ClaimLine(try c.id(), &c)
            let stands: Identifier<ClaimLine>? = try c.optionalID()
            let reason = try c.text()
            let standing = try ActStanding(&c)
            return StandingLine(
                line: line, standing: stands == line.id ? standing : nil, reason: stands == line.id ? reason : "")
        }
    }

    public func standings(
        on lines: Set<Identifier<ClaimLine>>, of establishment: Identifier<Structure>
    ) throws -> [Identifier<ClaimLine>: ActStanding] {
        guard !lines.isEmpty else { return [:] }
        let sql: SQLText = """
            SELECT line, id, state, version, establishment_id, corrected_at FROM acts
            WHERE establishment_id = ? AND line IN
            """
        let found = try connection.query(
            SQLText(sql, .list(lines.count)), [.id(establishment)] + lines.sorted().map { .id($0) }
        ) { row in
            var c = Columns(row)
            let line: Identifier<ClaimLine> = try c.id()
            return (line, try ActStanding(&c))
        }
        return Dictionary(found) { first, _ in first }
    }

    public func drawBatchNumber(of establishment: Identifier<Structure>) throws -> Int {
        try connection.execute(
            """
            INSERT INTO batch_numbers(structure_id, last) VALUES (?, 1)
            ON CONFLICT (structure_id) DO UPDATE SET last = batch_numbers.last + 1
            """, [.id(establishment)])
        return try connection.first("SELECT last FROM batch_numbers WHERE structure_id = ?", [.id(establishment)]) {
            var c = Columns($0)
            return try c.integer()
        } ?? 1
    }

    public func insert(_ batch: ClaimBatch) throws {
        try connection.execute(
            """
            INSERT INTO claim_batches(id, structure_id, number, period, unit, made_by, made_at, line_count, columns)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(batch.id), .id(batch.establishment), .int(batch.number), .text(batch.period), .text(batch.unit),
                .id(batch.madeBy), .at(batch.madeAt), .int(batch.lineCount), .text(try StoredJSON.text(batch.columns)),
            ])
    }

    public func insert(
        _ line: ClaimLine, at position: Int, in batch: ClaimBatch, over standing: ActStanding?
    ) throws {
        try connection.execute(
            """
            INSERT INTO claim_lines(batch_id, position, structure_id, name, act_id, origin, is_reversal, cells)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(batch.id), .int(position), .id(batch.establishment), .id(line.id), .id(line.act), .id(line.origin),
                .boolean(line.isReversal), .text(try StoredJSON.text(line.cells)),
            ])
        guard let standing else { return }
        try connection.execute(
            """
            UPDATE acts SET state = 'batched', state_at = ?, reason = '', line = ?, carried = NULL, carry = NULL,
                corrected_at = NULL, version = version + 1
            WHERE id = ? AND version = ?
            """,
            [.at(batch.madeAt), .id(line.id), .id(standing.id), .int(standing.version)])
    }

    public func settle(_ act: Identifier<RecordedAct>) throws {
        try connection.execute("UPDATE acts SET carry = NULL WHERE id = ?", [.id(act)])
    }
}

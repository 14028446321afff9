import EssaimDomain
import EssaimWorkflow

// What an answer leaves behind: the report as issued, the acts to bill.

extension PortableTransaction {
    public func report(of request: Identifier<AdviceRequest>, version: Int) throws -> IssuedReport? {
        let sql: SQLText =
            "SELECT request_id, version, issued_at, pdf FROM reports WHERE request_id = ? AND version = ?"
        return try connection.first(sql, [.id(request), .int(version)]) { row in
            var c = Columns(row)
            return IssuedReport(
                request: try c.id(), version: try c.integer(), issuedAt: try c.instant(), bytes: try c.bytes())
        }
    }

    public func reports(of request: Identifier<AdviceRequest>) throws -> [(version: Int, issuedAt: Instant)] {
        let sql: SQLText = "SELECT version, issued_at FROM reports WHERE request_id = ? ORDER BY version"
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return (version: try c.integer(), issuedAt: try c.instant())
        }
    }

    public func keep(_ report: IssuedReport) throws {
        try connection.execute(
            """
            INSERT INTO reports(request_id, version, issued_at, pdf) VALUES (?, ?, ?, ?)
            ON CONFLICT (request_id, version) DO NOTHING
            """,
            [.id(report.request), .int(report.version), .at(report.issuedAt), .bytes(report.bytes)])
    }

    public func acts(of request: Identifier<AdviceRequest>) throws -> [RecordedAct] {
        let sql: SQLText = """
            SELECT id, request_id, code, person_id, amount_cents, performed_at, note, establishment_id, counterpart_id,
                   counterpart_structure_id
            FROM acts WHERE request_id = ? ORDER BY id
            """
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return RecordedAct(
                id: try c.id(), request: try c.id(), code: try c.optionalText(), professional: try c.id(),
                amountCents: try c.integer(), performedAt: try c.instant(), note: try c.text(),
                establishment: try c.optionalID(), counterpart: try c.optionalID(),
                counterpartStructure: try c.optionalID())
        }
    }

    public func insert(_ act: RecordedAct) throws {
        try connection.execute(
            """
            INSERT INTO acts(id, request_id, code, person_id, amount_cents, performed_at, note, establishment_id,
                counterpart_id, counterpart_structure_id, patient_id, pool_id, offer_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT patient_id FROM requests WHERE id = ?),
                (SELECT pool_id FROM requests WHERE id = ?), (SELECT offer_id FROM requests WHERE id = ?))
            """,
            [
                .id(act.id), .id(act.request), .text(act.code), .id(act.professional), .int(act.amountCents),
                .at(act.performedAt),
                .text(act.note), .id(act.establishment), .id(act.counterpart), .id(act.counterpartStructure),
                .id(act.request), .id(act.request), .id(act.request),
            ])
    }
}

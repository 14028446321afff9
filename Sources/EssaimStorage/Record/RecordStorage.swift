import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func marks(of request: Identifier<AdviceRequest>) throws -> [RecordMark] {
        let sql: SQLText =
            "SELECT side, kind, person_id, at FROM record_marks WHERE request_id = ? ORDER BY at, side, kind"
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return RecordMark(
                side: try c.one(of: RecordMark.Side.self), kind: try c.one(of: RecordMark.Kind.self), by: try c.id(),
                at: try c.instant())
        }
    }

    public func filed(
        _ side: RecordMark.Side, among requests: Set<Identifier<AdviceRequest>>
    ) throws -> Set<Identifier<AdviceRequest>> {
        let sql: SQLText = "SELECT request_id FROM record_marks WHERE side = ? AND kind = 'file' AND request_id IN"
        return Set(
            try connection.query(sql, [.raw(side)], anyOf: requests) { row in
                var c = Columns(row)
                return try c.id()
            })
    }

    public func insert(_ mark: RecordMark, on request: Identifier<AdviceRequest>) throws -> Bool {
        let sql: SQLText = """
            INSERT INTO record_marks(request_id, side, kind, person_id, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (request_id, side, kind) DO NOTHING
            """
        return try connection.run(
            sql, [.id(request), .raw(mark.side), .raw(mark.kind), .id(mark.by), .at(mark.at)]) == 1
    }

    public func removeMark(
        _ kind: RecordMark.Kind, of side: RecordMark.Side, on request: Identifier<AdviceRequest>
    ) throws -> Bool {
        try connection.run(
            "DELETE FROM record_marks WHERE request_id = ? AND side = ? AND kind = ?",
            [.id(request), .raw(side), .raw(kind)]) == 1
    }
}

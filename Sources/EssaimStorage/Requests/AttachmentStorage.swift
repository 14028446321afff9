import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func attachments(of request: Identifier<AdviceRequest>) throws -> [Attachment] {
        let sql: SQLText = """
            SELECT id, request_id, slot, name, media_type, byte_count, width, height, stored_as, added_by, added_at,
                   captured_at, withdrawn_at, digest
            FROM attachments WHERE request_id = ? ORDER BY id
            """
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return Attachment(
                id: try c.id(), request: try c.id(), slot: try c.text(), name: try c.text(), mediaType: try c.text(),
                byteCount: try c.integer(), width: try c.integer(), height: try c.integer(), storedAs: try c.text(),
                addedBy: try c.id(), addedAt: try c.instant(), capturedAt: try c.optionalText(),
                withdrawnAt: try c.optionalInstant(), digest: try c.optionalBytes() ?? [])
        }
    }

    public func storedNames(after name: String, limit: Int) throws -> [String] {
        try connection.query(
            "SELECT stored_as FROM attachments WHERE stored_as > ? ORDER BY stored_as LIMIT ?",
            [.text(name), .int(limit)]
        ) { row in
            var c = Columns(row)
            return try c.text()
        }
    }

    public func insert(_ attachment: Attachment) throws {
        try connection.execute(
            """
            INSERT INTO attachments(id, request_id, slot, name, media_type, byte_count, width, height, stored_as, added_by,
                added_at, captured_at, withdrawn_at, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(attachment.id), .id(attachment.request), .text(attachment.slot), .text(attachment.name),
                .text(attachment.mediaType), .int(attachment.byteCount), .int(attachment.width),
                .int(attachment.height),
                .text(attachment.storedAs), .id(attachment.addedBy), .at(attachment.addedAt),
                .text(attachment.capturedAt), .at(attachment.withdrawnAt),
                attachment.digest.isEmpty ? .null : .bytes(attachment.digest),
            ])
    }

    public func removeAttachment(_ id: Identifier<Attachment>) throws {
        try connection.execute("DELETE FROM attachments WHERE id = ?", [.id(id)])
    }

    public func withdrawAttachment(_ id: Identifier<Attachment>, at instant: Instant) throws {
        try connection.execute("UPDATE attachments SET withdrawn_at = ? WHERE id = ?", [.at(instant), .id(id)])
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let columns: SQLText = """
        id, request_id, slot, name, stored_as, sealed_key, sections, media_type, byte_count, width, height, pages,
        captured_at, digest, added_by, added_at, withdrawn_at, quarantined_at
        """

    public func attachments(of request: Identifier<AdviceRequest>) throws -> [Attachment] {
        try connection.query(
            SQLText("SELECT", Self.columns, "FROM attachments WHERE request_id = ? ORDER BY id"), [.id(request)],
            Self.attachment)
    }

    public func attachments(ofAny requests: Set<Identifier<AdviceRequest>>) throws -> [Attachment] {
        try connection.query(
            SQLText("SELECT", Self.columns, "FROM attachments WHERE request_id IN"), anyOf: requests, Self.attachment
        ).sorted { $0.id < $1.id }
    }

    public func unsealedAttachments(limit: Int) throws -> [Attachment] {
        try connection.query(
            SQLText("SELECT", Self.columns, "FROM attachments WHERE sealed_key IS NULL ORDER BY id LIMIT ?"),
            [.int(limit)],
            Self.attachment)
    }

    public func attachments(after id: Identifier<Attachment>?, limit: Int) throws -> [Attachment] {
        try connection.query(
            SQLText("SELECT", Self.columns, "FROM attachments WHERE id > ? ORDER BY id LIMIT ?"),
            [.text(id?.rawValue ?? ""), .int(limit)], Self.attachment)
    }

    private static func attachment(_ row: any SQLRow) throws -> Attachment {
        var c = Columns(row)
        let (id, request): (Identifier<Attachment>, Identifier<AdviceRequest>) = (try c.id(), try c.id())
        let (slot, name) = (try c.text(), try c.text())
        let (storedAs, key, sections) = (try c.text(), try c.optionalBytes() ?? [], try c.optionalText())
        let file = KeptFile(
            storedAs: storedAs, sealedKey: key,
            sections: try sections.map { try StoredJSON.value([FileSection].self, $0) } ?? [],
            mediaType: try c.text(), byteCount: try c.integer(), width: try c.integer(), height: try c.integer(),
            pages: Int(try c.optionalInteger() ?? 1), capturedAt: try c.optionalText(),
            digest: try c.optionalBytes() ?? [])
        return Attachment(
            id: id, request: request, slot: slot, name: name, file: file, addedBy: try c.id(),
            addedAt: try c.instant(), withdrawnAt: try c.optionalInstant(), quarantinedAt: try c.optionalInstant())
    }

    public func storedNames(among names: [String]) throws -> Set<String> {
        Set(
            try connection.query(
                "SELECT stored_as FROM attachments WHERE stored_as IN",
                anyOf: Set(names.map { Identifier<KeptFile>($0) })
            ) { row in
                var c = Columns(row)
                return try c.text()
            })
    }

    public func insert(_ attachment: Attachment) throws {
        let file = attachment.file
        try connection.execute(
            SQLText(
                "INSERT INTO attachments(", Self.columns,
                ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            [.id(attachment.id), .id(attachment.request), .text(attachment.slot), .text(attachment.name)]
                + (try Self.values(file))
                + [
                    .id(attachment.addedBy), .at(attachment.addedAt), .at(attachment.withdrawnAt),
                    .at(attachment.quarantinedAt),
                ])
    }

    public func replaceFile(of id: Identifier<Attachment>, by file: KeptFile) throws {
        try connection.execute(
            """
            UPDATE attachments SET stored_as = ?, sealed_key = ?, sections = ?, media_type = ?, byte_count = ?, width = ?,
                height = ?, pages = ?, captured_at = ?, digest = ?
            WHERE id = ?
            """, try Self.values(file) + [.id(id)])
    }

    /// In the order of the columns, from `stored_as` to `digest`.
    private static func values(_ file: KeptFile) throws -> [SQLValue] {
        [
            .text(file.storedAs), file.sealedKey.isEmpty ? .null : .bytes(file.sealedKey),
            .text(file.sections.isEmpty ? nil : try StoredJSON.text(file.sections)), .text(file.mediaType),
            .int(file.byteCount), .int(file.width), .int(file.height), .int(file.pages), .text(file.capturedAt),
            file.digest.isEmpty ? .null : .bytes(file.digest),
        ]
    }

    public func removeAttachment(_ id: Identifier<Attachment>) throws {
        try connection.execute("DELETE FROM attachments WHERE id = ?", [.id(id)])
    }

    public func withdrawAttachment(_ id: Identifier<Attachment>, at instant: Instant) throws {
        try connection.execute("UPDATE attachments SET withdrawn_at = ? WHERE id = ?", [.at(instant), .id(id)])
    }

    public func release(_ id: Identifier<Attachment>) throws {
        try connection.execute("UPDATE attachments SET quarantined_at = NULL WHERE id = ?", [.id(id)])
    }
}

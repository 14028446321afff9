import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    static let entryColumns: SQLText = """
        SELECT h.id, h.at, h.request_id, h.network_id, h.person_id, h.action, h.outcome, h.payload, h.salt, h.commitment,
               h.record, h.leaf FROM history h
        """

    public func history(of request: Identifier<AdviceRequest>, limit: Int) throws -> [HistoryEntry] {
        let rest: SQLText = "WHERE h.request_id = ? AND h.payload IS NOT NULL ORDER BY h.at, h.id LIMIT ?"
        return try connection.query(SQLText(Self.entryColumns, rest), [.id(request), .int(limit)], decodeEntry)
    }

    public func trail(
        of request: Identifier<AdviceRequest>, before key: HistoryKey?, limit: Int
    ) throws -> [HistoryEntry] {
        let (position, arguments) = Self.before(key)
        let sql = SQLText(
            Self.entryColumns, "WHERE h.request_id = ? AND h.payload IS NOT NULL", position,
            "ORDER BY h.at DESC, h.id DESC LIMIT ?")
        return try connection.query(sql, [.id(request)] + arguments + [.int(limit)], decodeEntry)
    }

    public func lastEntry(
        of actions: [String], on request: Identifier<AdviceRequest>
    ) throws -> HistoryEntry? {
        let sql = SQLText(
            Self.entryColumns,
            """
            WHERE h.request_id = ? AND h.outcome = 'done' AND h.record IS NOT NULL AND h.action = ?
            ORDER BY h.at DESC, h.id DESC LIMIT 1
            """)
        // A handful of words at most, each one range of the demand's own index.
        return try actions.compactMap { try connection.first(sql, [.id(request), .text($0)], decodeEntry) }
            .max { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    /// Identifiers begin with the time: the last of them is the last written.
    public func lastEntryTime() throws -> Instant? {
        try connection.first("SELECT at FROM history ORDER BY id DESC LIMIT 1", []) { row in
            var c = Columns(row)
            return try c.instant()
        }
    }

    public func entry(_ id: Identifier<HistoryEntry>) throws -> HistoryEntry? {
        try connection.first(
            SQLText(Self.entryColumns, "WHERE h.id = ? AND h.payload IS NOT NULL"), [.id(id)], decodeEntry)
    }

    func decodeEntry(_ row: any SQLRow) throws -> HistoryEntry {
        var c = Columns(row)
        return HistoryEntry(
            id: try c.id(), at: try c.instant(), request: try c.optionalID(), network: try c.optionalID(),
            person: try c.optionalID(), action: try c.text(), outcome: try c.text(), payload: try c.text(),
            salt: try c.bytes(), commitment: try c.bytes(), record: try c.optionalText(),
            leaf: try c.optionalInteger().map { Int($0) })
    }

    static func before(_ key: HistoryKey?) -> (SQLText, [SQLValue]) {
        guard let key else { return ("", []) }
        return ("AND (h.at, h.id) < (?, ?)", [.at(key.at), .id(key.id)])
    }

    public func append(_ entry: HistoryEntry) throws {
        try connection.execute(
            """
            INSERT INTO history(id, at, request_id, network_id, person_id, action, outcome, payload, salt, commitment, record)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(entry.id), .at(entry.at), .id(entry.request), .id(entry.network), .id(entry.person),
                .text(entry.action), .text(entry.outcome), .text(entry.payload), .bytes(entry.salt),
                .bytes(entry.commitment), .text(entry.record),
            ])
    }

    public func erase(_ entries: [Identifier<HistoryEntry>]) throws {
        for id in entries {
            // The minute stands in the public leaf already; the rest of the instant goes with the payload.
            try connection.execute(
                """
                UPDATE history SET payload = NULL, salt = NULL, record = NULL, request_id = NULL, network_id = NULL,
                    person_id = NULL, action = 'erased', at = at - at % 60000
                WHERE id = ?
                """, [.id(id)])
        }
    }
}

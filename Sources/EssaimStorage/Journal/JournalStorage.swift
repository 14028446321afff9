import EssaimDomain
import EssaimWorkflow
import TransparencyLog

extension PortableTransaction {
    public func journalHead() throws -> JournalHead? {
        let sql: SQLText = """
            SELECT size, edge, bundle, keeper, kept_until, signed_size, checkpoint FROM journal_head WHERE id = 1
            """
        return try connection.first(sql, []) { row in
            var c = Columns(row)
            guard let edge = TreeEdge(size: try c.integer(), bytes: try c.bytes()) else {
                throw StoreFault.corrupt("the journal's head")
            }
            return JournalHead(
                edge: edge, bundle: try c.bytes(), keeper: try c.optionalText(), keptUntil: try c.optionalInstant(),
                signedSize: try c.integer(), checkpoint: try c.optionalText())
        }
    }

    public func waitingLeaves(limit: Int) throws -> [WaitingLeaf] {
        let sql: SQLText = "SELECT id, at, commitment FROM history WHERE leaf IS NULL ORDER BY id LIMIT ?"
        return try connection.query(sql, [.int(limit)]) { row in
            var c = Columns(row)
            return WaitingLeaf(entry: try c.id(), at: try c.instant(), commitment: try c.bytes())
        }
    }

    public func foundJournal() throws {
        try connection.execute(
            """
            INSERT INTO journal_head(id, size, edge, bundle, signed_size) VALUES (1, 0, ?, ?, 0)
            ON CONFLICT (id) DO NOTHING
            """, [.bytes([]), .bytes([])])
    }

    public func number(_ entry: Identifier<HistoryEntry>, as leaf: Int) throws {
        try connection.execute(
            "UPDATE history SET leaf = ? WHERE id = ? AND leaf IS NULL", [.int(leaf), .id(entry)])
    }

    public func advance(to head: JournalHead, over size: Int) throws -> Bool {
        try connection.run(
            """
            UPDATE journal_head SET size = ?, edge = ?, bundle = ?, keeper = ?, kept_until = ? WHERE id = 1 AND size = ?
            """,
            [
                .int(head.edge.size), .bytes(head.edge.bytes), .bytes(head.bundle), .text(head.keeper),
                .at(head.keptUntil), .int(size),
            ]) == 1
    }

    public func keepCheckpoint(_ note: String, size: Int, over signedSize: Int) throws -> Bool {
        try connection.run(
            "UPDATE journal_head SET checkpoint = ?, signed_size = ? WHERE id = 1 AND signed_size = ? AND size >= ?",
            [.text(note), .int(size), .int(signedSize), .int(size)]) == 1
    }
}

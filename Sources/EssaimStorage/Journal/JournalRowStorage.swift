import EssaimWorkflow

extension PortableTransaction {
    public func journalRows(from first: Int, until end: Int) throws -> [JournalRow] {
        let sql: SQLText = """
            SELECT leaf, at, request_id, network_id, person_id, action, outcome, payload, salt, commitment, record
            FROM history WHERE leaf >= ? AND leaf < ? ORDER BY leaf
            """
        return try connection.query(sql, [.int(first), .int(end)]) { row in
            var c = Columns(row)
            return JournalRow(
                leaf: try c.integer(), at: try c.instant(), request: try c.optionalText(),
                network: try c.optionalText(), person: try c.optionalText(), action: try c.text(),
                outcome: try c.text(), payload: try c.optionalText(), salt: try c.optionalBytes(),
                commitment: try c.bytes(), record: try c.optionalText())
        }
    }

    public func countRows(beyond size: Int) throws -> Int {
        try count("SELECT count(*) FROM history WHERE leaf >= ? OR leaf < 0", [.int(size)])
    }

    public func countTiles() throws -> (tiles: Int, bundles: Int) {
        (
            try count("SELECT count(*) FROM journal_tiles", []), try count("SELECT count(*) FROM journal_bundles", [])
        )
    }

    public func countWaiting() throws -> Int { try count("SELECT count(*) FROM history WHERE leaf IS NULL", []) }

    private func count(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Int {
        try connection.first(sql, arguments) { row in
            var c = Columns(row)
            return try c.integer()
        } ?? 0
    }
}

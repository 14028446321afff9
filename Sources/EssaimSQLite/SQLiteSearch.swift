import EssaimStorage

/// Searching in SQLite: an FTS5 index over `search_documents`, kept by triggers, so that every way of writing the table
/// keeps it. The text stands in the table alone (`content=`), the index without positions (`detail=none`): nobody searches
/// phrases. Its order is the table's, so the newest come first without sorting.
enum SQLiteSearch {
    static let schema = """
        CREATE VIRTUAL TABLE search_index USING fts5(
            words, marks, content='search_documents', content_rowid='position', detail='none',
            tokenize="ascii tokenchars '_'");
        CREATE TRIGGER search_documents_added AFTER INSERT ON search_documents BEGIN
            INSERT INTO search_index(rowid, words, marks) VALUES (new.position, new.words, new.marks);
        END;
        CREATE TRIGGER search_documents_removed AFTER DELETE ON search_documents BEGIN
            INSERT INTO search_index(search_index, rowid, words, marks)
            VALUES ('delete', old.position, old.words, old.marks);
        END;
        CREATE TRIGGER search_documents_changed AFTER UPDATE ON search_documents BEGIN
            INSERT INTO search_index(search_index, rowid, words, marks)
            VALUES ('delete', old.position, old.words, old.marks);
            INSERT INTO search_index(rowid, words, marks) VALUES (new.position, new.words, new.marks);
        END;
        """

    /// FTS5's own language: `("a" OR "b") AND ("c")`.
    static func text(_ terms: SearchTerms) -> String {
        terms.groups.map { group in
            "(" + group.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
        }.joined(separator: " AND ")
    }
}

extension SQLiteStore {
    /// The index notes what was removed, and keeps the word until its parts are merged: it is merged into one, by short
    /// transactions between which others write.
    func forgetWords() async throws {
        var isFirst = true
        while !Task.isCancelled {
            let pages: Int64 = isFirst ? -Self.pagesAtOnce : Self.pagesAtOnce
            let changed = try await writing { connection in
                let before = try Self.changes(connection)
                try connection.execute(
                    "INSERT INTO search_index(search_index, rank) VALUES ('merge', ?)", [.integer(pages)])
                return try Self.changes(connection) - before
            }
            // Its own page of bookkeeping counts as one (sqlite.org/fts5.html, « merge »).
            if changed < 2 { return }
            isFirst = false
        }
    }

    private static let pagesAtOnce: Int64 = 500

    private static func changes(_ connection: any SQLConnection) throws -> Int64 {
        let all: [Int64] = try connection.query("SELECT total_changes()", []) { row in
            if case .integer(let number) = row.value(0) { number } else { 0 }
        }
        return all.first ?? 0
    }
}

extension SQLiteConnection {
    func search(_ terms: SearchTerms, from: Int64, below: Int64, limit: Int) throws -> [SearchHit] {
        try query(
            """
            SELECT d.request_id, d.position FROM search_index JOIN search_documents d ON d.position = search_index.rowid
            WHERE search_index MATCH ? AND search_index.rowid >= ? AND search_index.rowid < ?
            ORDER BY search_index.rowid DESC LIMIT ?
            """,
            [.text(SQLiteSearch.text(terms)), .integer(from), .integer(below), .integer(Int64(limit))], SearchHit.init)
    }
}

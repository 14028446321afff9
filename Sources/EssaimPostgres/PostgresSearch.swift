import EssaimStorage
import EssaimWorkflow

/// Searching in PostgreSQL: a GIN index over the words and marks of `search_documents`. Such an index knows no order, and
/// would gather all that it finds before the newest can be told: it is asked for the last weeks first, by the mark that
/// each document bears of its time, and further back only as long as the page is not full.
enum PostgresSearch {
    /// What the index holds of a document is a function that says what it costs: 12 µs, a thousand comparisons. Written out,
    /// a planner takes it for cheap, walks the table and makes it anew for each row.
    ///
    /// What was written last waits in a list that each search reads whole, up to four times: 0.4 ms for its 512 kB, 4 ms for
    /// the 4 MB that are usual. Shorter, writing would cost more.
    static let schema = """
        CREATE FUNCTION search_vector(words text, marks text) RETURNS tsvector
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000
        AS $$ BEGIN RETURN array_to_tsvector(string_to_array(words || ' ' || marks, ' ')); END $$;
        CREATE INDEX search_words ON search_documents USING gin (search_vector(words, marks))
        WITH (gin_pending_list_limit = 512)
        """

    /// `('a' | 'b') & ('c')`.
    static func text(_ terms: SearchTerms) -> String {
        terms.groups.map { group in
            "(" + group.map { "'\($0)'" }.joined(separator: " | ") + ")"
        }.joined(separator: " & ")
    }
}

extension PostgresConnection {
    func search(_ terms: SearchTerms, from: Int64, below: Int64, limit: Int) throws -> [SearchHit] {
        guard let newest = try newestPosition(below: below) else { return [] }
        var (found, below) = ([SearchHit](), below)
        for window in SearchWindow.all(from: newest) where found.count < limit {
            var bounded = terms
            if !window.marks.isEmpty { bounded.require(anyOf: window.marks) }
            found += try hits(bounded, from: from, below: below, limit: limit - found.count)
            below = min(below, window.start)
        }
        return found
    }

    private func newestPosition(below: Int64) throws -> Int64? {
        try query(
            "SELECT request_id, position FROM search_documents WHERE position < ? ORDER BY position DESC LIMIT 1",
            [.integer(below)], SearchHit.init
        ).first?.position
    }

    /// The sums keep the planner from the index of the positions: walked in their order it costs most where least is found,
    /// and met with the words' it gathers every document of the window.
    private func hits(_ terms: SearchTerms, from: Int64, below: Int64, limit: Int) throws -> [SearchHit] {
        try query(
            """
            SELECT request_id, position FROM search_documents
            WHERE search_vector(words, marks) @@ CAST(? AS tsquery)
            AND position + 0 >= ? AND position + 0 < ? ORDER BY position + 0 DESC LIMIT ?
            """,
            [.text(PostgresSearch.text(terms)), .integer(from), .integer(below), .integer(Int64(limit))],
            SearchHit.init)
    }
}

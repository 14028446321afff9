import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    /// Pages looked through for one page of demands that the reader may see: marks and visibility rarely differ.
    private static let mostRounds = 4

    public func found(
        _ question: SearchQuestion, by reader: Identifier<Person>, before: Int64?, limit: Int
    ) throws -> SearchFindings {
        guard let caller = try caller(reader) else { return SearchFindings(rows: [], next: nil) }
        let terms = Self.terms(question, SearchMark.all(of: caller))
        guard !terms.isImpossible else { return SearchFindings(rows: [], next: nil) }
        let since = question.sentSince.map(SearchPlace.first) ?? 0
        var (rows, below) = ([WorklistRow](), before ?? .max)
        for _ in 0..<Self.mostRounds {
            let wanted = limit + 1 - rows.count
            let hits = try connection.search(terms, from: since, below: below, limit: wanted)
            let ids = Set(hits.map { Identifier<AdviceRequest>($0.request) })
            // An archived demand is found by its number: a search without words is a list.
            let visible = try self.rows(anyOf: ids, visibleTo: reader, archived: !question.words.isEmpty)
            for hit in hits {
                if rows.count == limit { return SearchFindings(rows: rows, next: below) }
                if let row = visible[Identifier(hit.request)] { rows.append(row) }
                below = hit.position
            }
            if hits.count < wanted { return SearchFindings(rows: rows, next: nil) }
        }
        return SearchFindings(rows: rows, next: below)
    }

    private static func terms(_ question: SearchQuestion, _ scope: [SearchMark]) -> SearchTerms {
        var terms = SearchTerms()
        terms.require(anyOf: scope.map(\.text))
        for word in question.words { terms.require(anyOf: [word]) }
        if let standing = question.standing { terms.require(anyOf: [SearchMark.standing(standing).text]) }
        if let offer = question.offer { terms.require(anyOf: [SearchMark.offer(offer).text]) }
        return terms
    }

    public func unindexed(after id: Identifier<AdviceRequest>?, limit: Int) throws -> [AdviceRequest] {
        let ids: [Identifier<AdviceRequest>] = try connection.query(
            """
            SELECT r.id FROM requests r WHERE r.id > ? AND r.submitted_at IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM search_documents d WHERE d.request_id = r.id) ORDER BY r.id LIMIT ?
            """, [.text(id?.rawValue ?? ""), .int(limit)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
        return try ids.compactMap(requestForJob)
    }

    public func index(_ document: SearchDocument) throws {
        let (words, marks) = (SQLValue.text(document.words), SQLValue.text(document.marks))
        let changed = try connection.run(
            "UPDATE search_documents SET words = ?, marks = ? WHERE request_id = ?",
            [words, marks, .id(document.request)])
        if changed > 0 { return }
        var position = SearchPlace.wanted(by: document)
        while try connection.exists("SELECT 1 FROM search_documents WHERE position = ?", [.integer(position)]) {
            position += 1
        }
        try connection.execute(
            "INSERT INTO search_documents(position, request_id, words, marks) VALUES (?, ?, ?, ?)",
            [.integer(position), .id(document.request), words, marks])
    }

    public func mark(_ request: Identifier<AdviceRequest>, as marks: String) throws {
        try connection.execute(
            "UPDATE search_documents SET marks = ? WHERE request_id = ?", [.text(marks), .id(request)])
    }
}

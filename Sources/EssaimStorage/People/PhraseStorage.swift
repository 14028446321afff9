import EssaimDomain
import EssaimWorkflow

/// Every statement names whose phrases: nobody reads or changes another's.
extension PortableTransaction {
    private static var phraseColumns: SQLText { "SELECT id, shortcut, title, text FROM phrases WHERE person_id = ?" }

    public func phrases(of person: Identifier<Person>, after shortcut: String, limit: Int) throws -> [Phrase] {
        try connection.query(
            Self.phraseColumns + " AND shortcut > ? ORDER BY shortcut LIMIT ?",
            [.id(person), .text(shortcut), .int(limit)], phrase)
    }

    public func usualPhrases(of person: Identifier<Person>, limit: Int) throws -> [Phrase] {
        try connection.query(
            Self.phraseColumns + " ORDER BY uses DESC, shortcut LIMIT ?", [.id(person), .int(limit)], phrase)
    }

    public func phrase(_ id: Identifier<Phrase>, of person: Identifier<Person>) throws -> Phrase? {
        try connection.first(Self.phraseColumns + " AND id = ?", [.id(person), .id(id)], phrase)
    }

    public func phrase(under shortcut: String, of person: Identifier<Person>) throws -> Identifier<Phrase>? {
        try connection.first(
            "SELECT id FROM phrases WHERE person_id = ? AND shortcut = ?", [.id(person), .text(shortcut)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
    }

    public func phraseCount(of person: Identifier<Person>, upTo limit: Int) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM (SELECT 1 FROM phrases WHERE person_id = ? LIMIT ?) AS counted",
            [.id(person), .int(limit)]
        ) { row in
            var c = Columns(row)
            return try c.integer()
        } ?? 0
    }

    public func insert(_ phrase: Phrase, of person: Identifier<Person>) throws {
        let (id, content) = (phrase.id, phrase.content)
        try connection.execute(
            "INSERT INTO phrases(id, person_id, shortcut, title, text, uses) VALUES (?, ?, ?, ?, ?, 0)",
            [.id(id), .id(person), .text(content.shortcut), .text(content.title), .text(content.text)])
    }

    public func change(_ phrase: Phrase, of person: Identifier<Person>) throws {
        let content = phrase.content
        try connection.execute(
            "UPDATE phrases SET shortcut = ?, title = ?, text = ? WHERE person_id = ? AND id = ?",
            [.text(content.shortcut), .text(content.title), .text(content.text), .id(person), .id(phrase.id)])
    }

    public func remove(_ id: Identifier<Phrase>, of person: Identifier<Person>) throws {
        try connection.execute("DELETE FROM phrases WHERE person_id = ? AND id = ?", [.id(person), .id(id)])
    }

    public func countUse(of phrases: Set<Identifier<Phrase>>, by person: Identifier<Person>) throws {
        for id in phrases.sorted() {
            try connection.execute(
                "UPDATE phrases SET uses = uses + 1 WHERE person_id = ? AND id = ?", [.id(person), .id(id)])
        }
    }

    private func phrase(_ row: any SQLRow) throws -> Phrase {
        var c = Columns(row)
        return Phrase(
            id: try c.id(),
            content: Phrase.Content(shortcut: try c.text(), title: try c.text(), text: try c.text()))
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func keptSearch(_ token: String, of person: Identifier<Person>, since: Instant) throws -> String? {
        try connection.first(
            "SELECT words FROM kept_searches WHERE token = ? AND person_id = ? AND made_at >= ?",
            [.text(token), .id(person), .at(since)]
        ) { row in
            var c = Columns(row)
            return try c.text()
        }
    }

    public func keepSearch(_ words: String, as token: String, of person: Identifier<Person>, at now: Instant) throws {
        try connection.execute(
            "INSERT INTO kept_searches(token, person_id, words, made_at) VALUES (?, ?, ?, ?)",
            [.text(token), .id(person), .text(words), .at(now)])
    }

    public func forgetSearches(before: Instant) throws {
        try connection.execute("DELETE FROM kept_searches WHERE made_at < ?", [.at(before)])
    }
}

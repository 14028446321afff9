import Foundation

/// A statement as the server received it, with its values; nil for NULL.
struct RecordedStatement: Equatable {
    var sql: String
    var values: [String?]
}

typealias RecordedTransaction = [RecordedStatement]

/// The very statements of a piece of work, as the server's log tells them.
enum Recording {
    /// - Returns: the transactions of `work`, in the order of their ends. Nothing else of ours may run meanwhile.
    static func of(_ database: MeasuredDatabase, _ work: () async throws -> Void) async throws -> [RecordedTransaction]
    {
        try await database.run("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()")
        // Each server process learns of it between two statements.
        try await Task.sleep(for: .milliseconds(500))
        let start = try database.log.end()
        try await work()
        // A read is answered before its ROLLBACK.
        try await Task.sleep(for: .milliseconds(500))
        let transactions = transactions(try database.log.entries(since: start))
        try await database.run("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()")
        try await Task.sleep(for: .milliseconds(500))
        guard !transactions.isEmpty else {
            throw Settings.Fault(description: "the server's log tells of no transaction")
        }
        return transactions
    }

    static func transactions(_ entries: [ServerLog.Entry]) -> [RecordedTransaction] {
        var open: [String: RecordedTransaction] = [:]
        var ended: [RecordedTransaction] = []
        var last: String?
        for entry in entries where entry.application == "essaim" {
            if entry.level == "LOG", let sql = sql(entry.text) {
                last = sql.hasPrefix("BEGIN") || open[entry.process] != nil ? entry.process : nil
                guard last != nil else { continue }
                open[entry.process, default: []].append(RecordedStatement(sql: sql, values: []))
                if sql == "COMMIT" || sql == "ROLLBACK" {
                    ended.append(open.removeValue(forKey: entry.process) ?? [])
                    last = nil
                }
            } else if entry.level == "DETAIL", entry.process == last, let at = open[entry.process]?.indices.last {
                open[entry.process]?[at].values = values(entry.text)
            }
        }
        return ended
    }

    /// `execute s1: SELECT 1` or `statement: ROLLBACK`.
    private static func sql(_ text: String) -> String? {
        guard text.hasPrefix("execute ") || text.hasPrefix("statement: "), let colon = text.firstRange(of: ": ") else {
            return nil
        }
        return String(text[colon.upperBound...])
    }

    /// `parameters: $1 = 'it''s', $2 = NULL`.
    static func values(_ text: String) -> [String?] {
        var values: [String?] = []
        var rest = text[...]
        while let equals = rest.firstRange(of: " = ") {
            rest = rest[equals.upperBound...]
            guard rest.first == "'" else {
                values.append(nil)
                continue
            }
            rest = rest.dropFirst()
            var value = ""
            while let quote = rest.firstIndex(of: "'") {
                value += rest[..<quote]
                rest = rest[rest.index(after: quote)...]
                guard rest.first == "'" else { break }
                value += "'"
                rest = rest.dropFirst()
            }
            values.append(value)
        }
        return values
    }
}

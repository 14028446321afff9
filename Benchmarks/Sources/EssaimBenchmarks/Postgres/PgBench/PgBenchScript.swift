import Foundation

/// A pgbench script that runs recorded transactions, each time on other data: one transaction a turn, in their order.
struct PgBenchScript {
    /// A value that was recorded, and the SQL that says it for the turn's own data.
    struct Marker {
        let value: String
        let sql: String
    }

    let text: String
    /// Values that are the same each time: they go as parameters, as ours do.
    let variables: [String: String]

    /// - Parameters:
    ///   - settings: `\set` lines that give the turn its data, `:turn` being how many this client has begun; they name `d`,
    ///     a number of the turn's own, where ids are made.
    init(_ transactions: [RecordedTransaction], settings: [String], markers: [Marker]) {
        var values = Values(markers: markers)
        var lines = ["\\set turn :i / \(transactions.count)", "\\set step :i % \(transactions.count)"] + settings
        let bodies = transactions.map { transaction in
            transaction.map { Self.statement($0, &values) + ";" }
        }
        lines += values.fresh.sorted { $0.value < $1.value }.map { text, number in
            // Version 4 is drawn, version 7 follows the time: so does where their index entries go.
            let isDrawn = text.dropFirst(14).first == "4"
            return "\\set fresh\(number) " + (isDrawn ? "abs(hash(:d, \(number)))" : ":d * 100 + \(number)")
        }
        for (step, body) in bodies.enumerated() {
            lines.append("\\\(step == 0 ? "if" : "elif") :step = \(step)")
            lines += body
        }
        // Last: a turn that is run again is the same one.
        lines += ["\\endif", "\\set i :i + 1"]
        text = lines.joined(separator: "\n") + "\n"
        variables = values.constants.reduce(into: ["i": "0"]) { $0["c\($1.value)"] = $1.key }
    }

    /// `$1` and the like by what stands for their values.
    private static func statement(_ statement: RecordedStatement, _ values: inout Values) -> String {
        var sql = statement.sql
        for (position, value) in statement.values.enumerated().reversed() {
            sql = sql.replacing("$\(position + 1)", with: values.sql(value))
        }
        return sql
    }
}

/// What stands for each recorded value.
private struct Values {
    let markers: [PgBenchScript.Marker]
    private(set) var constants: [String: Int] = [:]
    /// Ids that the work made up: made up anew each time.
    private(set) var fresh: [String: Int] = [:]

    /// A UUID.
    private static var madeUp: Regex<Substring> { /[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/ }

    init(markers: [PgBenchScript.Marker]) { self.markers = markers.sorted { $0.value.count > $1.value.count } }

    mutating func sql(_ value: String?) -> String {
        guard let value else { return "NULL" }
        if value.isEmpty { return "''" }
        let parts = parts(value[...])
        return parts.count == 1 ? parts[0] : "(" + parts.map { $0 + "::text" }.joined(separator: " || ") + ")"
    }

    private mutating func parts(_ text: Substring) -> [String] {
        if text.isEmpty { return [] }
        if let match = text.firstMatch(of: Self.madeUp) {
            let number = fresh[String(match.output)] ?? fresh.count + 1
            fresh[String(match.output)] = number
            return parts(text[..<match.range.lowerBound]) + [":fresh\(number)"]
                + parts(text[match.range.upperBound...])
        }
        for marker in markers {
            if let range = text.ranges(of: marker.value).first(where: { isWhole($0, in: text) }) {
                return parts(text[..<range.lowerBound]) + [marker.sql] + parts(text[range.upperBound...])
            }
        }
        let number = constants[String(text)] ?? constants.count + 1
        constants[String(text)] = number
        return [":c\(number)"]
    }

    /// No letter or digit before or after: `pool-1` is no part of `pool-17`.
    private func isWhole(_ range: Range<Substring.Index>, in text: Substring) -> Bool {
        func isPart(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }
        return !isPart(text[..<range.lowerBound].last) && !isPart(text[range.upperBound...].first)
    }
}

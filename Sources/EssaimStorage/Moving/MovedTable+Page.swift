import EssaimWorkflow

/// How much of a table is read, held and written at a time.
package struct MoveLimits: Sendable {
    package var rows: Int
    /// Texts and bytes together; a single row may be more.
    package var bytes: Int

    package init(rows: Int = 1_000, bytes: Int = 4 << 20) {
        self.rows = rows
        self.bytes = bytes
    }
}

/// Rows of one table that follow each other in the order of its key.
struct MovePage: Sendable {
    let rows: [[SQLValue]]
    let bytes: Int
    /// Nothing follows.
    let isLast: Bool
}

extension MovedTable {
    /// The rows after a key, within limits: weighed first, for a result is held whole by some engines.
    func page(
        after last: [SQLValue]?, within limits: MoveLimits, on connection: any SQLConnection, _ dialect: MoveDialect
    ) throws -> MovePage {
        let keys = SQLText.list(key.map { names[$0] })
        let following: SQLText = "(" + keys + ") > (" + .list(key.map { _ in "?" }) + ")"
        let end = SQLText("FROM", table, "WHERE", isMoved, "AND", last == nil ? "TRUE" : following, "ORDER BY", keys)
        let weights = try connection.query(
            SQLText("SELECT", weight(dialect), end, "LIMIT ?"), (last ?? []) + [.int(limits.rows)]
        ) { row in
            var columns = Columns(row)
            return try columns.integer()
        }
        var (count, bytes) = (0, 0)
        for weight in weights {
            if count > 0, bytes + weight > limits.bytes { break }
            count += 1
            bytes += weight
        }
        let rows = try connection.query(
            SQLText("SELECT", .list(names), end, "LIMIT ?"), (last ?? []) + [.int(count)], values)
        // A text that another program wrote may hold what no reader of ours gives back whole, such as a NUL.
        for (row, weight) in zip(rows, weights) where row.reduce(0, { $0 + $1.weight }) != weight {
            throw StoreFault.corrupt("\(name) holds a text that cannot be read whole")
        }
        return MovePage(rows: rows, bytes: bytes, isLast: count == weights.count && count < limits.rows)
    }

    private func weight(_ dialect: MoveDialect) -> SQLText {
        zip(names, columns).filter { $1.kind == .text || $1.kind == .bytes }
            .reduce("CAST(0 AS BIGINT)") { sum, column in
                sum + " + coalesce(" + dialect.weight(column.0, column.1.kind) + ", 0)"
            }
    }

    /// A row's values, each of its column's kind.
    private func values(_ row: any SQLRow) throws -> [SQLValue] {
        try columns.enumerated().map { position, column in
            let value = row.value(position)
            switch (value, column.kind) {
            case (.null, _), (.text, .text), (.integer, .integer), (.boolean, .boolean), (.bytes, .bytes): return value
            case (.integer(0), .boolean): return .boolean(false)
            case (.integer(1), .boolean): return .boolean(true)
            default: throw StoreFault.corrupt("\(name).\(column.name) is no \(column.kind)")
            }
        }
    }
}

extension SQLValue {
    /// Bytes of a text or of bytes, as `MoveDialect.weight` counts them.
    fileprivate var weight: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        case .null, .integer, .boolean: 0
        }
    }
}

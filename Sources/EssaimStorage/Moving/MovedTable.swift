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

/// One table with its statements: the same on both engines, but for how a value is weighed.
struct MovedTable: Sendable {
    let name: String
    private let columns: [Catalogue.Column]
    /// Where the key's columns stand among `columns`.
    private let key: [Int]
    private let table: SQLText
    private let names: [SQLText]

    init(_ name: String, _ columns: [Catalogue.Column], key: [String]) throws {
        self.name = name
        self.columns = columns
        self.key = key.compactMap { part in columns.firstIndex { $0.name == part } }
        guard let table = SQLText(name: name) else { throw MoveFault.unsafeName(name) }
        self.table = table
        names = try columns.map { column in
            guard let text = SQLText(name: column.name) else { throw MoveFault.unsafeName(column.name) }
            return text
        }
    }

    /// A copy's marks are its own (`MoveMark`).
    private var isMoved: SQLText { name == "settings" ? "name NOT IN ('move', 'moved')" : "TRUE" }

    var insert: SQLText {
        SQLText(
            "INSERT INTO", table, "(" + .list(names) + ")", "VALUES", "(" + .list(names.map { _ in "?" }) + ")")
    }

    func key(of row: [SQLValue]) -> [SQLValue] { key.map { row[$0] } }

    /// How many rows there are to move.
    func count(on connection: any SQLConnection) throws -> Int {
        try connection.first(SQLText("SELECT count(*) FROM", table, "WHERE", isMoved), []) { row in
            var columns = Columns(row)
            return try columns.integer()
        } ?? 0
    }

    /// Not a row, of the move's marks neither.
    func isEmpty(on connection: any SQLConnection) throws -> Bool {
        try !connection.exists(SQLText("SELECT 1 FROM", table, "LIMIT 1"), [])
    }

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
        // A text that another program wrote may hold what no reader of ours gives back whole: a NUL, no UTF-8.
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

extension SQLText {
    /// Parts with commas between.
    fileprivate static func list(_ parts: [SQLText]) -> SQLText {
        parts.dropFirst().reduce(parts.first ?? "") { $0 + ", " + $1 }
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

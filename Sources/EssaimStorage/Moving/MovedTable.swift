import EssaimWorkflow

/// One table with its statements: the same on both engines, but for how a value is weighed.
struct MovedTable: Sendable {
    let name: String
    let columns: [Catalogue.Column]
    /// Where the key's columns stand among `columns`.
    let key: [Int]
    let table: SQLText
    let names: [SQLText]
    let insert: SQLText

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
        insert = SQLText(
            "INSERT INTO", table, "(" + .list(names) + ")", "VALUES", "(" + .list(names.map { _ in "?" }) + ")")
    }

    /// A copy's marks are its own (`MoveMark`).
    var isMoved: SQLText { name == "settings" ? "name NOT IN ('move', 'moved')" : "TRUE" }

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
}

extension SQLText {
    /// Parts with commas between.
    static func list(_ parts: [SQLText]) -> SQLText {
        parts.dropFirst().reduce(parts.first ?? "") { $0 + ", " + $1 }
    }
}

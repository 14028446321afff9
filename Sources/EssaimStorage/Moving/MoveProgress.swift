import EssaimWorkflow

/// How far a move has come, table by table: rows of the target, written in the transaction of the chunk that they tell of,
/// so that what arrived and what is said to have arrived are never two things.
struct MoveProgress: Sendable {
    /// Made when a move begins, dropped when it was verified: while it stands, the target is not whole.
    static let table = "migration_progress"

    let name: String
    let source: String
    /// Of the last row that arrived.
    var key: [SQLValue]?
    var rows: Int
    var isCopied: Bool

    /// Makes the table, in the transaction that found the target empty.
    static func create(on connection: any SQLConnection, _ dialect: MoveDialect) throws {
        let type = { dialect.types[$0] ?? "" }
        try connection.execute(
            SQLText(
                "CREATE TABLE migration_progress(table_name", type(.text), "PRIMARY KEY, source", type(.text),
                "NOT NULL, last_key", type(.bytes), ", row_count", type(.integer), "NOT NULL, is_copied",
                type(.boolean), "NOT NULL)"),
            [])
    }

    static func drop(on connection: any SQLConnection) throws {
        try connection.execute("DROP TABLE migration_progress", [])
    }

    static func all(on connection: any SQLConnection) throws -> [MoveProgress] {
        try connection.query("SELECT table_name, source, row_count, is_copied, last_key FROM migration_progress", []) {
            row in
            var columns = Columns(row)
            return MoveProgress(
                name: try columns.text(), source: try columns.text(), key: try Self.key(row.value(4)),
                rows: try columns.integer(), isCopied: try columns.boolean())
        }
    }

    private static func key(_ value: SQLValue) throws -> [SQLValue]? {
        switch value {
        case .null: nil
        case .bytes(let bytes): try CanonicalRow.values(bytes)
        default: throw StoreFault.corrupt("last_key holds no bytes")
        }
    }

    /// Nothing of this table yet.
    static func none(of table: String, from source: String) -> MoveProgress {
        MoveProgress(name: table, source: source, key: nil, rows: 0, isCopied: false)
    }

    func insert(on connection: any SQLConnection) throws {
        try connection.execute(
            "INSERT INTO migration_progress(table_name, source, last_key, row_count, is_copied) VALUES (?, ?, ?, ?, ?)",
            [
                .text(name), .text(source), key.map { .bytes(CanonicalRow.bytes($0)) } ?? .null, .int(rows),
                .boolean(isCopied),
            ])
    }

    /// Puts this in the place of what stood before.
    /// - Throws: `MoveFault.another` when something else stands there by now: two moves at once.
    func replace(_ before: MoveProgress, on connection: any SQLConnection) throws {
        let changed = try connection.run(
            """
            UPDATE migration_progress SET last_key = ?, row_count = ?, is_copied = ?
            WHERE table_name = ? AND source = ? AND row_count = ? AND NOT is_copied
            """,
            [
                key.map { .bytes(CanonicalRow.bytes($0)) } ?? .null, .int(rows), .boolean(isCopied), .text(name),
                .text(before.source), .int(before.rows),
            ])
        guard changed == 1 else { throw MoveFault.another }
    }
}

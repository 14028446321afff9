import EssaimStorage
import EssaimWorkflow
import GRDB

extension MoveDialect {
    /// What a move needs to know of SQLite: its catalogue, read from its own pragmas (https://www.sqlite.org/pragma.html).
    fileprivate static var sqlite: MoveDialect {
        MoveDialect(
            columns: """
                SELECT t.name, c.name, c.type, c.pk FROM pragma_table_list t JOIN pragma_table_info(t.name) c
                WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'
                ORDER BY t.name, c.cid
                """,
            parents: """
                SELECT t.name, f."table" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
                WHERE t.schema = 'main' AND t.type = 'table'
                """,
            kinds: ["TEXT": .text, "INTEGER": .integer, "INT": .integer, "BLOB": .bytes],
            types: [.text: "TEXT", .integer: "INTEGER", .boolean: "INTEGER", .bytes: "BLOB"],
            hasBooleans: false,
            // The length of bytes stands in the row's head; a text's is that of its characters, hence the cast.
            weight: { $1 == .bytes ? "length(" + $0 + ")" : "length(CAST(" + $0 + " AS BLOB))" })
    }
}

extension SQLiteReading: TableSource {
    package var moving: MoveDialect { .sqlite }
}

extension SQLiteStore: MovableEngine {
    package var moving: MoveDialect { .sqlite }

    /// A folder whose data went elsewhere, or have not all come yet, is not opened to be served.
    static func checkMarks(_ pool: DatabasePool, in folder: String) throws {
        let (moved, hasProgress) = try translated {
            try pool.read { database in
                (
                    try String.fetchOne(
                        database, sql: "SELECT value FROM settings WHERE name = ?", arguments: [MoveMark.moved]),
                    try database.tableExists("migration_progress")
                )
            }
        }
        let undo = "sqlite3 '\(folder)/essaim.db' \"DELETE FROM settings WHERE name = 'moved'\""
        if let fault = MoveMark.refusal(moved: moved, undo: undo, hasProgress: hasProgress) { throw fault }
    }
}

import EssaimStorage
import GRDB

/// SQLite's spelling of the schema, and the table of steps that ran.
struct SQLiteSchema: SchemaTarget {
    let pool: DatabasePool

    var dialect: DDLDialect {
        DDLDialect(
            int: "INTEGER", text: "TEXT", bool: "INTEGER", bytes: "BLOB", strict: " STRICT",
            searchIndex: SQLiteSearch.schema)
    }

    func applied() throws -> [String] {
        try translated {
            try pool.write { database in
                try database.execute(
                    sql: """
                        CREATE TABLE IF NOT EXISTS schema_steps(
                            position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT
                        """)
                return try String.fetchAll(database, sql: "SELECT name FROM schema_steps ORDER BY position")
            }
        }
    }

    func apply(_ name: String, _ statements: [String]) throws {
        try translated {
            try pool.write { database in
                for statement in statements { try database.execute(sql: statement) }
                try database.execute(sql: "INSERT INTO schema_steps(name) VALUES (?)", arguments: [name])
            }
        }
    }
}

import EssaimPostgres
import Foundation
import GRDB
import Synchronization

/// Reads and changes a database behind the product's back, whatever its engine.
package protocol DatabaseLook: Sendable {
    /// The rows of a statement, every value as text, NULL as nil.
    func rows(_ sql: String) throws -> [[String?]]
    /// Changes what no command of the product changes yet.
    func execute(_ sql: String) throws
    /// Names of the product's tables.
    func tables() throws -> [String]
    /// The column that tells the order in which rows were written.
    var order: String { get }
    func close() throws
}

extension DatabaseLook {
    /// The first column of a statement's rows.
    package func texts(_ sql: String) throws -> [String] { try rows(sql).map { ($0.first ?? nil) ?? "null" } }
}

struct SQLiteLook: DatabaseLook {
    private let reader: DatabaseQueue
    private let writer: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        reader = try DatabaseQueue(path: path, configuration: configuration)
        writer = try DatabaseQueue(path: path)
    }

    var order: String { "rowid" }

    func rows(_ sql: String) throws -> [[String?]] {
        try reader.read { database in
            try Row.fetchAll(database, sql: sql).map { row in row.map { Self.text($1) } }
        }
    }

    func execute(_ sql: String) throws { try writer.write { try $0.execute(sql: sql) } }

    /// Not what an index keeps for itself.
    func tables() throws -> [String] {
        try texts(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema' ORDER BY name"
        )
    }

    func close() throws {
        try reader.close()
        try writer.close()
    }

    private static func text(_ value: DatabaseValue) -> String? {
        switch value.storage {
        case .null: nil
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let data): String(decoding: data, as: UTF8.self)
        }
    }
}

/// A server's connection is one thread's at a time: the lock is held for each statement.
final class PostgresLook: DatabaseLook {
    private let console: Mutex<PostgresConsole>

    init(_ console: sending PostgresConsole) { self.console = Mutex(console) }

    /// Not where a row stands, which an update changes: ids of one process sort as they were made.
    var order: String { "id" }

    func rows(_ sql: String) throws -> [[String?]] { try console.withLock { try $0.run(sql) } }
    func execute(_ sql: String) throws { try console.withLock { _ = try $0.run(sql) } }

    func tables() throws -> [String] {
        // `write_tokens` grows by one at each write, refused ones too: the engine's own, not the product's.
        try texts(
            """
            SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'write_tokens' ORDER BY tablename
            """)
    }

    func close() throws {}
}

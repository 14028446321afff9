import Foundation
import GRDB

/// The folder's tables, read beside the server through a connection of their own.
struct Ledger: Sendable {
    private let reader: DatabaseQueue
    private let writer: DatabaseQueue

    /// Opens a folder that the server has already made.
    init(folder: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        reader = try DatabaseQueue(path: folder + "/essaim.db", configuration: configuration)
        writer = try DatabaseQueue(path: folder + "/essaim.db")
    }

    /// How many rows each table holds.
    func counts() throws -> RowCounts {
        try reader.read { database in
            let each = try Self.tables(database).map { "SELECT '\($0)', count(*) FROM \($0)" }
            let sql = each.joined(separator: " UNION ALL ")
            let rows = try Row.fetchAll(database, sql: sql).map { row in (row[0] as String, row[1] as Int) }
            return RowCounts(Dictionary(rows) { $1 })
        }
    }

    /// Every value of every row of one table, as text: to look for what must not be there, or to compare.
    func dump(_ table: String) throws -> [String] {
        try reader.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1").map { row in
                row.map { column, value in "\(column)=\(Self.text(value))" }.joined(separator: " ")
            }
        }
    }

    /// Every table but those that a reading may add to.
    func dumpAll(but spared: Set<String> = []) throws -> [String] {
        let tables = try reader.read(Self.tables)
        return try tables.filter { !spared.contains($0) }.flatMap { table in
            try dump(table).map { "\(table): \($0)" }
        }
    }

    /// The history's entries in the order they were written: `request.take refused`.
    func history() throws -> [String] {
        try reader.read { try String.fetchAll($0, sql: "SELECT action || ' ' || outcome FROM history ORDER BY rowid") }
    }

    /// Changes the folder behind the server's back, where no command of the product does it yet.
    func execute(_ sql: String) throws { try writer.write { try $0.execute(sql: sql) } }

    func close() throws {
        try reader.close()
        try writer.close()
    }

    private static func tables(_ database: Database) throws -> [String] {
        try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    }

    private static func text(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .null: "null"
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let data): String(decoding: data, as: UTF8.self)
        }
    }
}

/// How many rows each table held at one moment.
struct RowCounts: Equatable {
    private let counts: [String: Int]

    init(_ counts: [String: Int]) { self.counts = counts }

    subscript(table: String) -> Int { counts[table] ?? 0 }

    /// The tables that changed, with by how much.
    func difference(to later: RowCounts) -> [String: Int] {
        Set(counts.keys).union(later.counts.keys).reduce(into: [:]) { changes, table in
            let change = later[table] - self[table]
            if change != 0 { changes[table] = change }
        }
    }
}

import Foundation
import GRDB

/// What the folder's tables hold, read beside the server through a connection of its own.
struct RowCounts: Equatable, CustomStringConvertible {
    private let counts: [String: Int]
    private let folder: String

    init(folder: String) throws {
        self.folder = folder
        counts = try Self.read(folder) { database in
            try Self.tables(database).reduce(into: [:]) { counts, table in
                counts[table] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
        }
    }

    subscript(table: String) -> Int { counts[table] ?? 0 }

    /// The tables that changed, with by how much.
    func difference(to later: RowCounts) -> [String: Int] {
        Set(counts.keys).union(later.counts.keys).reduce(into: [:]) { changes, table in
            let change = later[table] - self[table]
            if change != 0 { changes[table] = change }
        }
    }

    var description: String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    static func == (a: RowCounts, b: RowCounts) -> Bool { a.counts == b.counts }

    /// Every value of every row of one table, as text: to look for what must not be there, or to compare.
    static func dump(_ table: String, in folder: String) throws -> [String] {
        try read(folder) { database in
            try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1").map { row in
                row.map { column, value in "\(column)=\(Self.text(value))" }.joined(separator: " ")
            }
        }
    }

    /// Every table but those that a reading may add to.
    static func dumpAll(but spared: Set<String> = [], in folder: String) throws -> [String] {
        let tables = try read(folder, tables)
        return try tables.filter { !spared.contains($0) }.flatMap { table in
            try dump(table, in: folder).map { "\(table): \($0)" }
        }
    }

    /// The history's entries in the order they were written: `request.take refused`.
    static func history(in folder: String) throws -> [String] {
        try read(folder) {
            try String.fetchAll($0, sql: "SELECT action || ' ' || outcome FROM history ORDER BY rowid")
        }
    }

    /// Changes the folder behind the server's back, where no command of the product does it yet.
    static func execute(_ sql: String, in folder: String) throws {
        try DatabaseQueue(path: folder + "/essaim.db").write { try $0.execute(sql: sql) }
    }

    private static func read<T>(_ folder: String, _ work: (Database) throws -> T) throws -> T {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: folder + "/essaim.db", configuration: configuration).read(work)
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

/// SQL written once for every engine, with `?` for each value. Made of literals only: nothing typed by a person can become SQL.
public struct SQLText: ExpressibleByStringLiteral, Hashable, Sendable {
    public let text: String

    public init(stringLiteral text: StaticString) { self.text = String(describing: text) }

    private init(joined text: String) { self.text = text }

    /// One statement made of parts that stand in the source.
    public init(_ parts: SQLText...) { text = parts.map(\.text).joined(separator: " ") }

    public static func + (a: SQLText, b: SQLText) -> SQLText { SQLText(joined: a.text + b.text) }
}

/// A value bound to a `?`, or read from a column.
public enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case text(String)
    case boolean(Bool)
    case bytes([UInt8])
}

/// A row of a result, its columns in the order of the SELECT, from 0.
public protocol SQLRow {
    /// The column's value; booleans come as the engine keeps them and are read by `Columns.boolean`.
    func value(_ column: Int) -> SQLValue
}

/// One transaction on one engine: synchronous, on one thread.
public protocol SQLConnection: AnyObject {
    /// Runs a statement; the number of rows it changed.
    @discardableResult
    func run(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Int
    func query<T>(_ sql: SQLText, _ arguments: [SQLValue], _ row: (any SQLRow) throws -> T) throws -> [T]
}

extension SQLConnection {
    func first<T>(_ sql: SQLText, _ arguments: [SQLValue], _ row: (any SQLRow) throws -> T) throws -> T? {
        try query(sql, arguments, row).first
    }

    func exists(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Bool {
        try !query(sql, arguments) { _ in true }.isEmpty
    }
}

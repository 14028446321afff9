/// SQL written once for every engine, with `?` for each value. Made of literals only: nothing typed by a person can become SQL.
public struct SQLText: ExpressibleByStringLiteral, Hashable, Sendable {
    public let text: String

    public init(stringLiteral text: StaticString) { self.text = String(describing: text) }

    private init(joined text: String) { self.text = text }

    /// One statement made of parts that stand in the source.
    public init(_ parts: SQLText...) { text = parts.map(\.text).joined(separator: " ") }

    /// The name of a table or a column, as a catalogue gives it; nil unless it is made of a-z, digits and `_` alone.
    package init?(name: String) {
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 == 0x5F || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }) else {
            return nil
        }
        text = name
    }

    /// `(?, ?, …)`, as many as values are bound.
    static func list(_ count: Int) -> SQLText {
        SQLText(joined: "(" + repeatElement("?", count: count).joined(separator: ", ") + ")")
    }

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
///
/// The first fault dooms it: every later statement throws that fault again, and so does the transaction's end. Going on
/// after a refused row is something that SQLite allows and PostgreSQL does not, so no engine of ours does.
public protocol SQLConnection: AnyObject {
    /// Runs a statement whose result nobody needs. An engine may keep it to send it with what follows: its fault then comes
    /// with a later statement, or with the end.
    func execute(_ sql: SQLText, _ arguments: [SQLValue]) throws
    /// Runs a statement; the number of rows it changed.
    func run(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Int
    func query<T>(_ sql: SQLText, _ arguments: [SQLValue], _ row: (any SQLRow) throws -> T) throws -> [T]
    /// Ends a SELECT of rows that other workers want too: `FOR UPDATE SKIP LOCKED` where there are other writers.
    var skippingLocked: SQLText { get }
    /// Asks the engine's own index of `search_documents`: what holds all terms, its position within those bounds, the
    /// highest first.
    func search(_ terms: SearchTerms, from: Int64, below: Int64, limit: Int) throws -> [SearchHit]
}

extension SQLConnection {
    func first<T>(_ sql: SQLText, _ arguments: [SQLValue], _ row: (any SQLRow) throws -> T) throws -> T? {
        try query(sql, arguments, row).first
    }

    func exists(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Bool {
        try !query(sql, arguments) { _ in true }.isEmpty
    }
}

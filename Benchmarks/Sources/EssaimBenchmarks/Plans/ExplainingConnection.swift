import EssaimStorage
import Foundation
import GRDB

/// Runs the product's own statements on a second, reading connection, and keeps how SQLite means to carry each one out.
final class ExplainingConnection: SQLConnection {
    struct Plan {
        let sql: String
        let steps: [String]
    }

    private let database: Database
    private(set) var plans: [Plan] = []

    init(_ database: Database) { self.database = database }

    var skippingLocked: SQLText { "" }

    func execute(_ sql: SQLText, _ arguments: [SQLValue]) throws {
        throw Settings.Fault(description: "a list writes")
    }

    func run(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Int {
        throw Settings.Fault(description: "a list writes")
    }

    func query<T>(_ sql: SQLText, _ arguments: [SQLValue], _ row: (any SQLRow) throws -> T) throws -> [T] {
        let bound = StatementArguments(arguments.map(Self.databaseValue))
        let steps = try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql.text, arguments: bound)
        plans.append(Plan(sql: sql.text, steps: steps.map { $0["detail"] }))
        return try Row.fetchAll(database, sql: sql.text, arguments: bound).map { try row(PlainRow(row: $0)) }
    }

    func search(_ terms: SearchTerms, from: Int64, below: Int64, limit: Int) throws -> [SearchHit] {
        throw Settings.Fault(description: "a list searches")
    }

    private static func databaseValue(_ value: SQLValue) -> DatabaseValue {
        switch value {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .boolean(let truth): truth.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}

private struct PlainRow: SQLRow {
    let row: Row

    func value(_ column: Int) -> SQLValue {
        let value: DatabaseValue = row[column]
        return switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .integer(Int64(number))
        case .string(let text): .text(text)
        case .blob(let data): .bytes([UInt8](data))
        }
    }
}

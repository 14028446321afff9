import EssaimStorage
import EssaimWorkflow
import Foundation
import GRDB

/// One transaction of GRDB, seen as the portable connection. Statements are prepared once per connection.
final class SQLiteConnection: SQLConnection {
    private let database: Database
    private var doom: StoreFault?

    init(_ database: Database) { self.database = database }

    /// Runs a transaction's work, and holds it to its first fault.
    static func carryOut<T>(_ work: (any SQLConnection) throws -> T, in database: Database) throws -> T {
        let connection = SQLiteConnection(database)
        let value = try work(connection)
        if let doom = connection.doom { throw doom }
        return value
    }

    /// One writer: nobody else's locks to skip.
    var skippingLocked: SQLText { "" }

    func execute(_ sql: SQLText, _ arguments: [SQLValue]) throws { _ = try run(sql, arguments) }

    func run(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Int {
        try attempt {
            try database.cachedStatement(sql: sql.text).execute(arguments: try bound(arguments))
            return database.changesCount
        }
    }

    func query<T>(_ sql: SQLText, _ arguments: [SQLValue], _ row: (any SQLRow) throws -> T) throws -> [T] {
        try attempt {
            let statement = try database.cachedStatement(sql: sql.text)
            let cursor = try Row.fetchCursor(statement, arguments: try bound(arguments))
            var out: [T] = []
            while let next = try cursor.next() { out.append(try row(SQLiteRow(row: next))) }
            return out
        }
    }

    private func attempt<T>(_ statement: () throws -> T) throws -> T {
        if let doom { throw doom }
        do {
            return try translated(statement)
        } catch let fault as StoreFault {
            doom = fault
            throw fault
        }
    }

    private func bound(_ arguments: [SQLValue]) throws -> StatementArguments {
        StatementArguments(
            try arguments.map { value -> DatabaseValue in
                switch value {
                case .null: .null
                case .integer(let number): number.databaseValue
                case .text(let text):
                    // SQLite's C strings end there: the rest would be lost in silence, and two keys would be one.
                    if text.utf8.contains(0) {
                        throw StoreFault.failed("a text holds a NUL")
                    } else {
                        text.databaseValue
                    }
                case .boolean(let truth): truth.databaseValue
                case .bytes(let bytes): Data(bytes).databaseValue
                }
            })
    }
}

private struct SQLiteRow: SQLRow {
    let row: Row

    func value(_ column: Int) -> SQLValue {
        let value: DatabaseValue = row[column]
        return switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        case .blob(let data): .bytes([UInt8](data))
        case .double(let number): .integer(Int64(number))
        }
    }
}

/// Errors of GRDB in the store's own words.
func translated<T>(_ work: () throws -> T) throws -> T {
    do {
        return try work()
    } catch let error as DatabaseError {
        switch (error.extendedResultCode, error.resultCode) {
        case (.SQLITE_CONSTRAINT_UNIQUE, _), (.SQLITE_CONSTRAINT_PRIMARYKEY, _):
            throw StoreFault.duplicate(error.message ?? "")
        case (.SQLITE_IOERR_FSYNC, _), (.SQLITE_IOERR_DIR_FSYNC, _):
            throw StoreFault.notSynced
        case (_, .SQLITE_FULL), (_, .SQLITE_IOERR):
            throw StoreFault.full
        default:
            // The message names tables and columns; values stay out of it.
            throw StoreFault.failed("SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")")
        }
    }
}

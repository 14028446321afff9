import EssaimStorage
import EssaimWorkflow

/// One transaction, seen as the portable connection.
///
/// What needs no answer waits, and goes to the server with the next statement that does: `BEGIN` with the first read, the
/// last inserts with `COMMIT`. A command pays a round trip for each thing that it must know, not for each that it says.
final class PostgresConnection: SQLConnection {
    private let link: PostgresLink
    private var waiting: [PostgresStatement]
    /// What doomed the transaction, as the server said it.
    private(set) var doom: (any Error)?
    /// Something was asked: there is a transaction to end.
    private(set) var hasBegun = false

    /// More than any command needs; bounded so that what waits always fits the socket (`PostgresLink.together`).
    private static let mostWaiting = 64

    init(_ link: PostgresLink, beginning: SQLText) {
        self.link = link
        waiting = [PostgresStatement(beginning)]
    }

    var skippingLocked: SQLText { "FOR UPDATE SKIP LOCKED" }

    func execute(_ sql: SQLText, _ arguments: [SQLValue]) throws {
        try attempt {
            hasBegun = true
            waiting.append(PostgresStatement(sql, arguments))
            if waiting.count >= Self.mostWaiting { _ = try send() }
        }
    }

    func run(_ sql: SQLText, _ arguments: [SQLValue]) throws -> Int {
        try attempt { try send(PostgresStatement(sql, arguments)).affected }
    }

    func query<T>(_ sql: SQLText, _ arguments: [SQLValue], _ row: (any SQLRow) throws -> T) throws -> [T] {
        try attempt {
            let result = try send(PostgresStatement(sql, arguments))
            return try (0..<result.count).map { try row(PostgresRow(result: result, row: $0)) }
        }
    }

    /// Ends the transaction, with `last` as its last statements. What was refused before is thrown again.
    func end(_ last: [PostgresStatement]) throws -> PostgresResult {
        if let doom { throw doom }
        waiting += last
        return try send()
    }

    private func send(_ statement: PostgresStatement? = nil) throws -> PostgresResult {
        hasBegun = true
        defer { waiting.removeAll(keepingCapacity: true) }
        if let statement, waiting.isEmpty { return try link.run(statement) }
        return try link.together(waiting + (statement.map { [$0] } ?? []))
    }

    /// In the store's own words, for the work.
    private static func told(_ error: any Error) -> any Error { (error as? PostgresFault)?.storeFault ?? error }

    private func attempt<T>(_ statement: () throws -> T) throws -> T {
        if let doom { throw Self.told(doom) }
        do {
            return try statement()
        } catch {
            // A row may be read by a statement of its own: the innermost fault is the one.
            doom = doom ?? error
            throw Self.told(error)
        }
    }
}

import Crypto
import EssaimWorkflow
import Foundation
import Synchronization

/// What a copy of every table is made of, in this order: the shape, then for each table its rows and its figure.
package enum CopyPiece: Sendable {
    /// The schema's steps, tables, columns and keys, as JSON: what `CopyIn` begins with.
    case shape([UInt8])
    /// Rows that follow each other by their key, each as `CanonicalRow` writes it.
    case rows(table: String, [[UInt8]])
    case ended(table: String, TableFigure)
}

/// Gives every table out as it stands in one snapshot, whatever is written meanwhile.
package struct CopyOut: Sendable {
    let source: any TableSource
    let limits: MoveLimits

    package init(of source: any TableSource, limits: MoveLimits = MoveLimits()) {
        self.source = source
        self.limits = limits
    }

    /// The database went away while it was read, so that its snapshot is gone: nothing can go on from there.
    package struct Interrupted: Error {}

    /// - Parameter take: what is done with each piece; it may block.
    /// - Returns: the names of the files that the snapshot's rows bear.
    /// - Throws: what `take` threw, `Interrupted`, `MoveFault`, `StoreFault`.
    package func run(_ take: @escaping @Sendable (CopyPiece) throws -> Void) async throws -> [String] {
        let (dialect, limits) = (source.moving, limits)
        let isBegun = Mutex(false)
        return try await source.reading { connection in
            // An engine may run a read again on another connection; what was given out cannot be taken back.
            let wasBegun = isBegun.withLock { begun in
                defer { begun = true }
                return begun
            }
            if wasBegun { throw Interrupted() }
            let catalogue = try Catalogue.read(connection, dialect)
            let plan = try MovePlan(from: catalogue, to: catalogue)
            try take(.shape(Array(JSONEncoder().encode(catalogue))))
            for table in plan.tables {
                try Self.give(table, within: limits, on: connection, dialect, to: take)
            }
            return try connection.query("SELECT stored_as FROM attachments ORDER BY id", []) { row in
                var columns = Columns(row)
                return try columns.text()
            }
        }
    }

    private static func give(
        _ table: MovedTable, within limits: MoveLimits, on connection: any SQLConnection, _ dialect: MoveDialect,
        to take: (CopyPiece) throws -> Void
    ) throws {
        var count = CopyCount()
        var last: [SQLValue]?
        while true {
            let page = try table.page(after: last, within: limits, on: connection, dialect)
            let rows = page.rows.map(CanonicalRow.bytes)
            for row in rows { count.add(row) }
            if !rows.isEmpty { try take(.rows(table: table.name, rows)) }
            last = page.rows.last.map(table.key(of:))
            if page.isLast { return try take(.ended(table: table.name, count.figure)) }
        }
    }
}

/// A table's figure as its rows pass.
package struct CopyCount {
    private var hash = SHA256()
    private var rows = 0

    package init() {}

    package mutating func add(_ row: [UInt8]) {
        hash.update(data: row)
        rows += 1
    }

    package var figure: TableFigure { TableFigure(rows: rows, digest: Array(hash.finalize())) }
}

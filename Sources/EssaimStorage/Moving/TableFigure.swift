import Crypto

/// What a table holds, in short: how many rows, and SHA-256 over them in the order of their key (`CanonicalRow`).
package struct TableFigure: Sendable, Equatable {
    package let rows: Int
    package let digest: [UInt8]
}

/// A table's figure on each side.
package struct TableVerdict: Sendable, Equatable {
    package let table: String
    package let source: TableFigure
    package let target: TableFigure

    package var isEqual: Bool { source == target }
}

extension TableFigure {
    /// Reads the whole table, a page at a time. Nobody writes to either side while it is compared; whoever did would be
    /// found out.
    static func measured(
        _ table: MovedTable, in engine: any MovableEngine, within limits: MoveLimits
    ) async throws -> TableFigure {
        var hash = SHA256()
        var rows = 0
        var last: [SQLValue]?
        let dialect = engine.moving
        while true {
            let after = last
            let page = try await engine.reading { try table.page(after: after, within: limits, on: $0, dialect) }
            var bytes: [UInt8] = []
            for row in page.rows {
                bytes.removeAll(keepingCapacity: true)
                CanonicalRow.append(row, to: &bytes)
                hash.update(data: bytes)
            }
            rows += page.rows.count
            last = page.rows.last.map(table.key(of:))
            if page.isLast { return TableFigure(rows: rows, digest: Array(hash.finalize())) }
        }
    }
}

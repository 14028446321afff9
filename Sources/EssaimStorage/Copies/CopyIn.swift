import EssaimWorkflow
import Foundation

/// Puts a copy's rows into an empty engine, of either kind. Until `finish`, the engine is marked as one whose data have not
/// all come, and nobody serves it.
package actor CopyIn {
    private let target: any MovableEngine
    private let tables: [String: MovedTable]
    private let order: [MovedTable]
    private var counts: [String: CopyCount] = [:]

    /// How many steps of the schema a copy was made with.
    /// - Returns: nil when it comes from a later version of Essaim, or another product.
    package static func steps(_ steps: [String]) -> Int? {
        let known = Migration.all.map(\.name)
        return !steps.isEmpty && steps.count <= known.count && steps.elementsEqual(known.prefix(steps.count))
            ? steps.count : nil
    }

    /// Begins in an engine whose schema has the copy's steps.
    /// - Throws: `MoveFault`: another schema, or rows that stand there. Nothing was written then.
    package init(_ shape: [UInt8], to target: any MovableEngine) async throws {
        guard let source = try? JSONDecoder().decode(Catalogue.self, from: Data(shape)) else {
            throw StoreFault.corrupt("the copy's shape")
        }
        let dialect = target.moving
        let id = "copy \(UUID().uuidString)"
        let plan = try await target.writing { connection in
            let plan = try MovePlan(from: source, to: try Catalogue.read(connection, dialect))
            guard try !Catalogue.read(connection, dialect).hasProgress else { throw MoveFault.another }
            _ = try Mover.begin(plan, id, on: connection, dialect)
            return plan
        }
        self.target = target
        order = plan.tables
        tables = Dictionary(uniqueKeysWithValues: plan.tables.map { ($0.name, $0) })
        for table in plan.tables { counts[table.name] = CopyCount() }
    }

    /// Rows as `CopyOut` gave them, in one transaction.
    package func add(_ rows: [[UInt8]], to name: String) async throws {
        guard let table = tables[name] else { throw MoveFault.missingTable(name, on: .target) }
        let values = try rows.map { try table.fitting(try CanonicalRow.values($0)) }
        for row in values { counts[name]?.add(CanonicalRow.bytes(row)) }
        try await target.writing { connection in
            for row in values { try connection.execute(table.insert, row) }
        }
    }

    /// Reads every table again and compares it with what was put in; then the engine is whole. Everyone signs in anew: a
    /// session that was ended after the copy was made must not come back with it.
    package func finish() async throws {
        var different: [String] = []
        for table in order {
            let there = try await TableFigure.measured(table, in: target, within: MoveLimits())
            if there != counts[table.name]?.figure { different.append(table.name) }
        }
        guard different.isEmpty else { throw MoveFault.differs(different) }
        try await target.writing { connection in
            try connection.execute("DELETE FROM sessions", [])
            try MoveProgress.drop(on: connection)
        }
    }
}

extension MovedTable {
    /// A copied row as this engine keeps it: a boolean may have been kept as 0 or 1.
    fileprivate func fitting(_ row: [SQLValue]) throws -> [SQLValue] {
        guard row.count == columns.count else { throw StoreFault.corrupt("a row of \(name)") }
        return zip(row, columns).map { value, column in
            switch (value, column.kind) {
            case (.integer(0), .boolean): .boolean(false)
            case (.integer(1), .boolean): .boolean(true)
            default: value
            }
        }
    }
}

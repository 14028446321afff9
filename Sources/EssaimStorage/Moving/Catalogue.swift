import EssaimWorkflow

/// The product's tables as an engine's own catalogue gives them, and the schema's steps: no list of tables is kept by hand.
struct Catalogue: Sendable, Codable {
    struct Table: Sendable, Codable {
        let name: String
        var columns: [Column] = []
        /// Columns of the primary key, in its order.
        var key: [String] = []
        /// Tables that must have their rows before this one.
        var parents: Set<String> = []
    }

    struct Column: Sendable, Codable {
        let name: String
        let kind: ColumnKind
    }

    var tables: [String: Table] = [:]
    var steps: [String] = []
    let hasBooleans: Bool
    /// A move to this engine has begun, and is not finished.
    var hasProgress = false

    /// The engines' own, and the move's: never moved, never compared.
    private static let notMoved: Set<String> = ["schema_steps", "write_tokens", MoveProgress.table]

    static func read(_ connection: any SQLConnection, _ dialect: MoveDialect) throws -> Catalogue {
        var catalogue = Catalogue(hasBooleans: dialect.hasBooleans)
        var keys: [String: [(place: Int, column: String)]] = [:]
        for fact in try connection.query(dialect.columns, [], Fact.init) {
            if fact.table == MoveProgress.table { catalogue.hasProgress = true }
            if notMoved.contains(fact.table) { continue }
            guard let kind = dialect.kinds[fact.type] else {
                throw MoveFault.unknownType(table: fact.table, column: fact.column, type: fact.type)
            }
            catalogue.tables[fact.table, default: Table(name: fact.table)].columns
                .append(Column(name: fact.column, kind: kind))
            if fact.keyPlace > 0 { keys[fact.table, default: []].append((fact.keyPlace, fact.column)) }
        }
        for (table, columns) in keys {
            catalogue.tables[table]?.key = columns.sorted { $0.place < $1.place }.map(\.column)
        }
        for (child, parent) in try connection.query(dialect.parents, [], Self.pair) where child != parent {
            catalogue.tables[child]?.parents.insert(parent)
        }
        catalogue.steps = try connection.query("SELECT name FROM schema_steps ORDER BY position", []) { row in
            var columns = Columns(row)
            return try columns.text()
        }
        return catalogue
    }

    private static func pair(_ row: any SQLRow) throws -> (String, String) {
        var columns = Columns(row)
        return (try columns.text(), try columns.text())
    }

    /// One row of `MoveDialect.columns`.
    private struct Fact {
        let table, column, type: String
        let keyPlace: Int

        init(_ row: any SQLRow) throws {
            var columns = Columns(row)
            (table, column, type) = (try columns.text(), try columns.text(), try columns.text())
            keyPlace = Int(try columns.optionalInteger() ?? 0)
        }
    }
}

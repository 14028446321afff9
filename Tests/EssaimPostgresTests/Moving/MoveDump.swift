import EssaimTestSupport

/// All rows of a database, table by table, for comparing two engines: sorted, and by their bytes, for Swift's `==` takes
/// two spellings of « é » for one.
struct MoveDump: Equatable {
    private(set) var tables: [String: [[UInt8]]] = [:]

    /// What is not the product's data, and the marks of a move.
    init(_ look: any DatabaseLook) throws {
        for table in try look.tables() where table != "schema_steps" && table != "migration_progress" {
            let condition = table == "settings" ? "WHERE name NOT IN ('move', 'moved')" : ""
            tables[table] = try look.rows("SELECT * FROM \(table) \(condition)").map(Self.bytes)
                .sorted { $0.lexicographicallyPrecedes($1) }
        }
        try look.close()
    }

    var rowCount: Int { tables.values.reduce(0) { $0 + $1.count } }

    private static func bytes(_ row: [String?]) -> [UInt8] {
        row.flatMap { value -> [UInt8] in
            guard let value else { return [0] }
            return [1] + "\(value.utf8.count):".utf8 + value.utf8
        }
    }
}

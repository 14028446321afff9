/// An engine whose data can be moved to another, or come from it.
package protocol MovableEngine: StorageEngine, TableSource {}

/// What a column holds, whatever its engine calls it.
package enum ColumnKind: String, Sendable, Codable {
    case text, integer, boolean, bytes
}

/// Where engines differ for a move: their catalogues, and three words of SQL.
package struct MoveDialect: Sendable {
    /// SELECT of table, column, type, place in the primary key (from 1; 0 or NULL outside it), in the order of the columns.
    let columns: SQLText
    /// SELECT of a table and one that it points to.
    let parents: SQLText
    /// Kinds by the catalogue's names of types.
    let kinds: [String: ColumnKind]
    /// Types as DDL spells them.
    let types: [ColumnKind: SQLText]
    /// False where a boolean is kept as an integer, 0 or 1.
    let hasBooleans: Bool
    /// The bytes of a text or bytes column's value, as an expression that does not read them where that can be had.
    let weight: @Sendable (SQLText, ColumnKind) -> SQLText

    package init(
        columns: SQLText, parents: SQLText, kinds: [String: ColumnKind], types: [ColumnKind: SQLText],
        hasBooleans: Bool, weight: @escaping @Sendable (SQLText, ColumnKind) -> SQLText
    ) {
        self.columns = columns
        self.parents = parents
        self.kinds = kinds
        self.types = types
        self.hasBooleans = hasBooleans
        self.weight = weight
    }
}

/// Which tables move, parents first, once both sides were found to say the same.
struct MovePlan: Sendable {
    let tables: [MovedTable]

    /// - Throws: `MoveFault`, naming the first table or column that one side has and the other has not, or otherwise.
    init(from source: Catalogue, to target: Catalogue) throws {
        guard source.steps == target.steps else {
            throw MoveFault.otherSchema(source: source.steps.last ?? "", target: target.steps.last ?? "")
        }
        for name in target.tables.keys.sorted() where source.tables[name] == nil {
            throw MoveFault.missingTable(name, on: .source)
        }
        for name in source.tables.keys.sorted() where target.tables[name] == nil {
            throw MoveFault.missingTable(name, on: .target)
        }
        tables = try Self.ordered(source.tables).map { table in
            guard let twin = target.tables[table.name] else { throw MoveFault.missingTable(table.name, on: .target) }
            return try MovedTable(
                table.name, try Self.columns(of: table, in: source, and: twin, in: target), key: table.key)
        }
    }

    /// Parents first, otherwise by name. A table that points to itself stands where it is: its rows go in the order of
    /// their keys, and the schema refuses one that would come before its parent.
    private static func ordered(_ tables: [String: Catalogue.Table]) throws -> [Catalogue.Table] {
        var left = tables.values.sorted { $0.name < $1.name }
        var out: [Catalogue.Table] = []
        var placed: Set<String> = []
        while !left.isEmpty {
            guard let next = left.firstIndex(where: { $0.parents.isSubset(of: placed) }) else {
                throw MoveFault.cycle(left.map(\.name))
            }
            placed.insert(left[next].name)
            out.append(left.remove(at: next))
        }
        return out
    }

    private static func columns(
        of table: Catalogue.Table, in source: Catalogue, and twin: Catalogue.Table, in target: Catalogue
    ) throws -> [Catalogue.Column] {
        let names = Set(table.columns.map(\.name))
        for column in twin.columns where !names.contains(column.name) {
            throw MoveFault.missingColumn(table: table.name, column: column.name, on: .source)
        }
        let columns = try table.columns.map { column in
            guard let other = twin.columns.first(where: { $0.name == column.name }) else {
                throw MoveFault.missingColumn(table: table.name, column: column.name, on: .target)
            }
            guard let kind = kind(column.kind, source.hasBooleans, other.kind, target.hasBooleans) else {
                throw MoveFault.otherKind(table: table.name, column: column.name)
            }
            return Catalogue.Column(name: column.name, kind: kind)
        }
        guard table.key == twin.key else { throw MoveFault.otherKey(table: table.name) }
        guard !table.key.isEmpty else { throw MoveFault.noKey(table: table.name) }
        return columns
    }

    /// What both say; where one engine keeps booleans as integers, what the other says of them.
    private static func kind(
        _ one: ColumnKind, _ oneHasBooleans: Bool, _ other: ColumnKind, _ otherHasBooleans: Bool
    ) -> ColumnKind? {
        if one == other { return one }
        if one == .integer, !oneHasBooleans, other == .boolean { return .boolean }
        if other == .integer, !otherHasBooleans, one == .boolean { return .boolean }
        return nil
    }
}

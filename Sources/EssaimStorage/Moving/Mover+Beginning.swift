extension Mover {
    /// The target holds what an earlier run of this very move brought: its progress. Or it is empty: nil.
    static func progress(
        _ plan: MovePlan, _ id: String, on connection: any SQLConnection, _ dialect: MoveDialect
    ) throws -> [MoveProgress]? {
        if try Catalogue.read(connection, dialect).hasProgress {
            let progress = try MoveProgress.all(on: connection)
            guard progress.allSatisfy({ $0.source == id }) else { throw MoveFault.another }
            return progress
        }
        for table in plan.tables {
            guard try table.isEmpty(on: connection) else { throw MoveFault.notEmpty(table: table.name) }
        }
        return nil
    }

    /// How far each table has come, by its name.
    static func begin(
        _ plan: MovePlan, _ id: String, on connection: any SQLConnection, _ dialect: MoveDialect
    ) throws -> [String: MoveProgress] {
        let before = try Self.progress(plan, id, on: connection, dialect)
        if before == nil { try MoveProgress.create(on: connection, dialect) }
        var progress: [String: MoveProgress] = [:]
        for one in before ?? [] { progress[one.name] = one }
        for table in plan.tables where progress[table.name] == nil {
            let none = MoveProgress.none(of: table.name, from: id)
            try none.insert(on: connection)
            progress[table.name] = none
        }
        return progress
    }
}

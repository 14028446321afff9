import EssaimWorkflow

extension Mover {
    /// Copies what has not arrived yet; the number of rows that have.
    func copy(_ plan: MovePlan, _ progress: [String: MoveProgress]) async throws -> Int {
        var counts: [String: Int] = [:]
        for table in plan.tables { counts[table.name] = try await source.reading { try table.count(on: $0) } }
        let arrived = progress.values.reduce(0) { $0 + $1.rows }
        report(.began(tables: plan.tables.count, rows: counts.values.reduce(0, +), arrived: arrived))
        var rows = 0
        for table in plan.tables {
            guard let begun = progress[table.name] else { throw MoveFault.another }
            let ended = try await copy(table, from: begun, of: counts[table.name] ?? 0)
            report(.copied(table: table.name, rows: ended.rows))
            rows += ended.rows
        }
        return rows
    }

    private func copy(_ table: MovedTable, from begun: MoveProgress, of count: Int) async throws -> MoveProgress {
        var at = begun
        while !at.isCopied {
            let page = try await naming(table.name) { try await self.page(of: table, after: at) }
            let next = MoveProgress(
                name: at.name, source: at.source, key: page.rows.last.map(table.key(of:)) ?? at.key,
                rows: at.rows + page.rows.count, isCopied: page.isLast)
            let before = at
            try await naming(table.name) {
                try await target.writing { connection in
                    for row in page.rows { try connection.execute(table.insert, row) }
                    try next.replace(before, on: connection)
                }
            }
            at = next
            let chunk = (rows: page.rows.count, bytes: page.bytes)
            report(.chunk(table: table.name, rows: chunk.rows, bytes: chunk.bytes, arrived: at.rows, of: count))
        }
        return at
    }

    private func page(of table: MovedTable, after progress: MoveProgress) async throws -> MovePage {
        let (limits, dialect) = (limits, source.moving)
        return try await source.reading { try table.page(after: progress.key, within: limits, on: $0, dialect) }
    }

    /// Compares every table, each side read whole by itself; all are told before the first difference stops the move.
    func compare(_ plan: MovePlan) async throws {
        var different: [String] = []
        for table in plan.tables {
            report(.comparing(table: table.name))
            let verdict = try await naming(table.name) {
                async let here = TableFigure.measured(table, in: source, within: limits)
                async let there = TableFigure.measured(table, in: target, within: limits)
                return TableVerdict(table: table.name, source: try await here, target: try await there)
            }
            report(.compared(verdict))
            if !verdict.isEqual { different.append(table.name) }
        }
        guard different.isEmpty else { throw MoveFault.differs(different) }
    }

    /// The target is whole: what told that it was not goes. Nothing to do when an earlier run did it.
    func finish(from id: String?) async throws {
        let dialect = target.moving
        try await target.writing { connection in
            guard try Catalogue.read(connection, dialect).hasProgress,
                try MoveProgress.all(on: connection).allSatisfy({ $0.source == id })
            else { return }
            try MoveProgress.drop(on: connection)
        }
    }

    /// Says in which table a row was refused.
    private func naming<T>(_ table: String, _ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let fault as StoreFault {
            switch fault {
            case .duplicate, .corrupt, .failed: throw MoveFault.refused(table: table, fault)
            case .full, .notSynced, .owned, .unsafe, .unavailable: throw fault
            }
        }
    }
}

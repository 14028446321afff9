import EssaimTestSupport

/// The database's tables, read beside the server through a connection of their own.
struct Ledger: Sendable {
    let look: any DatabaseLook

    /// What reading leaves: that it was read, how many patients one opened, what the circle knows of.
    static let ofReading: Set<String> = ["history", "patient_reads", "emergency_notices_read"]

    /// How many rows each table holds.
    func counts() throws -> RowCounts {
        let each = try look.tables().map { "SELECT '\($0)', count(*) FROM \($0)" }
        let rows = try look.rows(each.joined(separator: " UNION ALL "))
        return RowCounts(Dictionary(rows.map { ($0[0] ?? "", Int($0[1] ?? "") ?? 0) }) { $1 })
    }

    /// Every value of every row of one table, as text: to look for what must not be there, or to compare.
    func dump(_ table: String) throws -> [String] {
        try look.rows("SELECT * FROM \(table) ORDER BY 1").map { row in
            row.map { $0 ?? "null" }.joined(separator: " ")
        }
    }

    /// Every table but those that a reading may add to.
    func dumpAll(but spared: Set<String> = []) throws -> [String] {
        try look.tables().filter { !spared.contains($0) }.flatMap { table in
            try dump(table).map { "\(table): \($0)" }
        }
    }

    /// The history's entries in the order they were written: `request.take refused`.
    func history() throws -> [String] {
        try look.texts("SELECT action || ' ' || outcome FROM history ORDER BY \(look.order)")
    }

    /// Changes the database behind the server's back, where no command of the product does it yet.
    func execute(_ sql: String) throws { try look.execute(sql) }

    func close() throws { try look.close() }
}

/// How many rows each table held at one moment.
struct RowCounts: Equatable {
    private let counts: [String: Int]

    init(_ counts: [String: Int]) { self.counts = counts }

    subscript(table: String) -> Int { counts[table] ?? 0 }

    /// Whether nothing changed but that pages may have been shown, and that this was written.
    func onlyShowPages(to later: RowCounts) -> Bool {
        Set(difference(to: later).keys).isSubset(of: Ledger.ofReading)
    }

    /// The tables that changed, with by how much.
    func difference(to later: RowCounts) -> [String: Int] {
        Set(counts.keys).union(later.counts.keys).reduce(into: [:]) { changes, table in
            let change = later[table] - self[table]
            if change != 0 { changes[table] = change }
        }
    }
}

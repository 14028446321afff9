import EssaimWorkflow
import TransparencyLog

// The keys that signed, who holds our heads outside, and whose heads are held here.

extension PortableTransaction {
    public func journalKeys() throws -> [JournalKey] {
        try connection.query("SELECT position, verifier, since, handover FROM journal_keys ORDER BY position", []) {
            row in
            var c = Columns(row)
            return JournalKey(
                position: try c.integer(), verifier: try c.text(), since: try c.integer(),
                handover: try c.optionalText())
        }
    }

    public func insert(_ key: JournalKey) throws {
        try connection.execute(
            "INSERT INTO journal_keys(position, verifier, since, handover) VALUES (?, ?, ?, ?)",
            [.int(key.position), .text(key.verifier), .int(key.since), .text(key.handover)])
    }

    public func holdings() throws -> [JournalHolding] {
        try connection.query("SELECT holder, size, at, answer FROM journal_holders ORDER BY holder", []) { row in
            var c = Columns(row)
            return JournalHolding(
                holder: try c.text(), size: try c.integer(), at: try c.instant(), answer: try c.optionalText())
        }
    }

    public func keep(_ holding: JournalHolding) throws {
        try connection.execute(
            """
            INSERT INTO journal_holders(holder, size, at, answer) VALUES (?, ?, ?, ?)
            ON CONFLICT (holder) DO UPDATE SET size = excluded.size, at = excluded.at, answer = excluded.answer
            """, [.text(holding.holder), .int(holding.size), .at(holding.at), .text(holding.answer)])
    }

    public func heldCheckpoint(of origin: String) throws -> HeldCheckpoint? {
        try connection.first(
            "SELECT origin, size, root, checkpoint, at FROM held_checkpoints WHERE origin = ?", [.text(origin)]
        ) { row in
            var c = Columns(row)
            let origin = try c.text()
            let size = try c.integer()
            guard let root = MerkleHash(try c.bytes()) else { throw StoreFault.corrupt("a held root") }
            return HeldCheckpoint(
                origin: origin, size: size, root: root, checkpoint: try c.text(), at: try c.instant())
        }
    }

    public func keep(_ held: HeldCheckpoint) throws {
        try connection.execute(
            """
            INSERT INTO held_checkpoints(origin, size, root, checkpoint, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (origin) DO UPDATE SET size = excluded.size, root = excluded.root,
                checkpoint = excluded.checkpoint, at = excluded.at
            """,
            [.text(held.origin), .int(held.size), .bytes(held.root.bytes), .text(held.checkpoint), .at(held.at)])
    }
}

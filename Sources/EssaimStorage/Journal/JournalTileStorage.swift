import EssaimWorkflow

// Full tiles and full bundles: written once, never changed.

extension PortableTransaction {
    public func journalTile(level: Int, number: Int) throws -> [UInt8]? {
        try connection.first(
            "SELECT bytes FROM journal_tiles WHERE level = ? AND number = ?", [.int(level), .int(number)], Self.bytes)
    }

    public func journalBundle(_ number: Int) throws -> [UInt8]? {
        try connection.first("SELECT bytes FROM journal_bundles WHERE number = ?", [.int(number)], Self.bytes)
    }

    public func keepTile(level: Int, number: Int, _ bytes: [UInt8]) throws {
        try connection.execute(
            "INSERT INTO journal_tiles(level, number, bytes) VALUES (?, ?, ?)",
            [.int(level), .int(number), .bytes(bytes)])
    }

    public func keepBundle(_ number: Int, _ bytes: [UInt8]) throws {
        try connection.execute(
            "INSERT INTO journal_bundles(number, bytes) VALUES (?, ?)", [.int(number), .bytes(bytes)])
    }

    private static func bytes(_ row: any SQLRow) throws -> [UInt8] {
        var c = Columns(row)
        return try c.bytes()
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimStorage

/// Whatever stands in a row arrives as it stood, and a row that cannot be read whole stops the move.
struct MoveHostileTests {
    private static let texts: [String] = [
        "", " ", "é", "e\u{301}", "👩🏽‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿", "'; DROP TABLE requests; --", "\"deux\" ''fois''", "\\", "\\x", "\\xdeadbeef",
        "\\000",
        "%_?$1 :a @b", "\u{1}\u{7F}\u{FEFF}\u{202E}\u{FFFD}\u{10FFFF}", "\r\n\t\u{2028}", "NULL", "{1,2}", "A", "a",
        "Z", "z",
        "Ω", "\u{FFFF}", "𐀀",
    ]
    private static let mebibyte = String(repeating: "🩺", count: 1 << 18)
    private static let blobs: [[UInt8]] = [
        [], [0], [0, 0], Array("\\x00".utf8), Array(0...255), [255], [255, 0], [UInt8](repeating: 0x27, count: 70_000),
    ]
    private static let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, 1 << 53 + 1, .max - 1, .max]

    @Test(arguments: [1, 2, 1_000])
    func `hostile texts, bytes and numbers arrive equal, as values and as keys, at every edge of a chunk`(rows: Int)
        async throws
    {
        try await MoveStage.with { stage throws in
            try await stage.source { source in try await source.writing(Self.fill) }
            try await stage.move(limits: MoveLimits(rows: rows))
            let here = try await stage.source { try await $0.reading(Self.read) }
            let there = try await stage.target { try await $0.reading(Self.read) }
            #expect(here.count == 2 * (Self.texts.count + 1) + Self.blobs.count + Self.numbers.count)
            #expect(here == there)
        }
    }

    @Sendable private static func fill(_ connection: any SQLConnection) throws {
        for text in texts + [mebibyte] {
            let value = SQLValue.text(text)
            // PostgreSQL indexes some 8,000 bytes at most: a longer key is refused there (its own test).
            let key = SQLValue.text(String(text.prefix(100)))
            try connection.execute(
                "INSERT INTO idempotency(key, person_id, fingerprint, result, at) VALUES (?, ?, ?, ?, ?)",
                [key, key, value, value, 1])
            try connection.execute("INSERT INTO settings(name, value) VALUES (?, ?)", [key, value])
        }
        for (position, bytes) in blobs.enumerated() {
            try connection.execute(
                """
                INSERT INTO sessions(token_hash, person_id, csrf, created_at, last_seen_at, id, means, device, place,
                    proven_at, ends_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .bytes(bytes), .text(Person.asker.id.rawValue), "", 1, 2, .text("s\(position)"), "passkey", "", "",
                    1,
                    2,
                ])
        }
        for (position, number) in numbers.enumerated() {
            try connection.execute(
                "INSERT INTO history(id, at, action, outcome, salt, commitment, leaf) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    .text("h\(position)"), .integer(number), "a", "done", position % 2 == 0 ? nil : .bytes([]),
                    .bytes([]), .integer(number),
                ])
        }
    }

    /// The rows of `fill`, by their bytes.
    @Sendable private static func read(_ connection: any SQLConnection) throws -> Set<[UInt8]> {
        let queries: [(SQLText, Int)] = [
            ("SELECT 'i', key, person_id, fingerprint, result FROM idempotency", 5),
            ("SELECT 's', token_hash, person_id FROM sessions", 3),
            ("SELECT 'h', id, at, salt, commitment, leaf, payload FROM history", 7),
            (
                """
                SELECT 't', name, value FROM settings
                WHERE name NOT LIKE 'move%' AND name NOT LIKE 'setting-%' AND name <> 'demonstration'
                """, 3
            ),
        ]
        var rows: Set<[UInt8]> = []
        for (sql, count) in queries {
            rows.formUnion(
                try connection.query(sql, []) { row in CanonicalRow.bytes((0..<count).map { row.value($0) }) })
        }
        return rows
    }

    @Test(arguments: ["'a' || char(0) || 'b'", "CAST(x'61FF62' AS TEXT)"])
    func `a text that no reader of ours gives back whole stops the move, with its table's name`(text: String)
        async throws
    {
        try await MoveStage.with { stage throws in
            let look = try stage.sourceLook()
            try look.execute("INSERT INTO settings(name, value) VALUES ('odd', \(text))")
            try look.close()
            await #expect {
                try await stage.move()
            } throws: { error in
                if case .refused(table: "settings", .corrupt)? = error as? MoveFault { true } else { false }
            }
            #expect(try stage.sourceLook().texts("SELECT count(*) FROM settings WHERE name = 'moved'") == ["0"])
        }
    }

    @Test func `a key too long for PostgreSQL's index stops the move, with its table's name, and the folder serves on`()
        async throws
    {
        try await MoveStage.with { stage in
            try await stage.source { source in
                try await source.write { try $0.set(String(repeating: "🩺é", count: 50_000), to: "") }
            }
            await #expect {
                try await stage.move()
            } throws: { error in
                if case .refused(table: "settings", .failed)? = error as? MoveFault { true } else { false }
            }
            #expect(try stage.moved() == nil)
        }
    }

    @Test func `a number in a boolean's place stops the move`() async throws {
        try await MoveStage.with { stage throws in
            let look = try stage.sourceLook()
            try look.execute("UPDATE people SET is_demonstration = 2")
            try look.close()
            await #expect {
                try await stage.move()
            } throws: { error in
                if case .refused(table: "people", .corrupt)? = error as? MoveFault { true } else { false }
            }
        }
    }
}

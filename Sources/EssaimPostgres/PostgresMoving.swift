import EssaimStorage
import EssaimWorkflow

/// What a move needs to know of PostgreSQL: its catalogue (PostgreSQL 15, chapter 53).
extension PostgresStore: MovableEngine {
    package var moving: MoveDialect {
        MoveDialect(
            columns: """
                SELECT c.relname, a.attname, y.typname,
                    (SELECT p.place FROM unnest(k.conkey) WITH ORDINALITY AS p(attribute, place)
                    WHERE p.attribute = a.attnum)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type y ON y.oid = a.atttypid
                    LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
                    AND NOT a.attisdropped
                ORDER BY c.relname, a.attnum
                """,
            parents: """
                SELECT c.relname, p.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                    JOIN pg_class p ON p.oid = k.confrelid
                WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace
                """,
            kinds: ["text": .text, "int8": .integer, "bool": .boolean, "bytea": .bytes],
            types: [.text: "TEXT COLLATE \"C\"", .integer: "BIGINT", .boolean: "BOOLEAN", .bytes: "BYTEA"],
            hasBooleans: true,
            weight: { column, _ in "octet_length(" + column + ")" })
    }

    /// A database whose data have not all come yet is not opened to be served.
    static func checkMarks(_ link: PostgresLink) throws {
        let found = try link.command("SELECT to_regclass('migration_progress')::text")
        let fault = MoveMark.refusal(moved: nil, undo: "", hasProgress: found.text(0, 0) != nil)
        if let fault { throw fault }
    }
}

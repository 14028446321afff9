import EssaimStorage
import EssaimWorkflow

/// PostgreSQL's spelling of the schema. Texts are compared by their bytes whatever the database's own order is: lists are
/// the same on both engines, and a new version of the system's locales cannot break an index.
struct PostgresSchema: SchemaTarget {
    let link: PostgresLink

    var dialect: DDLDialect {
        DDLDialect(
            int: "BIGINT", text: "TEXT COLLATE \"C\"", bool: "BOOLEAN", bytes: "BYTEA", strict: "",
            searchIndex: PostgresSearch.schema)
    }

    /// Brings the schema up to date; several servers that start at once do it one after the other.
    static func bringUpToDate(_ link: PostgresLink, steps: Int? = nil) throws {
        // Any number, as long as no other program takes it in this database. The lock ends with the connection.
        // A step takes the time that its data ask for, and so does waiting for the server that does it.
        link.longestWait = nil
        try link.command("SET statement_timeout = 0; SET lock_timeout = 0; SELECT pg_advisory_lock(4995999216)")
        do {
            try Migration.bringUpToDate(PostgresSchema(link: link), steps: steps)
        } catch PostgresFault.refused("42501", let message) {
            throw StoreFault.unsafe(
                "le rôle n’a pas le droit de créer des tables (\(message)) : donnez-lui la base, ou GRANT CREATE ON SCHEMA"
            )
        }
        try checkCollation(link)
    }

    func applied() throws -> [String] {
        // `write_tokens`: what became of a COMMIT that was cut (`WriteTransaction`). No part of the portable schema.
        try link.command(
            """
            CREATE TABLE IF NOT EXISTS schema_steps(
                position BIGINT PRIMARY KEY, name TEXT COLLATE "C" NOT NULL UNIQUE);
            CREATE TABLE IF NOT EXISTS write_tokens(
                token TEXT COLLATE "C" PRIMARY KEY, is_void BOOLEAN NOT NULL,
                at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp())
            """)
        let steps = try link.command("SELECT name FROM schema_steps ORDER BY position")
        return (0..<steps.count).compactMap { steps.text($0, 0) }
    }

    func apply(_ name: String, _ statements: [String]) throws {
        do {
            try link.command("BEGIN")
            for statement in statements { try link.command(statement) }
            _ = try link.run(
                PostgresStatement(
                    "INSERT INTO schema_steps(position, name) SELECT count(*) + 1, ? FROM schema_steps", [.text(name)]))
            try link.command("COMMIT")
        } catch {
            link.rollBack()
            throw error
        }
    }

    /// Every text column sorts by bytes: a step that forgot its token is found at start, not in a list out of order.
    private static func checkCollation(_ link: PostgresLink) throws {
        let loose = try link.command(
            """
            SELECT string_agg(c.relname || '.' || a.attname, ', ') FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0
                AND NOT a.attisdropped AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation
            """)
        if let columns = loose.text(0, 0) {
            throw StoreFault.unsafe("des colonnes ne sont pas triées par octets (COLLATE \"C\") : \(columns)")
        }
    }
}

extension Migration {
    static let people = Migration(
        "2026-11-people",
        [
            """
            CREATE TABLE settings(
                name TEXT PRIMARY KEY,
                value TEXT NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE people(
                id TEXT PRIMARY KEY,
                rpps TEXT UNIQUE,
                billing_number TEXT,
                family_name TEXT NOT NULL,
                given_name TEXT NOT NULL,
                profession TEXT NOT NULL,
                specialty TEXT,
                practice_mode TEXT NOT NULL CHECK (practice_mode IN ('S', 'L', 'B')),
                is_demonstration {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX people_real ON people(id) WHERE NOT is_demonstration",
            """
            CREATE TABLE structures(
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                kind TEXT NOT NULL,
                finess TEXT,
                commune TEXT NOT NULL,
                commune_name TEXT NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX structures_by_commune ON structures(commune, name)",
            """
            CREATE TABLE structure_members(
                person_id TEXT NOT NULL REFERENCES people(id),
                structure_id TEXT NOT NULL REFERENCES structures(id),
                role TEXT NOT NULL CHECK (role IN ('member', 'delegate', 'administrator')),
                status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'suspended', 'ended')),
                PRIMARY KEY (person_id, structure_id)
            ){{strict}}
            """,
            """
            CREATE TABLE accounts(
                person_id TEXT PRIMARY KEY REFERENCES people(id),
                login TEXT NOT NULL UNIQUE,
                password_hash TEXT,
                is_disabled {{bool}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE sessions(
                token_hash {{bytes}} PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES people(id),
                csrf TEXT NOT NULL,
                created_at {{int}} NOT NULL,
                last_seen_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX sessions_by_person ON sessions(person_id)",
            "CREATE INDEX sessions_by_last_seen ON sessions(last_seen_at)",
        ])
}

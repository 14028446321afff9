extension Migration {
    static let people = Migration(
        "2026-11-people",
        [
            """
            CREATE TABLE settings(
                name {{text}} PRIMARY KEY,
                value {{text}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE people(
                id {{text}} PRIMARY KEY,
                rpps {{text}} UNIQUE,
                billing_number {{text}},
                family_name {{text}} NOT NULL,
                given_name {{text}} NOT NULL,
                profession {{text}} NOT NULL,
                specialty {{text}},
                practice_mode {{text}} NOT NULL CHECK (practice_mode IN ('S', 'L', 'B')),
                is_demonstration {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX people_real ON people(id) WHERE NOT is_demonstration",
            """
            CREATE TABLE structures(
                id {{text}} PRIMARY KEY,
                name {{text}} NOT NULL,
                kind {{text}} NOT NULL,
                finess {{text}},
                commune {{text}} NOT NULL,
                commune_name {{text}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX structures_by_commune ON structures(commune, name)",
            """
            CREATE TABLE structure_members(
                person_id {{text}} NOT NULL REFERENCES people(id),
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                role {{text}} NOT NULL CHECK (role IN ('member', 'delegate', 'administrator')),
                status {{text}} NOT NULL CHECK (status IN ('invited', 'active', 'suspended', 'ended')),
                PRIMARY KEY (person_id, structure_id)
            ){{strict}}
            """,
            """
            CREATE TABLE accounts(
                person_id {{text}} PRIMARY KEY REFERENCES people(id),
                login {{text}} NOT NULL UNIQUE,
                password_hash {{text}},
                is_disabled {{bool}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE sessions(
                token_hash {{bytes}} PRIMARY KEY,
                person_id {{text}} NOT NULL REFERENCES people(id),
                csrf {{text}} NOT NULL,
                created_at {{int}} NOT NULL,
                last_seen_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX sessions_by_person ON sessions(person_id)",
            "CREATE INDEX sessions_by_last_seen ON sessions(last_seen_at)",
        ])
}

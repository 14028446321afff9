extension Migration {
    static let history = Migration(
        "2026-11-history",
        [
            """
            CREATE TABLE history(
                id TEXT PRIMARY KEY,
                at {{int}} NOT NULL,
                request_id TEXT,
                person_id TEXT,
                action TEXT NOT NULL,
                outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
                payload TEXT,
                salt {{bytes}},
                commitment {{bytes}} NOT NULL,
                leaf {{int}} UNIQUE
            ){{strict}}
            """,
            "CREATE INDEX history_by_request ON history(request_id, at, id)",
            "CREATE INDEX history_by_person ON history(person_id, at, id)",
            "CREATE INDEX history_unsequenced ON history(id) WHERE leaf IS NULL",
            """
            CREATE TABLE jobs(
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                request_id TEXT NOT NULL REFERENCES requests(id),
                version {{int}} NOT NULL,
                answer {{int}} NOT NULL,
                run_at {{int}} NOT NULL,
                attempts {{int}} NOT NULL,
                claimed_until {{int}},
                finished_at {{int}},
                UNIQUE (kind, request_id, version)
            ){{strict}}
            """,
            "CREATE INDEX jobs_due ON jobs(run_at, id) WHERE finished_at IS NULL",
            """
            CREATE TABLE idempotency(
                key TEXT NOT NULL,
                person_id TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                result TEXT NOT NULL,
                at {{int}} NOT NULL,
                PRIMARY KEY (key, person_id)
            ){{strict}}
            """,
            "CREATE INDEX idempotency_by_age ON idempotency(at)",
        ])
}

extension Migration {
    static let history = Migration(
        "2026-11-history",
        [
            """
            CREATE TABLE history(
                id {{text}} PRIMARY KEY,
                at {{int}} NOT NULL,
                request_id {{text}},
                person_id {{text}},
                action {{text}} NOT NULL,
                outcome {{text}} NOT NULL CHECK (outcome IN ('done', 'refused')),
                payload {{text}},
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
                id {{text}} PRIMARY KEY,
                kind {{text}} NOT NULL,
                request_id {{text}} NOT NULL REFERENCES requests(id),
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
                key {{text}} NOT NULL,
                person_id {{text}} NOT NULL,
                fingerprint {{text}} NOT NULL,
                result {{text}} NOT NULL,
                at {{int}} NOT NULL,
                PRIMARY KEY (key, person_id)
            ){{strict}}
            """,
            "CREATE INDEX idempotency_by_age ON idempotency(at)",
        ])
}

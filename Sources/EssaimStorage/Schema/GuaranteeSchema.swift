extension Migration {
    /// What was done because nobody did, once each; when the next step is due; the pools that a demand reached; and why it
    /// went where it went. What is open or unread when this step runs is due at once: the sweep looks at each of them, and
    /// none is forgotten. What was told late before is kept no longer: the steps say it.
    static let guarantee = Migration(
        "2026-11-guarantee",
        [
            "ALTER TABLE requests ADD COLUMN guarantee_at {{int}}",
            "ALTER TABLE requests ADD COLUMN holder_sign_at {{int}}",
            "ALTER TABLE requests ADD COLUMN routing {{text}}",
            """
            UPDATE requests SET guarantee_at = 0
            WHERE state IN ('submitted', 'taken', 'awaitingInformation') OR (is_unread AND state <> 'draft')
            """,
            "CREATE INDEX requests_guarantee ON requests(guarantee_at, id) WHERE guarantee_at IS NOT NULL",
            """
            CREATE TABLE guarantee_steps(
                request_id {{text}} NOT NULL REFERENCES requests(id),
                owed {{text}} NOT NULL CHECK (owed IN
                    ('answer', 'progress', 'presence', 'information', 'reading', 'acknowledgement')),
                holding {{text}} NOT NULL,
                since {{int}} NOT NULL,
                act {{text}} NOT NULL CHECK (act IN
                    ('remind', 'tellColleagues', 'widen', 'alert', 'handBack', 'escalate')),
                ordinal {{int}} NOT NULL,
                done_at {{int}} NOT NULL,
                is_overtaken {{bool}} NOT NULL,
                reached_id {{text}} REFERENCES pools(id),
                PRIMARY KEY (request_id, owed, holding, since, act, ordinal)
            ){{strict}}
            """,
            """
            CREATE TABLE request_reaches(
                request_id {{text}} NOT NULL REFERENCES requests(id),
                pool_id {{text}} NOT NULL REFERENCES pools(id),
                is_waiting {{bool}} NOT NULL,
                PRIMARY KEY (request_id, pool_id)
            ){{strict}}
            """,
            "CREATE INDEX request_reaches_waiting ON request_reaches(pool_id, request_id) WHERE is_waiting",
            "DROP INDEX requests_by_due",
            "DROP TABLE overdue_told",
        ])
}

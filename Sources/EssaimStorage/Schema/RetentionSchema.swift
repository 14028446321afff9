extension Migration {
    /// When each demand was last touched, when it left the lists, when it may be erased, and what is left of those that were.
    static let retention = Migration(
        "2026-11-retention",
        [
            "ALTER TABLE requests ADD COLUMN last_contact_at {{int}} NOT NULL DEFAULT 0",
            "ALTER TABLE requests ADD COLUMN shelved_at {{int}}",
            "ALTER TABLE requests ADD COLUMN purge_due_at {{int}}",
            "ALTER TABLE requests ADD COLUMN held_at {{int}}",
            "ALTER TABLE requests ADD COLUMN held_why {{text}}",
            """
            UPDATE requests SET last_contact_at = COALESCE(
                (SELECT max(t.at) FROM thread_entries t WHERE t.request_id = requests.id),
                answered_at, taken_at, submitted_at, created_at)
            """,
            """
            CREATE INDEX requests_to_shelve ON requests(last_contact_at, id)
            WHERE shelved_at IS NULL AND visit_by IS NULL AND state IN ('closed', 'declined', 'cancelled')
            """,
            """
            CREATE INDEX requests_to_purge ON requests(purge_due_at, id)
            WHERE purge_due_at IS NOT NULL AND held_at IS NULL
            """,
            "CREATE INDEX requests_held ON requests(held_at, id) WHERE held_at IS NOT NULL",
            // A list ends where the archive begins, however much is archived.
            "DROP INDEX requests_answered_by",
            """
            CREATE INDEX requests_answered_by ON requests(holder_id, answered_at, id)
            WHERE state IN ('answered', 'closed', 'declined') AND shelved_at IS NULL
            """,
            "DROP INDEX requests_ended",
            """
            CREATE INDEX requests_ended ON requests(structure_id, submitted_at, id)
            WHERE state IN ('closed', 'declined', 'cancelled') AND shelved_at IS NULL
            """,
            // A row without identity: the number is not drawn again, and the month of the line is counted as it was.
            """
            CREATE TABLE purged_requests(
                request_id {{text}} PRIMARY KEY,
                number {{text}} NOT NULL UNIQUE,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                offer_id {{text}} NOT NULL REFERENCES offers(id),
                zone_id {{text}} NOT NULL REFERENCES zones(id),
                month_at {{int}} NOT NULL,
                purged_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX purged_by_month ON purged_requests(network_id, month_at, offer_id)",
            // What points at a demand is found when it goes, and the engine's own check of it reads no table whole.
            "CREATE INDEX jobs_by_request ON jobs(request_id)",
            "CREATE INDEX notices_by_request ON notices(request_id)",
            "CREATE INDEX alarms_by_request ON alarms(request_id) WHERE request_id IS NOT NULL",
            "CREATE INDEX claim_lines_by_act ON claim_lines(act_id)",
        ])
}

extension Migration {
    /// What was sent and nobody read, and what nobody closed: when each will be late, and the ranges that are read for it.
    static let reading = Migration(
        "2026-11-reading",
        [
            "ALTER TABLE requests ADD COLUMN unread_since {{int}}",
            "ALTER TABLE requests ADD COLUMN read_due_at {{int}}",
            "ALTER TABLE requests ADD COLUMN archive_due_at {{int}}",
            "ALTER TABLE requests ADD COLUMN patient_told_at {{int}}",
            // Delays as on the day of this step: 4 hours, 24 hours, 5 days; 60 days.
            """
            UPDATE requests SET unread_since = answered_at, read_due_at = answered_at + CASE urgency
                WHEN 'urgent' THEN 14400000 WHEN 'priority' THEN 86400000 ELSE 432000000 END
            WHERE is_unread
            """,
            """
            UPDATE requests SET archive_due_at = answered_at + 5184000000
            WHERE state = 'answered' OR (state = 'declined' AND is_unread)
            """,
            "CREATE INDEX requests_unread_in_network ON requests(network_id, read_due_at, id) WHERE is_unread",
            "CREATE INDEX requests_to_archive ON requests(archive_due_at, id) WHERE archive_due_at IS NOT NULL",
        ])
}

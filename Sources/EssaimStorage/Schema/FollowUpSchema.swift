extension Migration {
    /// What is due after an answer and was told: once for each time at which it falls due. A visit that was pending before
    /// this step is looked at once it changes; it stands on its lists meanwhile.
    static let followUps = Migration(
        "2026-11-follow-ups",
        [
            "ALTER TABLE requests ADD COLUMN visit_half_at {{int}}",
            "ALTER TABLE requests ADD COLUMN visit_end_at {{int}}",
            """
            CREATE TABLE follow_ups_told(
                request_id {{text}} NOT NULL REFERENCES requests(id),
                reason {{text}} NOT NULL CHECK (reason IN ('unread', 'unbooked', 'unseen')),
                watched_at {{int}} NOT NULL,
                PRIMARY KEY (request_id, reason, watched_at)
            ){{strict}}
            """,
            "CREATE INDEX requests_unread_due ON requests(read_due_at, id) WHERE read_due_at IS NOT NULL",
            "CREATE INDEX requests_visit_half ON requests(visit_half_at, id) WHERE visit_half_at IS NOT NULL",
            "CREATE INDEX requests_visit_end ON requests(visit_end_at, id) WHERE visit_end_at IS NOT NULL",
            "CREATE INDEX structure_members_active ON structure_members(structure_id, person_id) WHERE status = 'active'",
            "CREATE INDEX network_members_active ON network_members(network_id, role, person_id) WHERE status = 'active'",
        ])
}

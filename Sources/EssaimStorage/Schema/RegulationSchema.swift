extension Migration {
    /// The regulated door, the lines that receive patients, and opinions given on the telephone. `triage_since` stands as long
    /// as no expert may see the demand; `receiving_pool_id` as long as that pool may, `receiving_since` until it has said.
    static let regulation = Migration(
        "2026-11-regulation",
        [
            "ALTER TABLE requests ADD COLUMN triage {{text}}",
            "ALTER TABLE requests ADD COLUMN triage_since {{int}}",
            "ALTER TABLE requests ADD COLUMN group_id {{text}}",
            "ALTER TABLE requests ADD COLUMN reception {{text}}",
            "ALTER TABLE requests ADD COLUMN receiving_pool_id {{text}} REFERENCES pools(id)",
            "ALTER TABLE requests ADD COLUMN receiving_since {{int}}",
            "ALTER TABLE requests ADD COLUMN phone {{text}}",
            """
            CREATE INDEX requests_to_triage ON requests(network_id, due_at, id)
            WHERE state = 'submitted' AND triage_since IS NOT NULL
            """,
            """
            CREATE INDEX requests_triage_waiting ON requests(network_id, due_at, id)
            WHERE state = 'awaitingInformation' AND triage_since IS NOT NULL
            """,
            """
            CREATE INDEX requests_regulated_urgent ON requests(network_id, due_at, id)
            WHERE state = 'submitted' AND urgency = 'urgent' AND triage IS NOT NULL
            """,
            """
            CREATE INDEX requests_to_receive ON requests(receiving_pool_id, receiving_since, id)
            WHERE receiving_since IS NOT NULL
            """,
            """
            CREATE INDEX requests_receiving ON requests(receiving_pool_id, id) WHERE receiving_pool_id IS NOT NULL
            """,
            "CREATE INDEX people_by_family_name ON people(lower(family_name), id)",
            "CREATE INDEX structures_by_name ON structures(lower(name), id)",
        ])
}

extension Migration {
    /// Versions of forms: of a network's own, and the shipped ones that demands were written with.
    static let protocols = Migration(
        "2026-11-protocols",
        [
            """
            CREATE TABLE protocols(
                id {{text}} NOT NULL,
                version {{text}} NOT NULL,
                number {{int}} NOT NULL,
                network_id {{text}} REFERENCES networks(id),
                partner_id {{text}},
                title {{text}} NOT NULL,
                questionnaire {{text}} NOT NULL,
                revision {{int}} NOT NULL,
                made_at {{int}} NOT NULL,
                made_by {{text}} REFERENCES people(id),
                is_published {{bool}} NOT NULL,
                PRIMARY KEY (id, version)
            ){{strict}}
            """,
            "CREATE UNIQUE INDEX protocols_by_number ON protocols(network_id, id, number) WHERE network_id IS NOT NULL",
        ])
}

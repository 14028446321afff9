extension Migration {
    /// Phrases of experts, by shortcut and by use.
    static let phrases = Migration(
        "2026-11-phrases",
        [
            """
            CREATE TABLE phrases(
                id {{text}} PRIMARY KEY,
                person_id {{text}} NOT NULL REFERENCES people(id),
                shortcut {{text}} NOT NULL,
                title {{text}} NOT NULL,
                text {{text}} NOT NULL,
                uses {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE UNIQUE INDEX phrases_by_shortcut ON phrases(person_id, shortcut)",
            "CREATE INDEX phrases_by_use ON phrases(person_id, uses DESC, shortcut)",
        ])
}

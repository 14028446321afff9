extension Migration {
    static let attempts = Migration(
        "2026-11-attempts",
        [
            """
            CREATE TABLE attempts(
                bucket {{text}} PRIMARY KEY,
                count {{int}} NOT NULL,
                until {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX attempts_by_end ON attempts(until)",
        ])
}

extension Migration {
    /// When experts answer, how much a day, when they are away; and what they took today, by its own index.
    static let availability = Migration(
        "2026-11-availability",
        [
            """
            CREATE TABLE availability(
                person_id {{text}} PRIMARY KEY REFERENCES people(id),
                version {{int}} NOT NULL,
                hours {{text}},
                most_a_day {{int}}
            ){{strict}}
            """,
            """
            CREATE TABLE absences(
                id {{text}} PRIMARY KEY,
                person_id {{text}} NOT NULL REFERENCES people(id),
                from_day {{text}} NOT NULL,
                through_day {{text}} NOT NULL CHECK (through_day >= from_day),
                colleague {{text}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX absences_by_person ON absences(person_id, through_day, id)",
            // Without proposals, so that it is never taken for the index of those.
            """
            CREATE INDEX assignments_by_person ON assignments(person_id, since)
            WHERE state IN ('taken', 'awaitingValidation', 'answered', 'declined')
            """,
        ])
}

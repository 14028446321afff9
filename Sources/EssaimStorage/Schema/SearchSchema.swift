extension Migration {
    /// What is searched: a row a demand, the words and the marks that an engine's own index holds; the names of a
    /// structure's patients; and searches under way, whose words no address carries.
    static let search = Migration(
        "2026-11-search",
        [
            """
            CREATE TABLE search_documents(
                position {{int}} PRIMARY KEY,
                request_id {{text}} NOT NULL UNIQUE REFERENCES requests(id),
                words {{text}} NOT NULL,
                marks {{text}} NOT NULL
            ){{strict}}
            """,
            "{{search index}}",
            """
            CREATE TABLE patient_names(
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                name {{text}} NOT NULL,
                patient_id {{text}} NOT NULL REFERENCES patients(id),
                PRIMARY KEY (structure_id, name, patient_id)
            ){{strict}}
            """,
            "CREATE INDEX patient_names_by_patient ON patient_names(patient_id)",
            """
            CREATE TABLE kept_searches(
                token {{text}} PRIMARY KEY,
                person_id {{text}} NOT NULL REFERENCES people(id),
                words {{text}} NOT NULL,
                made_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX kept_searches_by_age ON kept_searches(made_at)",
        ])
}

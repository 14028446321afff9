extension Migration {
    /// Files sealed: each demand's key, each file's own, what stands in it part by part, and what waits for the scanner.
    static let files = Migration(
        "2026-11-files",
        [
            "ALTER TABLE attachments ADD COLUMN sealed_key {{bytes}}",
            "ALTER TABLE attachments ADD COLUMN sections {{text}}",
            "ALTER TABLE attachments ADD COLUMN pages {{int}}",
            "ALTER TABLE attachments ADD COLUMN quarantined_at {{int}}",
            "CREATE INDEX attachments_unsealed ON attachments(id) WHERE sealed_key IS NULL",
            // No reference to the demand: its key may go before it, and then no backup of its files opens any more.
            """
            CREATE TABLE request_keys(
                request_id {{text}} PRIMARY KEY,
                master {{text}} NOT NULL,
                sealed {{bytes}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX requests_by_patient ON requests(patient_id, submitted_at, id) WHERE patient_id IS NOT NULL",
            "CREATE INDEX request_keys_by_master ON request_keys(master, request_id)",
        ])
}

extension Migration {
    /// The codes of a demand as columns, and the one range from which a network's month is counted.
    static let activity = Migration(
        "2026-11-activity",
        [
            "ALTER TABLE requests ADD COLUMN orientation {{text}}",
            "ALTER TABLE requests ADD COLUMN advice {{text}}",
            "ALTER TABLE requests ADD COLUMN otherwise {{text}}",
            "ALTER TABLE requests ADD COLUMN treating_doctor {{text}}",
            "ALTER TABLE requests ADD COLUMN archived_at {{int}}",
            "CREATE INDEX requests_received ON requests(network_id, submitted_at, id) WHERE submitted_at IS NOT NULL",
        ])
}

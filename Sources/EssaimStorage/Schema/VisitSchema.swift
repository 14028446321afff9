extension Migration {
    /// Patients to be seen: what was done about each, and the day that lists are sorted by while someone has to see them.
    static let visits = Migration(
        "2026-11-visits",
        [
            "ALTER TABLE requests ADD COLUMN visit {{text}}",
            "ALTER TABLE requests ADD COLUMN visit_by {{text}}",
            "ALTER TABLE requests ADD COLUMN news_at {{int}}",
            "CREATE INDEX requests_to_see ON requests(holder_id, visit_by, id) WHERE visit_by IS NOT NULL",
            "CREATE INDEX requests_to_see_in_network ON requests(network_id, visit_by, id) WHERE visit_by IS NOT NULL",
            "CREATE INDEX requests_with_news ON requests(structure_id, news_at, id) WHERE news_at IS NOT NULL",
        ])
}

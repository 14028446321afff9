extension Migration {
    /// What is kept for a time only: drafts, by how long they have been there.
    static let keeping = Migration(
        "2026-11-keeping", ["CREATE INDEX requests_old_drafts ON requests(created_at, id) WHERE state = 'draft'"])
}

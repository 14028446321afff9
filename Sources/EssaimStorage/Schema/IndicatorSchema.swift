extension Migration {
    /// Where patients live, as figures count it: the five characters of a commune. The name stays in the demand.
    static let indicatorFacts = Migration(
        "2026-11-indicator-facts", ["ALTER TABLE requests ADD COLUMN residence {{text}}"])
}

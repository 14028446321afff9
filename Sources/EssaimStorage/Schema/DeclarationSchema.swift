extension Migration {
    /// A network says more of itself: its partners and who administers them, what its experts know best, and, in `terms`, what
    /// is read whole and never searched.
    static let declarations = Migration(
        "2026-11-declarations",
        [
            "ALTER TABLE networks ADD COLUMN version {{int}} NOT NULL DEFAULT 0",
            "ALTER TABLE networks ADD COLUMN terms {{text}} NOT NULL DEFAULT '{}'",
            "ALTER TABLE networks ADD COLUMN logo {{bytes}}",
            "ALTER TABLE networks ADD COLUMN holidays {{int}} NOT NULL DEFAULT 0",
            // No reference: moved to another engine, a team may come before its frame.
            "ALTER TABLE networks ADD COLUMN frame_id {{text}}",
            "CREATE INDEX networks_by_frame ON networks(frame_id) WHERE frame_id IS NOT NULL",
            "ALTER TABLE zones ADD COLUMN terms {{text}} NOT NULL DEFAULT '{}'",
            """
            CREATE TABLE partners(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                name {{text}} NOT NULL,
                kind {{text}} NOT NULL,
                finess {{text}},
                commune {{text}},
                position {{int}} NOT NULL,
                is_retired {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX partners_by_network ON partners(network_id, position)",
            "ALTER TABLE pools ADD COLUMN partner_id {{text}} REFERENCES partners(id)",
            """
            CREATE TABLE partner_members(
                person_id {{text}} NOT NULL REFERENCES people(id),
                partner_id {{text}} NOT NULL REFERENCES partners(id),
                status {{text}} NOT NULL CHECK (status IN ('invited', 'active', 'suspended', 'ended')),
                PRIMARY KEY (person_id, partner_id)
            ){{strict}}
            """,
            "CREATE INDEX partner_members_by_partner ON partner_members(partner_id, person_id) WHERE status = 'active'",
            """
            CREATE TABLE sub_specialists(
                person_id {{text}} NOT NULL REFERENCES people(id),
                sub_specialty_id {{text}} NOT NULL,
                PRIMARY KEY (person_id, sub_specialty_id)
            ){{strict}}
            """,
            "CREATE INDEX sub_specialists_by_subject ON sub_specialists(sub_specialty_id, person_id)",
        ])
}

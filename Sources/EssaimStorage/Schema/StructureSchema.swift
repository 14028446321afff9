extension Migration {
    /// Who administers a structure and says what of it; remplaçants, whose place opens and closes by its days; and places
    /// that are offered. `turns_at` is when a place changes by itself, null when it does not.
    static let structures = Migration(
        "2026-11-structures",
        [
            "ALTER TABLE structures ADD COLUMN cpts {{text}}",
            "ALTER TABLE structures ADD COLUMN version {{int}} NOT NULL DEFAULT 0",
            "ALTER TABLE structure_members ADD COLUMN version {{int}} NOT NULL DEFAULT 0",
            "ALTER TABLE structure_members ADD COLUMN since {{int}}",
            "ALTER TABLE structure_members ADD COLUMN from_day {{text}}",
            "ALTER TABLE structure_members ADD COLUMN through_day {{text}}",
            "ALTER TABLE structure_members ADD COLUMN opens_at {{int}}",
            "ALTER TABLE structure_members ADD COLUMN closes_at {{int}}",
            "ALTER TABLE structure_members ADD COLUMN turns_at {{int}}",
            "ALTER TABLE structure_members ADD COLUMN principals {{text}} NOT NULL DEFAULT '[]'",
            "CREATE INDEX structure_members_by_structure ON structure_members(structure_id, person_id)",
            """
            CREATE INDEX structure_members_turning ON structure_members(turns_at, person_id)
            WHERE turns_at IS NOT NULL
            """,
            """
            CREATE TABLE structure_invitations(
                id {{text}} PRIMARY KEY,
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                address_kind {{text}} NOT NULL CHECK (address_kind IN ('rpps', 'login')),
                address {{text}} NOT NULL,
                role {{text}} NOT NULL CHECK (role IN ('member', 'delegate', 'administrator')),
                from_day {{text}},
                through_day {{text}},
                principals {{text}} NOT NULL,
                made_by {{text}} NOT NULL REFERENCES people(id),
                made_at {{int}} NOT NULL,
                state {{text}} NOT NULL CHECK (state IN ('waiting', 'refused')),
                UNIQUE (structure_id, address_kind, address)
            ){{strict}}
            """,
            "CREATE INDEX structure_invitations_to ON structure_invitations(address_kind, address)",
            "CREATE INDEX structure_invitations_of ON structure_invitations(structure_id, made_at, id)",
            "CREATE INDEX structure_invitations_made ON structure_invitations(made_at)",
        ])
}

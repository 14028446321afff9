extension Migration {
    /// What a network notes of its people beside where they stand: their key in its file, the login that they are awaited
    /// under, where they are written to; and indexes by which all of its people are found.
    static let members = Migration(
        "2026-11-members",
        [
            """
            CREATE TABLE member_sheets(
                network_id {{text}} NOT NULL REFERENCES networks(id),
                person_id {{text}} NOT NULL REFERENCES people(id),
                member_key {{text}} NOT NULL,
                login {{text}},
                mail {{text}},
                PRIMARY KEY (network_id, person_id)
            ){{strict}}
            """,
            "CREATE INDEX member_sheets_by_login ON member_sheets(login, person_id) WHERE login IS NOT NULL",
            "CREATE INDEX network_members_standing ON network_members(network_id, person_id) WHERE status <> 'ended'",
            "CREATE INDEX pool_members_standing ON pool_members(pool_id, person_id) WHERE status <> 'ended'",
            "CREATE INDEX partner_members_standing ON partner_members(partner_id, person_id) WHERE status <> 'ended'",
        ])
}

extension Migration {
    static let networks = Migration(
        "2026-11-networks",
        [
            """
            CREATE TABLE networks(
                id {{text}} PRIMARY KEY,
                name {{text}} NOT NULL,
                time_zone {{text}} NOT NULL,
                phone {{text}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE zones(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                name {{text}} NOT NULL,
                position {{int}} NOT NULL,
                is_retired {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX zones_by_network ON zones(network_id, position)",
            """
            CREATE TABLE zone_areas(
                zone_id {{text}} NOT NULL REFERENCES zones(id),
                kind {{text}} NOT NULL CHECK (kind IN ('departement', 'commune')),
                code {{text}} NOT NULL,
                position {{int}} NOT NULL,
                PRIMARY KEY (zone_id, kind, code)
            ){{strict}}
            """,
            """
            CREATE TABLE pools(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                name {{text}} NOT NULL,
                position {{int}} NOT NULL,
                is_retired {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX pools_by_network ON pools(network_id, position)",
            """
            CREATE TABLE offers(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                title {{text}} NOT NULL,
                summary {{text}} NOT NULL,
                kind {{text}} NOT NULL CHECK (kind IN ('teleexpertise', 'orientation')),
                state {{text}} NOT NULL CHECK (state IN ('open', 'paused', 'coming')),
                form {{text}},
                terms {{text}} NOT NULL,
                position {{int}} NOT NULL,
                is_retired {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX offers_by_network ON offers(network_id, position)",
            """
            CREATE TABLE offer_pools(
                offer_id {{text}} NOT NULL REFERENCES offers(id),
                zone_id {{text}} NOT NULL REFERENCES zones(id),
                pool_id {{text}} NOT NULL REFERENCES pools(id),
                PRIMARY KEY (offer_id, zone_id)
            ){{strict}}
            """,
            """
            CREATE TABLE pool_members(
                person_id {{text}} NOT NULL REFERENCES people(id),
                pool_id {{text}} NOT NULL REFERENCES pools(id),
                grade {{text}} NOT NULL CHECK (grade IN ('senior', 'junior')),
                status {{text}} NOT NULL CHECK (status IN ('invited', 'active', 'suspended', 'ended')),
                PRIMARY KEY (person_id, pool_id)
            ){{strict}}
            """,
            "CREATE INDEX pool_members_by_pool ON pool_members(pool_id, person_id) WHERE status = 'active'",
            """
            CREATE TABLE network_members(
                person_id {{text}} NOT NULL REFERENCES people(id),
                network_id {{text}} NOT NULL REFERENCES networks(id),
                role {{text}} NOT NULL,
                status {{text}} NOT NULL CHECK (status IN ('invited', 'active', 'suspended', 'ended')),
                PRIMARY KEY (person_id, network_id, role)
            ){{strict}}
            """,
        ])
}

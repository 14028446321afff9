extension Migration {
    static let networks = Migration(
        "2026-11-networks",
        [
            """
            CREATE TABLE networks(
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                time_zone TEXT NOT NULL,
                phone TEXT NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE zones(
                id TEXT PRIMARY KEY,
                network_id TEXT NOT NULL REFERENCES networks(id),
                name TEXT NOT NULL,
                position {{int}} NOT NULL,
                is_retired {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX zones_by_network ON zones(network_id, position)",
            """
            CREATE TABLE zone_areas(
                zone_id TEXT NOT NULL REFERENCES zones(id),
                kind TEXT NOT NULL CHECK (kind IN ('departement', 'commune')),
                code TEXT NOT NULL,
                position {{int}} NOT NULL,
                PRIMARY KEY (zone_id, kind, code)
            ){{strict}}
            """,
            """
            CREATE TABLE pools(
                id TEXT PRIMARY KEY,
                network_id TEXT NOT NULL REFERENCES networks(id),
                name TEXT NOT NULL,
                position {{int}} NOT NULL,
                is_retired {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX pools_by_network ON pools(network_id, position)",
            """
            CREATE TABLE offers(
                id TEXT PRIMARY KEY,
                network_id TEXT NOT NULL REFERENCES networks(id),
                title TEXT NOT NULL,
                summary TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('teleexpertise', 'orientation')),
                state TEXT NOT NULL CHECK (state IN ('open', 'paused', 'coming')),
                form TEXT,
                terms TEXT NOT NULL,
                position {{int}} NOT NULL,
                is_retired {{bool}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX offers_by_network ON offers(network_id, position)",
            """
            CREATE TABLE offer_pools(
                offer_id TEXT NOT NULL REFERENCES offers(id),
                zone_id TEXT NOT NULL REFERENCES zones(id),
                pool_id TEXT NOT NULL REFERENCES pools(id),
                PRIMARY KEY (offer_id, zone_id)
            ){{strict}}
            """,
            """
            CREATE TABLE pool_members(
                person_id TEXT NOT NULL REFERENCES people(id),
                pool_id TEXT NOT NULL REFERENCES pools(id),
                grade TEXT NOT NULL CHECK (grade IN ('senior', 'junior')),
                status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'suspended', 'ended')),
                PRIMARY KEY (person_id, pool_id)
            ){{strict}}
            """,
            "CREATE INDEX pool_members_by_pool ON pool_members(pool_id, person_id) WHERE status = 'active'",
            """
            CREATE TABLE network_members(
                person_id TEXT NOT NULL REFERENCES people(id),
                network_id TEXT NOT NULL REFERENCES networks(id),
                role TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'suspended', 'ended')),
                PRIMARY KEY (person_id, network_id, role)
            ){{strict}}
            """,
        ])
}

extension Migration {
    /// Who is on duty when: duties that come back, what became of single turns, exchanges, half-days and calendars of absence,
    /// feeds, and what was told to lack. A swap names its turns without a key: the rule that made one may be gone.
    static let rota = Migration(
        "2026-11-rota",
        [
            "ALTER TABLE absences ADD COLUMN half {{text}} CHECK (half IN ('morning', 'afternoon'))",
            "CREATE INDEX absences_by_day ON absences(through_day, person_id)",
            """
            CREATE TABLE rotas(
                network_id {{text}} PRIMARY KEY REFERENCES networks(id),
                version {{int}} NOT NULL,
                changed_at {{int}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE duties(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                pool_id {{text}} REFERENCES pools(id),
                offer_id {{text}} REFERENCES offers(id),
                person_id {{text}} NOT NULL REFERENCES people(id),
                hours {{text}} NOT NULL,
                weekdays {{text}} NOT NULL,
                every_weeks {{int}} NOT NULL CHECK (every_weeks BETWEEN 1 AND 52),
                first_day {{text}} NOT NULL,
                last_day {{text}} CHECK (last_day >= first_day),
                on_holidays {{text}} NOT NULL CHECK (on_holidays IN ('kept', 'dropped', 'only')),
                version {{int}} NOT NULL,
                CHECK ((pool_id IS NULL) <> (offer_id IS NULL))
            ){{strict}}
            """,
            "CREATE INDEX duties_by_network ON duties(network_id, id)",
            "CREATE INDEX duties_by_person ON duties(person_id, network_id)",
            """
            CREATE TABLE shift_exceptions(
                duty_id {{text}} NOT NULL REFERENCES duties(id),
                day {{text}} NOT NULL,
                is_removed {{bool}} NOT NULL,
                to_day {{text}},
                to_hours {{text}},
                person_id {{text}} REFERENCES people(id),
                version {{int}} NOT NULL,
                PRIMARY KEY (duty_id, day),
                CHECK ((to_day IS NULL) = (to_hours IS NULL))
            ){{strict}}
            """,
            """
            CREATE TABLE duty_swaps(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                proposer_id {{text}} NOT NULL REFERENCES people(id),
                asked_id {{text}} NOT NULL REFERENCES people(id),
                given_duty {{text}} NOT NULL,
                given_day {{text}} NOT NULL,
                given_version {{int}} NOT NULL,
                taken_duty {{text}},
                taken_day {{text}},
                taken_version {{int}},
                at {{int}} NOT NULL,
                state {{text}} NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn')),
                version {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX duty_swaps_asked ON duty_swaps(asked_id, at, id)",
            "CREATE INDEX duty_swaps_proposed ON duty_swaps(proposer_id, at, id)",
            """
            CREATE TABLE absence_calendars(
                person_id {{text}} PRIMARY KEY REFERENCES people(id),
                imported_at {{int}} NOT NULL,
                stretches {{int}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE busy_times(
                person_id {{text}} NOT NULL REFERENCES people(id),
                from_at {{int}} NOT NULL,
                to_at {{int}} NOT NULL CHECK (to_at > from_at),
                PRIMARY KEY (person_id, from_at)
            ){{strict}}
            """,
            "CREATE INDEX busy_times_by_end ON busy_times(person_id, to_at)",
            """
            CREATE TABLE calendar_feeds(
                person_id {{text}} PRIMARY KEY REFERENCES people(id),
                secret_hash {{bytes}} NOT NULL UNIQUE,
                made_at {{int}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE rota_alerts(
                network_id {{text}} NOT NULL REFERENCES networks(id),
                name {{text}} NOT NULL,
                pool_id {{text}} NOT NULL REFERENCES pools(id),
                day {{text}},
                raised_at {{int}} NOT NULL,
                cleared_at {{int}},
                PRIMARY KEY (network_id, name)
            ){{strict}}
            """,
            "CREATE INDEX rota_alerts_standing ON rota_alerts(network_id, day, name) WHERE cleared_at IS NULL",
            // Of a rota, no demand is told: an exchange, or what will lack in a network.
            """
            CREATE TABLE rota_notices(
                id {{text}} PRIMARY KEY,
                mark {{text}} NOT NULL UNIQUE,
                person_id {{text}} NOT NULL REFERENCES people(id),
                network_id {{text}} NOT NULL REFERENCES networks(id),
                swap_id {{text}} REFERENCES duty_swaps(id),
                event {{text}} NOT NULL,
                channel {{text}} NOT NULL CHECK (channel IN ('mail', 'sms')),
                state {{text}} NOT NULL CHECK (state IN ('waiting', 'sent', 'dropped', 'givenUp')),
                send_at {{int}} NOT NULL,
                planned_at {{int}} NOT NULL,
                attempts {{int}} NOT NULL,
                claimed_until {{int}},
                settled_at {{int}}
            ){{strict}}
            """,
            "CREATE INDEX rota_notices_due ON rota_notices(channel, send_at, id) WHERE state = 'waiting'",
            "CREATE INDEX rota_notices_settled ON rota_notices(settled_at) WHERE settled_at IS NOT NULL",
        ])
}

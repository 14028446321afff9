extension Migration {
    /// What requesters are shown of a line beside its declaration, and what they chose or wait for there.
    static let door = Migration(
        "2026-11-door",
        [
            "ALTER TABLE requests ADD COLUMN origin {{text}}",
            // Made anew every hour from `requests_received`.
            """
            CREATE TABLE line_delays(
                offer_id {{text}} PRIMARY KEY REFERENCES offers(id),
                network_id {{text}} NOT NULL REFERENCES networks(id),
                counted {{int}} NOT NULL,
                median_ms {{int}} NOT NULL,
                in_time {{int}} NOT NULL,
                made_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX line_delays_by_network ON line_delays(network_id)",
            """
            CREATE TABLE channel_choices(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                offer_id {{text}} NOT NULL REFERENCES offers(id),
                person_id {{text}} NOT NULL REFERENCES people(id),
                structure_id {{text}} REFERENCES structures(id),
                channel {{text}} NOT NULL CHECK (channel IN ('opinion', 'appointment', 'telephone', 'video')),
                chosen_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX channel_choices_by_network ON channel_choices(network_id, chosen_at)",
            """
            CREATE TABLE line_subscriptions(
                person_id {{text}} NOT NULL REFERENCES people(id),
                offer_id {{text}} NOT NULL REFERENCES offers(id),
                asked_at {{int}} NOT NULL,
                opened_at {{int}},
                PRIMARY KEY (person_id, offer_id)
            ){{strict}}
            """,
            "CREATE INDEX line_subscriptions_waiting ON line_subscriptions(offer_id, person_id) WHERE opened_at IS NULL",
            """
            CREATE TABLE line_notices(
                person_id {{text}} NOT NULL REFERENCES people(id),
                offer_id {{text}} NOT NULL REFERENCES offers(id),
                channel {{text}} NOT NULL CHECK (channel IN ('mail', 'sms')),
                opened_at {{int}} NOT NULL,
                state {{text}} NOT NULL CHECK (state IN ('waiting', 'sent', 'dropped', 'givenUp')),
                send_at {{int}} NOT NULL,
                attempts {{int}} NOT NULL,
                claimed_until {{int}},
                PRIMARY KEY (person_id, offer_id, channel, opened_at)
            ){{strict}}
            """,
            "CREATE INDEX line_notices_due ON line_notices(channel, send_at) WHERE state = 'waiting'",
        ])
}

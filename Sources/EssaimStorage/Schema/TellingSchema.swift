extension Migration {
    /// Who is told what, where they are reached, and which demands were told late.
    static let telling = Migration(
        "2026-11-telling",
        [
            """
            CREATE TABLE contacts(
                person_id {{text}} NOT NULL REFERENCES people(id),
                channel {{text}} NOT NULL CHECK (channel IN ('mail', 'sms')),
                address {{text}},
                pending {{text}},
                check_state {{text}} CHECK (check_state IN ('waiting', 'sent', 'givenUp')),
                asked_at {{int}},
                check_at {{int}},
                checks {{int}} NOT NULL,
                claimed_until {{int}},
                secret_hash {{bytes}},
                secret_until {{int}},
                wrong_secrets {{int}} NOT NULL,
                PRIMARY KEY (person_id, channel)
            ){{strict}}
            """,
            "CREATE INDEX contacts_to_check ON contacts(channel, check_at, person_id) WHERE check_state = 'waiting'",
            """
            CREATE TABLE telling_choices(
                person_id {{text}} PRIMARY KEY REFERENCES people(id),
                choices {{text}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE notices(
                id {{text}} PRIMARY KEY,
                mark {{text}} NOT NULL UNIQUE,
                person_id {{text}} NOT NULL REFERENCES people(id),
                request_id {{text}} NOT NULL REFERENCES requests(id),
                event {{text}} NOT NULL,
                channel {{text}} NOT NULL CHECK (channel IN ('mail', 'sms')),
                is_pressing {{bool}} NOT NULL,
                state {{text}} NOT NULL CHECK (state IN ('waiting', 'sent', 'dropped', 'givenUp')),
                made_at {{int}} NOT NULL,
                planned_at {{int}} NOT NULL,
                send_at {{int}} NOT NULL,
                attempts {{int}} NOT NULL,
                claimed_until {{int}},
                message {{text}},
                settled_at {{int}}
            ){{strict}}
            """,
            "CREATE INDEX notices_due ON notices(channel, send_at, id) WHERE state = 'waiting'",
            "CREATE INDEX notices_gathered ON notices(person_id, channel, send_at) WHERE state = 'waiting'",
            "CREATE INDEX notices_of_message ON notices(message) WHERE state = 'waiting' AND message IS NOT NULL",
            "CREATE INDEX notices_given_up ON notices(person_id, channel, settled_at) WHERE state = 'givenUp'",
            "CREATE INDEX notices_settled ON notices(settled_at) WHERE settled_at IS NOT NULL",
            // The due time is part of what was told: a promise that moves is another promise.
            """
            CREATE TABLE overdue_told(
                request_id {{text}} NOT NULL REFERENCES requests(id),
                due_at {{int}} NOT NULL,
                stage {{text}} NOT NULL CHECK (stage IN ('due', 'day')),
                PRIMARY KEY (request_id, due_at, stage)
            ){{strict}}
            """,
            "CREATE INDEX requests_by_due ON requests(due_at, id) WHERE state IN ('submitted', 'taken')",
        ])
}

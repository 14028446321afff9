extension Migration {
    /// Second factors, what opens an account, and sessions that say how they were opened. Sessions of before bore no second
    /// factor: all are over.
    static let signIn = Migration(
        "2026-11-sign-in",
        [
            "DROP TABLE sessions",
            """
            CREATE TABLE sessions(
                token_hash {{bytes}} PRIMARY KEY,
                person_id {{text}} NOT NULL REFERENCES people(id),
                csrf {{text}} NOT NULL,
                created_at {{int}} NOT NULL,
                last_seen_at {{int}} NOT NULL,
                id {{text}} NOT NULL UNIQUE,
                means {{text}} NOT NULL,
                device {{text}} NOT NULL,
                place {{text}} NOT NULL,
                proven_at {{int}} NOT NULL,
                ends_at {{int}} NOT NULL,
                provider {{text}},
                id_token_master {{text}},
                id_token {{bytes}}
            ){{strict}}
            """,
            "CREATE INDEX sessions_by_person ON sessions(person_id, last_seen_at)",
            "CREATE INDEX sessions_by_last_seen ON sessions(last_seen_at)",
            "CREATE INDEX sessions_by_end ON sessions(ends_at)",
            """
            CREATE TABLE sign_in_steps(
                token_hash {{bytes}} PRIMARY KEY,
                person_id {{text}} REFERENCES people(id),
                purpose {{text}} NOT NULL
                    CHECK (purpose IN ('secondFactor', 'enrolment', 'passkey', 'addition', 'proof')),
                challenge {{bytes}} NOT NULL,
                secret_master {{text}},
                secret {{bytes}},
                started_at {{int}} NOT NULL,
                wrong_codes {{int}} NOT NULL,
                CHECK ((secret IS NULL) = (secret_master IS NULL))
            ){{strict}}
            """,
            "CREATE INDEX sign_in_steps_by_start ON sign_in_steps(started_at)",
            """
            CREATE TABLE time_codes(
                person_id {{text}} PRIMARY KEY REFERENCES people(id),
                secret_master {{text}} NOT NULL,
                secret {{bytes}} NOT NULL,
                added_at {{int}} NOT NULL,
                last_period {{int}}
            ){{strict}}
            """,
            "CREATE INDEX time_codes_by_master ON time_codes(secret_master)",
            """
            CREATE TABLE passkeys(
                id {{text}} PRIMARY KEY,
                person_id {{text}} NOT NULL REFERENCES people(id),
                credential {{bytes}} NOT NULL UNIQUE,
                cose {{bytes}} NOT NULL,
                sign_count {{int}} NOT NULL,
                is_synced {{bool}} NOT NULL,
                name {{text}} NOT NULL,
                added_at {{int}} NOT NULL,
                last_used_at {{int}}
            ){{strict}}
            """,
            "CREATE INDEX passkeys_by_person ON passkeys(person_id, added_at)",
            """
            CREATE TABLE recovery_codes(
                person_id {{text}} NOT NULL REFERENCES people(id),
                digest {{bytes}} NOT NULL,
                made_at {{int}} NOT NULL,
                taken_at {{int}},
                PRIMARY KEY (person_id, digest)
            ){{strict}}
            """,
            """
            CREATE TABLE account_links(
                person_id {{text}} PRIMARY KEY REFERENCES people(id),
                token_hash {{bytes}} NOT NULL UNIQUE,
                kind {{text}} NOT NULL CHECK (kind IN ('password', 'everything')),
                sent_to {{text}},
                made_at {{int}} NOT NULL,
                expires_at {{int}} NOT NULL
            ){{strict}}
            """,
            // Mails about accounts that wait to leave, and from where people signed in.
            """
            CREATE TABLE account_mails(
                id {{text}} PRIMARY KEY,
                person_id {{text}} NOT NULL REFERENCES people(id),
                address {{text}} NOT NULL,
                event {{text}} NOT NULL,
                detail {{text}} NOT NULL,
                made_at {{int}} NOT NULL,
                send_at {{int}} NOT NULL,
                attempts {{int}} NOT NULL,
                claimed_until {{int}}
            ){{strict}}
            """,
            "CREATE INDEX account_mails_due ON account_mails(send_at, id)",
            "CREATE INDEX account_mails_by_person ON account_mails(person_id, made_at)",
            """
            CREATE TABLE known_devices(
                person_id {{text}} NOT NULL REFERENCES people(id),
                device {{text}} NOT NULL,
                seen_at {{int}} NOT NULL,
                PRIMARY KEY (person_id, device)
            ){{strict}}
            """,
            // Sign-in by other providers: who is away at one, who came back, whom each knows.
            """
            CREATE TABLE departures(
                token_hash {{bytes}} PRIMARY KEY,
                provider {{text}} NOT NULL,
                address {{text}} NOT NULL,
                state {{text}} NOT NULL,
                nonce {{text}} NOT NULL,
                verifier {{text}} NOT NULL,
                renewed_after {{int}},
                started_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX departures_by_start ON departures(started_at)",
            """
            CREATE TABLE arrivals(
                token_hash {{bytes}} PRIMARY KEY,
                master {{text}} NOT NULL,
                identity {{bytes}} NOT NULL,
                started_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX arrivals_by_start ON arrivals(started_at)",
            """
            CREATE TABLE provider_subjects(
                issuer {{text}} NOT NULL,
                subject {{text}} NOT NULL,
                person_id {{text}} NOT NULL REFERENCES people(id),
                PRIMARY KEY (issuer, subject)
            ){{strict}}
            """,
            "CREATE INDEX provider_subjects_by_person ON provider_subjects(person_id)",
            """
            CREATE TABLE own_places(
                person_id {{text}} NOT NULL REFERENCES people(id),
                mark {{text}} NOT NULL,
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                PRIMARY KEY (person_id, mark)
            ){{strict}}
            """,
            """
            CREATE TABLE charters(
                person_id {{text}} NOT NULL REFERENCES people(id),
                charter {{text}} NOT NULL,
                accepted_at {{int}} NOT NULL,
                PRIMARY KEY (person_id, charter)
            ){{strict}}
            """,
        ])
}

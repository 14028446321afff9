extension Migration {
    /// The journal: the history's rows sealed into a tree, what others may fetch of it, and what watches over reading.
    static let journal = Migration(
        "2026-11-journal",
        [
            "ALTER TABLE attachments ADD COLUMN digest {{bytes}}",
            // Not filled for entries of before: their words do not say it.
            "ALTER TABLE history ADD COLUMN network_id {{text}}",
            // The act whole, as a receipt shows it; forgotten with the payload.
            "ALTER TABLE history ADD COLUMN record {{text}}",
            "CREATE INDEX history_by_network ON history(network_id, at, id)",
            // Full tiles and full bundles of entries only; the partial ones are the head's.
            """
            CREATE TABLE journal_tiles(
                level {{int}} NOT NULL,
                number {{int}} NOT NULL,
                bytes {{bytes}} NOT NULL,
                PRIMARY KEY (level, number)
            ){{strict}}
            """,
            """
            CREATE TABLE journal_bundles(
                number {{int}} PRIMARY KEY,
                bytes {{bytes}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE journal_head(
                id {{int}} PRIMARY KEY CHECK (id = 1),
                size {{int}} NOT NULL,
                edge {{bytes}} NOT NULL,
                bundle {{bytes}} NOT NULL,
                keeper {{text}},
                kept_until {{int}},
                signed_size {{int}} NOT NULL,
                checkpoint {{text}},
                CHECK (signed_size <= size)
            ){{strict}}
            """,
            """
            CREATE TABLE journal_keys(
                position {{int}} PRIMARY KEY,
                verifier {{text}} NOT NULL UNIQUE,
                since {{int}} NOT NULL,
                handover {{text}}
            ){{strict}}
            """,
            // What was last given to each outside holder, and what it answered.
            """
            CREATE TABLE journal_holders(
                holder {{text}} PRIMARY KEY,
                size {{int}} NOT NULL,
                at {{int}} NOT NULL,
                answer {{text}}
            ){{strict}}
            """,
            // Other logs' heads, held for them.
            """
            CREATE TABLE held_checkpoints(
                origin {{text}} PRIMARY KEY,
                size {{int}} NOT NULL,
                root {{bytes}} NOT NULL,
                checkpoint {{text}} NOT NULL,
                at {{int}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE patient_reads(
                person_id {{text}} NOT NULL REFERENCES people(id),
                patient {{text}} NOT NULL,
                at {{int}} NOT NULL,
                PRIMARY KEY (person_id, patient)
            ){{strict}}
            """,
            "CREATE INDEX patient_reads_by_person ON patient_reads(person_id, at)",
            "CREATE INDEX patient_reads_by_age ON patient_reads(at)",
            """
            CREATE TABLE alarms(
                id {{text}} PRIMARY KEY,
                at {{int}} NOT NULL,
                kind {{text}} NOT NULL CHECK (kind IN ('manyPatients', 'emergency', 'journal')),
                network_id {{text}} REFERENCES networks(id),
                person_id {{text}} REFERENCES people(id),
                request_id {{text}} REFERENCES requests(id),
                detail {{text}} NOT NULL,
                told_at {{int}},
                lifted_at {{int}},
                lifted_by {{text}} REFERENCES people(id)
            ){{strict}}
            """,
            "CREATE INDEX alarms_by_network ON alarms(network_id, at, id)",
            "CREATE INDEX alarms_by_person ON alarms(person_id, at)",
            "CREATE INDEX alarms_untold ON alarms(at, id) WHERE told_at IS NULL",
            """
            CREATE TABLE emergency_accesses(
                id {{text}} PRIMARY KEY,
                request_id {{text}} NOT NULL REFERENCES requests(id),
                person_id {{text}} NOT NULL REFERENCES people(id),
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                holder_id {{text}} REFERENCES people(id),
                reason {{text}} NOT NULL,
                at {{int}} NOT NULL,
                ends_at {{int}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX emergency_by_request ON emergency_accesses(request_id, person_id, ends_at)",
            "CREATE INDEX emergency_by_structure ON emergency_accesses(structure_id, at)",
            "CREATE INDEX emergency_by_holder ON emergency_accesses(holder_id, at)",
            """
            CREATE TABLE emergency_notices_read(
                access_id {{text}} NOT NULL REFERENCES emergency_accesses(id),
                person_id {{text}} NOT NULL REFERENCES people(id),
                at {{int}} NOT NULL,
                PRIMARY KEY (access_id, person_id)
            ){{strict}}
            """,
        ])
}

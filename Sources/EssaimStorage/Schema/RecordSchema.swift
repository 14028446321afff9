extension Migration {
    /// What stands beside a demand: marks of the two records, the demand that it was opened from, problems told about it. An
    /// alarm may be about confidentiality: its table is made again, for a CHECK cannot be changed in place.
    static let recordMarks = Migration(
        "2026-11-record-marks",
        [
            """
            CREATE TABLE record_marks(
                request_id {{text}} NOT NULL REFERENCES requests(id),
                side {{text}} NOT NULL CHECK (side IN ('asking', 'answering')),
                kind {{text}} NOT NULL CHECK (kind IN ('file', 'shared', 'opposition')),
                person_id {{text}} NOT NULL REFERENCES people(id),
                at {{int}} NOT NULL,
                PRIMARY KEY (request_id, side, kind)
            ){{strict}}
            """,
            """
            CREATE TABLE linked_requests(
                request_id {{text}} PRIMARY KEY REFERENCES requests(id),
                origin_id {{text}} NOT NULL REFERENCES requests(id)
            ){{strict}}
            """,
            "CREATE INDEX linked_requests_by_origin ON linked_requests(origin_id)",
            """
            CREATE TABLE problems(
                id {{text}} PRIMARY KEY,
                network_id {{text}} NOT NULL REFERENCES networks(id),
                request_id {{text}} REFERENCES requests(id),
                kind {{text}} NOT NULL CHECK (kind IN ('technical', 'identity', 'answer', 'confidentiality', 'other')),
                words {{text}} NOT NULL,
                told_by {{text}} NOT NULL REFERENCES people(id),
                at {{int}} NOT NULL,
                is_handled {{bool}} NOT NULL,
                handled_by {{text}} REFERENCES people(id),
                handled_at {{int}},
                reply {{text}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX problems_by_network ON problems(network_id, is_handled, at, id)",
            "CREATE INDEX problems_by_teller ON problems(told_by, at, id)",
            "CREATE INDEX problems_by_request ON problems(request_id, at, id) WHERE request_id IS NOT NULL",
            """
            CREATE TABLE alarms_anew(
                id {{text}} PRIMARY KEY,
                at {{int}} NOT NULL,
                kind {{text}} NOT NULL CHECK (kind IN ('manyPatients', 'emergency', 'journal', 'confidentiality')),
                network_id {{text}} REFERENCES networks(id),
                person_id {{text}} REFERENCES people(id),
                request_id {{text}} REFERENCES requests(id),
                detail {{text}} NOT NULL,
                told_at {{int}},
                lifted_at {{int}},
                lifted_by {{text}} REFERENCES people(id)
            ){{strict}}
            """,
            """
            INSERT INTO alarms_anew(id, at, kind, network_id, person_id, request_id, detail, told_at, lifted_at, lifted_by)
            SELECT id, at, kind, network_id, person_id, request_id, detail, told_at, lifted_at, lifted_by FROM alarms
            """,
            "DROP TABLE alarms",
            "ALTER TABLE alarms_anew RENAME TO alarms",
            "CREATE INDEX alarms_by_network ON alarms(network_id, at, id)",
            "CREATE INDEX alarms_by_person ON alarms(person_id, at)",
            "CREATE INDEX alarms_untold ON alarms(at, id) WHERE told_at IS NULL",
        ])
}

extension Migration {
    /// Each worklist is one partial index: what a list reads is what the index holds, however many demands are over.
    static let requests = Migration(
        "2026-11-requests",
        [
            """
            CREATE TABLE patients(
                id {{text}} PRIMARY KEY,
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                birth_family_name {{text}} NOT NULL,
                used_family_name {{text}},
                first_given_name {{text}} NOT NULL,
                birth_date {{text}} NOT NULL,
                sex {{text}} NOT NULL,
                given_names {{text}} NOT NULL,
                birth_place {{text}},
                birth_rank {{int}},
                traits_key {{text}} NOT NULL,
                ins_oid {{text}},
                ins_matricule {{text}},
                ins_status {{text}},
                UNIQUE (structure_id, traits_key)
            ){{strict}}
            """,
            "CREATE INDEX patients_real ON patients(id) WHERE ins_oid IN ('1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.9')",
            """
            CREATE TABLE requests(
                id {{text}} PRIMARY KEY,
                number {{text}} NOT NULL UNIQUE,
                version {{int}} NOT NULL,
                kind {{text}} NOT NULL CHECK (kind IN ('teleexpertise', 'orientation')),
                state {{text}} NOT NULL CHECK (state IN
                    ('draft', 'submitted', 'taken', 'awaitingInformation', 'answered', 'closed', 'declined', 'cancelled')),
                network_id {{text}} NOT NULL REFERENCES networks(id),
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                requester_id {{text}} NOT NULL REFERENCES people(id),
                author_id {{text}} NOT NULL REFERENCES people(id),
                offer_id {{text}} NOT NULL REFERENCES offers(id),
                zone_id {{text}} NOT NULL REFERENCES zones(id),
                pool_id {{text}} NOT NULL REFERENCES pools(id),
                patient_id {{text}} REFERENCES patients(id),
                urgency {{text}} NOT NULL CHECK (urgency IN ('routine', 'priority', 'urgent')),
                excerpt {{text}} NOT NULL,
                content {{text}} NOT NULL,
                consent {{text}},
                clock {{text}},
                loop {{text}} NOT NULL,
                holder_id {{text}} REFERENCES people(id),
                is_unread {{bool}} NOT NULL,
                created_at {{int}} NOT NULL,
                submitted_at {{int}},
                due_at {{int}},
                taken_at {{int}},
                answered_at {{int}},
                CHECK (state = 'draft' OR (patient_id IS NOT NULL AND submitted_at IS NOT NULL AND due_at IS NOT NULL))
            ){{strict}}
            """,
            "CREATE INDEX requests_to_take ON requests(pool_id, due_at, id) WHERE state = 'submitted'",
            "CREATE INDEX requests_mine ON requests(holder_id, due_at, id) WHERE state = 'taken'",
            "CREATE INDEX requests_waiting ON requests(holder_id, due_at, id) WHERE state = 'awaitingInformation'",
            """
            CREATE INDEX requests_answered_by ON requests(holder_id, answered_at, id)
            WHERE state IN ('answered', 'closed', 'declined')
            """,
            "CREATE INDEX requests_drafts ON requests(structure_id, created_at, id) WHERE state = 'draft'",
            "CREATE INDEX requests_sent ON requests(structure_id, due_at, id) WHERE state IN ('submitted', 'taken')",
            "CREATE INDEX requests_to_complete ON requests(structure_id, due_at, id) WHERE state = 'awaitingInformation'",
            "CREATE INDEX requests_to_read ON requests(structure_id, answered_at, id) WHERE is_unread",
            """
            CREATE INDEX requests_to_close ON requests(structure_id, answered_at, id)
            WHERE state = 'answered' AND NOT is_unread
            """,
            """
            CREATE INDEX requests_ended ON requests(structure_id, submitted_at, id)
            WHERE state IN ('closed', 'declined', 'cancelled')
            """,
            """
            CREATE INDEX requests_open_in_network ON requests(network_id, due_at, id)
            WHERE state IN ('submitted', 'taken', 'awaitingInformation')
            """,
            """
            CREATE TABLE assignments(
                id {{text}} PRIMARY KEY,
                request_id {{text}} NOT NULL REFERENCES requests(id),
                person_id {{text}} NOT NULL REFERENCES people(id),
                role {{text}} NOT NULL CHECK (role IN ('lead', 'invited')),
                is_junior {{bool}} NOT NULL,
                state {{text}} NOT NULL CHECK (state IN
                    ('proposed', 'taken', 'awaitingValidation', 'answered', 'declined', 'released')),
                since {{int}} NOT NULL,
                draft {{text}}
            ){{strict}}
            """,
            "CREATE INDEX assignments_by_request ON assignments(request_id, id)",
            "CREATE INDEX assignments_to_validate ON assignments(request_id) WHERE state = 'awaitingValidation'",
            "CREATE INDEX assignments_proposed ON assignments(person_id, request_id) WHERE state = 'proposed'",
            """
            CREATE TABLE set_asides(
                request_id {{text}} NOT NULL REFERENCES requests(id),
                person_id {{text}} NOT NULL REFERENCES people(id),
                PRIMARY KEY (request_id, person_id)
            ){{strict}}
            """,
            """
            CREATE TABLE answers(
                request_id {{text}} NOT NULL REFERENCES requests(id),
                version {{int}} NOT NULL,
                expert_id {{text}} NOT NULL REFERENCES people(id),
                validated_by {{text}} REFERENCES people(id),
                content {{text}} NOT NULL,
                reason {{text}} NOT NULL,
                sent_at {{int}} NOT NULL,
                PRIMARY KEY (request_id, version)
            ){{strict}}
            """,
            """
            CREATE TABLE thread_entries(
                id {{text}} PRIMARY KEY,
                request_id {{text}} NOT NULL REFERENCES requests(id),
                at {{int}} NOT NULL,
                author_id {{text}} REFERENCES people(id),
                action {{text}} NOT NULL,
                body {{text}} NOT NULL
            ){{strict}}
            """,
            "CREATE INDEX thread_by_request ON thread_entries(request_id, at, id)",
            """
            CREATE TABLE attachments(
                id {{text}} PRIMARY KEY,
                request_id {{text}} NOT NULL REFERENCES requests(id),
                slot {{text}} NOT NULL,
                name {{text}} NOT NULL,
                media_type {{text}} NOT NULL,
                byte_count {{int}} NOT NULL,
                width {{int}} NOT NULL,
                height {{int}} NOT NULL,
                stored_as {{text}} NOT NULL UNIQUE,
                added_by {{text}} NOT NULL REFERENCES people(id),
                added_at {{int}} NOT NULL,
                captured_at {{text}},
                withdrawn_at {{int}}
            ){{strict}}
            """,
            "CREATE INDEX attachments_by_request ON attachments(request_id, id)",
            """
            CREATE TABLE reports(
                request_id {{text}} NOT NULL REFERENCES requests(id),
                version {{int}} NOT NULL,
                issued_at {{int}} NOT NULL,
                pdf {{bytes}} NOT NULL,
                PRIMARY KEY (request_id, version)
            ){{strict}}
            """,
            """
            CREATE TABLE acts(
                id {{text}} PRIMARY KEY,
                request_id {{text}} NOT NULL REFERENCES requests(id),
                code {{text}},
                person_id {{text}} NOT NULL REFERENCES people(id),
                amount_cents {{int}} NOT NULL,
                performed_at {{int}} NOT NULL,
                note {{text}} NOT NULL,
                UNIQUE (request_id, person_id, code)
            ){{strict}}
            """,
        ])
}

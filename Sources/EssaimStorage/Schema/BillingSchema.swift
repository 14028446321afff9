extension Migration {
    /// Acts on their way to the *Assurance maladie*: their professional's page, and an establishment's batches.
    static let billing = Migration(
        "2026-11-billing",
        [
            "ALTER TABLE patients ADD COLUMN claim_nir {{text}}",
            "CREATE INDEX patients_by_traits ON patients(traits_key)",
            "CREATE INDEX patients_by_ins ON patients(ins_oid, ins_matricule) WHERE ins_matricule IS NOT NULL",
            "ALTER TABLE acts ADD COLUMN patient_id {{text}} REFERENCES patients(id)",
            "ALTER TABLE acts ADD COLUMN pool_id {{text}} REFERENCES pools(id)",
            "ALTER TABLE acts ADD COLUMN offer_id {{text}} REFERENCES offers(id)",
            "ALTER TABLE acts ADD COLUMN establishment_id {{text}} REFERENCES structures(id)",
            "ALTER TABLE acts ADD COLUMN counterpart_id {{text}} REFERENCES people(id)",
            "ALTER TABLE acts ADD COLUMN counterpart_structure_id {{text}} REFERENCES structures(id)",
            """
            ALTER TABLE acts ADD COLUMN state {{text}} NOT NULL DEFAULT 'open'
            CHECK (state IN ('open', 'batched', 'billed', 'rejected', 'waived', 'reversed'))
            """,
            "ALTER TABLE acts ADD COLUMN state_at {{int}}",
            "ALTER TABLE acts ADD COLUMN reason {{text}} NOT NULL DEFAULT ''",
            "ALTER TABLE acts ADD COLUMN version {{int}} NOT NULL DEFAULT 1",
            "ALTER TABLE acts ADD COLUMN corrected_at {{int}}",
            "ALTER TABLE acts ADD COLUMN line {{text}}",
            "ALTER TABLE acts ADD COLUMN carried {{text}}",
            "ALTER TABLE acts ADD COLUMN carry {{text}} CHECK (carry IN ('reversal', 'replacement'))",
            """
            UPDATE acts SET
                patient_id = (SELECT r.patient_id FROM requests r WHERE r.id = acts.request_id),
                pool_id = (SELECT r.pool_id FROM requests r WHERE r.id = acts.request_id),
                offer_id = (SELECT r.offer_id FROM requests r WHERE r.id = acts.request_id),
                counterpart_id = (SELECT min(b.person_id) FROM acts b
                    WHERE b.request_id = acts.request_id AND b.person_id <> acts.person_id),
                counterpart_structure_id = (SELECT r.structure_id FROM requests r
                    WHERE r.id = acts.request_id AND acts.code = 'TE2')
            """,
            """
            CREATE INDEX acts_open ON acts(person_id, performed_at, id)
            WHERE state = 'open' AND code IS NOT NULL AND establishment_id IS NULL
            """,
            """
            CREATE INDEX acts_marked ON acts(person_id, state_at, id)
            WHERE state <> 'open' AND code IS NOT NULL AND establishment_id IS NULL
            """,
            """
            CREATE INDEX acts_by_day ON acts(person_id, performed_at, id)
            WHERE code IS NOT NULL AND establishment_id IS NULL
            """,
            "CREATE INDEX acts_by_patient ON acts(patient_id, person_id)",
            """
            CREATE INDEX acts_claimed ON acts(establishment_id, performed_at, id)
            WHERE establishment_id IS NOT NULL AND code IS NOT NULL
            """,
            """
            CREATE INDEX acts_carried ON acts(establishment_id, performed_at, id)
            WHERE carry IS NOT NULL
            """,
            "CREATE INDEX acts_on_line ON acts(establishment_id, line) WHERE line IS NOT NULL",
            """
            CREATE TABLE billing_offices(
                person_id {{text}} NOT NULL REFERENCES people(id),
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                status {{text}} NOT NULL CHECK (status IN ('invited', 'active', 'suspended', 'ended')),
                PRIMARY KEY (person_id, structure_id)
            ){{strict}}
            """,
            """
            CREATE TABLE batch_numbers(
                structure_id {{text}} PRIMARY KEY REFERENCES structures(id),
                last {{int}} NOT NULL
            ){{strict}}
            """,
            """
            CREATE TABLE claim_batches(
                id {{text}} PRIMARY KEY,
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                number {{int}} NOT NULL,
                period {{text}} NOT NULL,
                unit {{text}} NOT NULL,
                made_by {{text}} NOT NULL REFERENCES people(id),
                made_at {{int}} NOT NULL,
                line_count {{int}} NOT NULL,
                columns {{text}} NOT NULL,
                UNIQUE (structure_id, number)
            ){{strict}}
            """,
            """
            CREATE TABLE claim_lines(
                batch_id {{text}} NOT NULL REFERENCES claim_batches(id),
                position {{int}} NOT NULL,
                structure_id {{text}} NOT NULL REFERENCES structures(id),
                name {{text}} NOT NULL,
                act_id {{text}} NOT NULL REFERENCES acts(id),
                origin {{text}},
                is_reversal {{bool}} NOT NULL,
                cells {{text}} NOT NULL,
                PRIMARY KEY (batch_id, position),
                UNIQUE (structure_id, name)
            ){{strict}}
            """,
            // A line is taken back once, and replaced once: two offices at a time cannot export an act twice.
            """
            CREATE UNIQUE INDEX claim_lines_from ON claim_lines(structure_id, origin, is_reversal)
            WHERE origin IS NOT NULL
            """,
            """
            CREATE UNIQUE INDEX claim_lines_once ON claim_lines(act_id) WHERE origin IS NULL
            """,
        ])
}

import EssaimDomain
import EssaimWorkflow

// How an act moves, and what is known of it towards a quota.

extension PortableTransaction {
    public func standings(of request: Identifier<AdviceRequest>) throws -> [ActStanding] {
        let sql: SQLText = """
            SELECT id, state, version, establishment_id, corrected_at FROM acts
            WHERE request_id = ? AND code IS NOT NULL ORDER BY id
            """
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return try ActStanding(&c)
        }
    }

    public func move(
        _ standing: ActStanding, to step: ActStep, reason: String, correctedAt: Instant?, at now: Instant
    ) throws -> Bool {
        let leaves: SQLText = ", carried = line, carry = ?, line = NULL"
        let sql = SQLText(
            "UPDATE acts SET state = ?, state_at = ?, reason = ?, corrected_at = ?, version = version + 1",
            step.carry == nil ? "" : leaves, "WHERE id = ? AND version = ?")
        let carry: [SQLValue] = step.carry.map { [.raw($0)] } ?? []
        return try connection.run(
            sql,
            [.raw(step.state), .at(now), .text(reason), .at(correctedAt)] + carry + [
                .id(standing.id), .int(standing.version),
            ]) == 1
    }

    public func moveActs(of request: Identifier<AdviceRequest>, to patient: Identifier<Patient>) throws {
        try connection.execute(
            "UPDATE acts SET patient_id = ? WHERE request_id = ?", [.id(patient), .id(request)])
    }

    public func knownActs(
        of person: Identifier<Person>, for patients: Set<Identifier<Patient>>
    ) throws -> [Identifier<Patient>: Set<KnownAct>] {
        var known: [Identifier<Patient>: Set<KnownAct>] = [:]
        for sql in Self.knownQueries {
            for (patient, act) in try query(sql, of: person, for: patients) { known[patient, default: []].insert(act) }
        }
        return known
    }

    /// Of the same patient as the structure knows them; then, for TE2, of whoever bears the same strict traits, or the
    /// same INS. Each goes from a patient by an index to the acts by another.
    private static let knownQueries: [SQLText] = [
        """
        SELECT m.id, a.code, a.performed_at FROM patients m JOIN acts a ON a.patient_id = m.id
        WHERE a.person_id = ? AND a.code IS NOT NULL AND a.state NOT IN ('waived', 'reversed') AND m.id IN
        """,
        """
        SELECT m.id, a.code, a.performed_at FROM patients m JOIN patients p ON p.traits_key = m.traits_key
        JOIN acts a ON a.patient_id = p.id
        WHERE a.person_id = ? AND a.code = 'TE2' AND a.state NOT IN ('waived', 'reversed') AND m.id IN
        """,
        """
        SELECT m.id, a.code, a.performed_at FROM patients m
        JOIN patients p ON p.ins_oid = m.ins_oid AND p.ins_matricule = m.ins_matricule
        JOIN acts a ON a.patient_id = p.id
        WHERE a.person_id = ? AND a.code = 'TE2' AND a.state NOT IN ('waived', 'reversed') AND m.id IN
        """,
    ]

    private func query(
        _ sql: SQLText, of person: Identifier<Person>, for patients: Set<Identifier<Patient>>
    ) throws -> [(Identifier<Patient>, KnownAct)] {
        guard !patients.isEmpty else { return [] }
        return try connection.query(
            SQLText(sql, .list(patients.count)), [.id(person)] + patients.sorted().map { .id($0) }
        ) { row in
            var c = Columns(row)
            let patient: Identifier<Patient> = try c.id()
            return (patient, KnownAct(act: try c.one(of: Act.self), at: try c.instant()))
        }
    }
}

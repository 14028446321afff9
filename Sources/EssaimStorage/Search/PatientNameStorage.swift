import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    /// The names under which a structure finds its patient: at birth, and in use.
    func saveNames(of patient: Patient) throws {
        try connection.execute("DELETE FROM patient_names WHERE patient_id = ?", [.id(patient.id)])
        for name in Set(Self.names(of: patient.traits)).sorted() {
            try connection.execute(
                "INSERT INTO patient_names(structure_id, name, patient_id) VALUES (?, ?, ?)",
                [.id(patient.structure), .text(name), .id(patient.id)])
        }
    }

    /// At birth, then in use when it is another.
    private static func names(of traits: PatientTraits) -> [String] {
        [traits.birthFamilyName, traits.usedFamilyName].compactMap(\.self).map {
            name("\($0) \(traits.firstGivenName)")
        }
    }

    private static func name(_ text: String) -> String { SearchWords.all(of: text).joined(separator: " ") }

    public func patients(
        of reader: Identifier<Person>, beginning: String, after key: PatientKey?, limit: Int
    ) throws -> [PatientRow] {
        let beginning = Self.name(beginning)
        let last = try key.flatMap { key in
            try patient(key.id).flatMap {
                key.isUsedName ? Self.names(of: $0.traits).last : Self.names(of: $0.traits).first
            }
        }
        let structures = try connection.query(
            "SELECT structure_id FROM structure_members WHERE person_id = ? AND status = 'active' ORDER BY 1",
            [.id(reader)]
        ) { row in
            var c = Columns(row)
            return try c.text()
        }
        // One range of the names for each structure of the reader (one or two), then merged.
        let found = try structures.flatMap { structure in
            try connection.query(
                Self.patientRows,
                [
                    .text(structure), .text(beginning), .text(beginning + "~"), .text(last ?? ""),
                    .text(key?.id.rawValue ?? ""), .int(limit),
                ], Self.patientRow)
        }
        return found.sorted { ($0.name, $0.row.id) < ($1.name, $1.row.id) }.prefix(limit).map(\.row)
    }

    private static let patientRows: SQLText = """
        SELECT n.name, p.id, p.birth_family_name, p.first_given_name, p.used_family_name, p.birth_date, p.sex,
            p.given_names,
            (SELECT count(*) FROM requests r WHERE r.patient_id = p.id AND r.submitted_at IS NOT NULL),
            (SELECT max(r.submitted_at) FROM requests r WHERE r.patient_id = p.id)
        FROM patient_names n JOIN patients p ON p.id = n.patient_id
        WHERE n.structure_id = ? AND n.name >= ? AND n.name < ? AND (n.name, n.patient_id) > (?, ?)
        ORDER BY n.name, n.patient_id LIMIT ?
        """

    private static func patientRow(_ row: any SQLRow) throws -> (name: String, row: PatientRow) {
        var c = Columns(row)
        let name = try c.text()
        let id: Identifier<Patient> = try c.id()
        let (family, given, used) = (try c.text(), try c.text(), try c.optionalText())
        guard let birthDate = CivilDate.parse(try c.text()) else { throw StoreFault.corrupt("a birth date") }
        let sex = try c.one(of: PatientTraits.Sex.self)
        let traits = PatientTraits(
            birthFamilyName: family, firstGivenName: given,
            givenNames: try StoredJSON.value([String].self, try c.text()), usedFamilyName: used, birthDate: birthDate,
            sex: sex, birthPlace: nil, birthRank: nil)
        let row = PatientRow(
            id: id, traits: traits, requests: try c.integer(), lastSentAt: try c.optionalInstant(),
            key: PatientKey(id: id, isUsedName: names(of: traits).first != name))
        return (name, row)
    }

    public func requests(
        about patient: Identifier<Patient>, of reader: Identifier<Person>, limit: Int
    ) throws -> [WorklistRow] {
        let ids: [Identifier<AdviceRequest>] = try connection.query(
            """
            SELECT r.id FROM requests r WHERE r.patient_id = ? AND EXISTS (SELECT 1 FROM structure_members m
            WHERE m.person_id = ? AND m.structure_id = r.structure_id AND m.status = 'active')
            ORDER BY r.submitted_at DESC, r.id DESC LIMIT ?
            """, [.id(patient), .id(reader), .int(limit)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
        let rows = try self.rows(anyOf: Set(ids), visibleTo: reader)
        return ids.compactMap { rows[$0] }
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let patientColumns: SQLText = """
        SELECT id, structure_id, birth_family_name, first_given_name, used_family_name, birth_date, sex,
               given_names, birth_place, birth_rank, ins_oid, ins_matricule, ins_status, claim_nir
        FROM patients
        """

    public func patient(_ id: Identifier<Patient>) throws -> Patient? {
        try connection.first(Self.patientColumns + " WHERE id = ?", [.id(id)], Self.patient)
    }

    func patients(_ ids: Set<Identifier<Patient>>) throws -> [Identifier<Patient>: Patient] {
        let found = try connection.query(Self.patientColumns + " WHERE id IN", anyOf: ids, Self.patient)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    private static func patient(_ row: any SQLRow) throws -> Patient {
        var c = Columns(row)
        let id: Identifier<Patient> = try c.id()
        let structure: Identifier<Structure> = try c.id()
        let birthName = try c.text()
        let givenName = try c.text()
        let usedName = try c.optionalText()
        guard let birthDate = CivilDate.parse(try c.text()) else { throw StoreFault.corrupt("a birth date") }
        let sex = try c.one(of: PatientTraits.Sex.self)
        let givenNames = try StoredJSON.value([String].self, try c.text())
        let birthPlace = try c.optionalText().flatMap(INSEECommune.init(rawValue:))
        let traits = PatientTraits(
            birthFamilyName: birthName, firstGivenName: givenName, givenNames: givenNames, usedFamilyName: usedName,
            birthDate: birthDate, sex: sex, birthPlace: birthPlace,
            birthRank: try c.optionalInteger().map { Int($0) })
        return Patient(
            id: id, structure: structure, traits: traits, ins: try ins(&c),
            claimNIR: try c.optionalText().flatMap(NIR.init(rawValue:)))
    }

    public func setClaimNumber(_ number: NIR?, of patient: Identifier<Patient>) throws {
        try connection.execute("UPDATE patients SET claim_nir = ? WHERE id = ?", [.raw(number), .id(patient)])
    }

    public func setBirthRank(_ rank: Int, of patient: Identifier<Patient>) throws {
        try connection.execute("UPDATE patients SET birth_rank = ? WHERE id = ?", [.int(rank), .id(patient)])
    }

    public func patient(
        bearing traits: PatientTraits, in structure: Identifier<Structure>
    ) throws -> Identifier<Patient>? {
        try connection.first(
            "SELECT id FROM patients WHERE structure_id = ? AND traits_key = ?",
            [.id(structure), .text(Self.key(of: traits))]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
    }

    public func insert(_ patient: Patient) throws {
        try connection.execute(
            """
            INSERT INTO patients(id, structure_id, birth_family_name, used_family_name, first_given_name, birth_date, sex,
                given_names, birth_place, birth_rank, traits_key, ins_oid, ins_matricule, ins_status, claim_nir)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET birth_family_name = excluded.birth_family_name,
                used_family_name = excluded.used_family_name, first_given_name = excluded.first_given_name
            """,
            [.id(patient.id), .id(patient.structure)] + (try Self.columns(of: patient.traits)) + [
                .raw(patient.ins?.authority), .raw(patient.ins?.matricule), .raw(patient.ins?.status),
                .raw(patient.claimNIR),
            ])
        try saveNames(of: patient)
    }

    private static func ins(_ c: inout Columns) throws -> INS? {
        guard let authority = try c.optional(INS.Authority.self) else {
            _ = (try c.optionalText(), try c.optionalText())
            return nil
        }
        guard let matricule = NIR(rawValue: try c.text()) else { throw StoreFault.corrupt("a matricule") }
        return INS(matricule: matricule, authority: authority, status: try c.one(of: IdentityStatus.self))
    }

    private static func columns(of traits: PatientTraits) throws -> [SQLValue] {
        [
            .text(traits.birthFamilyName), .text(traits.usedFamilyName), .text(traits.firstGivenName),
            .text(traits.birthDate.description), .raw(traits.sex), .text(try StoredJSON.text(traits.givenNames)),
            .raw(traits.birthPlace), traits.birthRank.map { .int($0) } ?? .null, .text(key(of: traits)),
        ]
    }

    /// The strict traits in one text, case apart: the same patient typed twice is one patient.
    static func key(of traits: PatientTraits) -> String {
        [
            traits.birthFamilyName.uppercased(), traits.firstGivenName.uppercased(), traits.birthDate.description,
            traits.sex.rawValue,
        ].joined(separator: "|")
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func insert(_ person: Person) throws {
        try connection.execute(
            """
            INSERT INTO people(id, rpps, billing_number, family_name, given_name, profession, specialty, practice_mode,
                is_demonstration) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(person.id), .raw(person.rpps), .raw(person.billingNumber), .text(person.familyName),
                .text(person.givenName), .raw(person.profession), .text(person.specialty), .raw(person.mode),
                .boolean(person.isDemonstration),
            ])
    }

    public func insert(_ structure: Structure) throws {
        try connection.execute(
            "INSERT INTO structures(id, name, kind, finess, commune, commune_name) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .id(structure.id), .text(structure.name), .raw(structure.kind), .raw(structure.finess),
                .raw(structure.commune), .text(structure.communeName),
            ])
    }

    public func setBillingNumber(_ number: ADELI?, of person: Identifier<Person>) throws {
        try connection.execute("UPDATE people SET billing_number = ? WHERE id = ?", [.raw(number), .id(person)])
    }

    public func join(
        _ person: Identifier<Person>, structure: Identifier<Structure>, as role: StructureRole, status: MembershipStatus
    ) throws {
        try connection.execute(
            """
            INSERT INTO structure_members(person_id, structure_id, role, status) VALUES (?, ?, ?, ?)
            ON CONFLICT (person_id, structure_id) DO UPDATE SET role = excluded.role, status = excluded.status,
                version = structure_members.version + 1, from_day = NULL, through_day = NULL, opens_at = NULL,
                closes_at = NULL, turns_at = NULL
            """,
            [.id(person), .id(structure), .raw(role), .raw(status)])
    }

    public func join(
        _ person: Identifier<Person>, officeOf establishment: Identifier<Structure>, status: MembershipStatus
    ) throws {
        try connection.execute(
            """
            INSERT INTO billing_offices(person_id, structure_id, status) VALUES (?, ?, ?)
            ON CONFLICT (person_id, structure_id) DO UPDATE SET status = excluded.status
            """,
            [.id(person), .id(establishment), .raw(status)])
    }
}

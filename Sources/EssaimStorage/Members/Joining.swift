import EssaimDomain
import EssaimWorkflow

/// Who joins and leaves a network, its teams and its establishments: one by one, each renews the network; in bulk, the rows
/// alone.
extension PortableTransaction {
    public func join(
        _ person: Identifier<Person>, pool: Identifier<Pool>, as grade: PoolGrade, status: MembershipStatus
    ) throws {
        try put(person, pool: pool, as: grade, status)
        try connection.execute(
            "UPDATE networks SET version = version + 1 WHERE id = (SELECT network_id FROM pools WHERE id = ?)",
            [.id(pool)])
    }

    public func join(
        _ person: Identifier<Person>, network: Identifier<Network>, as role: NetworkRole, status: MembershipStatus
    ) throws {
        try put(person, network: network, as: role, status)
        try renew(network)
    }

    public func join(
        _ person: Identifier<Person>, partner: Identifier<Partner>, status: MembershipStatus
    ) throws {
        try put(person, partner: partner, status)
        try connection.execute(
            "UPDATE networks SET version = version + 1 WHERE id = (SELECT network_id FROM partners WHERE id = ?)",
            [.id(partner)])
    }

    public func setSubSpecialties(
        _ known: Set<Identifier<SubSpecialty>>, of person: Identifier<Person>, in network: Identifier<Network>
    ) throws {
        try put(known, of: person, in: network)
        try renew(network)
    }

    func put(
        _ person: Identifier<Person>, pool: Identifier<Pool>, as grade: PoolGrade, _ status: MembershipStatus
    ) throws {
        try connection.execute(
            """
            INSERT INTO pool_members(person_id, pool_id, grade, status) VALUES (?, ?, ?, ?)
            ON CONFLICT (person_id, pool_id) DO UPDATE SET grade = excluded.grade, status = excluded.status
            """,
            [.id(person), .id(pool), .raw(grade), .raw(status)])
    }

    func put(
        _ person: Identifier<Person>, network: Identifier<Network>, as role: NetworkRole, _ status: MembershipStatus
    ) throws {
        try connection.execute(
            """
            INSERT INTO network_members(person_id, network_id, role, status) VALUES (?, ?, ?, ?)
            ON CONFLICT (person_id, network_id, role) DO UPDATE SET status = excluded.status
            """,
            [.id(person), .id(network), .raw(role), .raw(status)])
    }

    func put(_ person: Identifier<Person>, partner: Identifier<Partner>, _ status: MembershipStatus) throws {
        try connection.execute(
            """
            INSERT INTO partner_members(person_id, partner_id, status) VALUES (?, ?, ?)
            ON CONFLICT (person_id, partner_id) DO UPDATE SET status = excluded.status
            """,
            [.id(person), .id(partner), .raw(status)])
    }

    func put(
        _ known: Set<Identifier<SubSpecialty>>, of person: Identifier<Person>, in network: Identifier<Network>
    ) throws {
        let own = network.rawValue + "/"
        try connection.execute(
            "DELETE FROM sub_specialists WHERE person_id = ? AND substr(sub_specialty_id, 1, ?) = ?",
            [.id(person), .int(own.unicodeScalars.count), .text(own)])
        for subject in known.sorted() where subject.rawValue.hasPrefix(own) {
            try connection.execute(
                "INSERT INTO sub_specialists(person_id, sub_specialty_id) VALUES (?, ?)", [.id(person), .id(subject)])
        }
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func save(_ changes: [MemberChange], in network: Identifier<Network>) throws {
        // Rows that nobody waits for: an engine sends them together.
        for change in changes {
            let person = change.person.id
            switch change.writing {
            case .none: break
            case .insert: try insert(change.person)
            case .update: try save(change.person)
            }
            if let sheet = change.sheet { try save(sheet, of: person, in: network) }
            for (role, status) in change.roles { try put(person, network: network, as: role, status) }
            for (pool, place) in change.pools { try put(person, pool: pool, as: place.grade, place.status) }
            for (partner, status) in change.partners { try put(person, partner: partner, status) }
            if let known = change.subSpecialties { try put(known, of: person, in: network) }
        }
    }

    public func openInvitations(of person: Identifier<Person>) throws -> Int {
        let networks = try connection.query(
            """
            SELECT network_id FROM network_members WHERE person_id = ? AND status = 'invited'
            UNION SELECT q.network_id FROM pool_members m JOIN pools q ON q.id = m.pool_id
                WHERE m.person_id = ? AND m.status = 'invited'
            UNION SELECT q.network_id FROM partner_members m JOIN partners q ON q.id = m.partner_id
                WHERE m.person_id = ? AND m.status = 'invited'
            """, Array(repeating: .id(person), count: 3)
        ) { row in
            var c = Columns(row)
            return try c.id() as Identifier<Network>
        }
        for sql: SQLText in [
            "UPDATE network_members SET status = 'active' WHERE person_id = ? AND status = 'invited'",
            "UPDATE pool_members SET status = 'active' WHERE person_id = ? AND status = 'invited'",
            "UPDATE partner_members SET status = 'active' WHERE person_id = ? AND status = 'invited'",
        ] {
            try connection.execute(sql, [.id(person)])
        }
        // A person is invited by a few.
        for network in networks { try renew(network) }
        return networks.count
    }

    public func save(_ person: Person) throws {
        try connection.execute(
            """
            UPDATE people SET rpps = ?, billing_number = ?, family_name = ?, given_name = ?, profession = ?, specialty = ?,
                practice_mode = ?, is_demonstration = ? WHERE id = ?
            """,
            [
                .raw(person.rpps), .raw(person.billingNumber), .text(person.familyName), .text(person.givenName),
                .raw(person.profession), .text(person.specialty), .raw(person.mode), .boolean(person.isDemonstration),
                .id(person.id),
            ])
    }

    private func save(_ sheet: MemberSheet, of person: Identifier<Person>, in network: Identifier<Network>) throws {
        try connection.execute(
            """
            INSERT INTO member_sheets(network_id, person_id, member_key, login, mail) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (network_id, person_id) DO UPDATE SET member_key = excluded.member_key, login = excluded.login,
                mail = excluded.mail
            """, [.id(network), .id(person), .text(sheet.key), .text(sheet.login), .raw(sheet.mail)])
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    static let personColumns: SQLText = """
        SELECT p.id, p.rpps, p.billing_number, p.family_name, p.given_name, p.profession, p.specialty, p.practice_mode,
               p.is_demonstration FROM people p
        """

    public func caller(_ id: Identifier<Person>) throws -> Caller? {
        let open: SQLText = " JOIN accounts a ON a.person_id = p.id WHERE p.id = ? AND NOT a.is_disabled"
        guard let person = try connection.first(Self.personColumns + open, [.id(id)], decode) else { return nil }
        let networks = try networks(of: id)
        // Asked of the few who bill for an establishment, at each request of theirs.
        let bills = networks.contains { $0.role == .billingOffice }
        let places = try places(of: id)
        return Caller(
            person: person, structures: places.compactMap(\.active), pools: try pools(of: id), networks: networks,
            offices: bills ? try offices(of: id) : [], partners: try partners(of: id),
            turnsAt: places.compactMap(\.turnsAt).min())
    }

    public func person(_ id: Identifier<Person>) throws -> Person? {
        try connection.first(Self.personColumns + " WHERE p.id = ?", [.id(id)], decode)
    }

    public func people(_ ids: Set<Identifier<Person>>) throws -> [Identifier<Person>: Person] {
        let found = try connection.query(Self.personColumns + " WHERE p.id IN", anyOf: ids, decode)
        return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func experts(in pool: Identifier<Pool>) throws -> [Person] {
        let members: SQLText = """
             JOIN pool_members m ON m.person_id = p.id JOIN accounts a ON a.person_id = p.id
            WHERE m.pool_id = ? AND m.status = 'active' AND NOT a.is_disabled ORDER BY p.family_name, p.given_name, p.id
            """
        return try connection.query(Self.personColumns + members, [.id(pool)], decode)
    }

    public func isRegulated(_ network: Identifier<Network>) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM network_members n JOIN accounts c ON c.person_id = n.person_id
            WHERE n.network_id = ? AND n.status = 'active' AND n.role IN ('coordinator', 'regulator')
            AND NOT c.is_disabled LIMIT 1
            """, [.id(network)])
    }

    public func expertCount(in pool: Identifier<Pool>) throws -> Int {
        let sql: SQLText = """
            SELECT count(*) FROM pool_members m JOIN accounts a ON a.person_id = m.person_id
            WHERE m.pool_id = ? AND m.status = 'active' AND NOT a.is_disabled
            """
        return try connection.first(sql, [.id(pool)]) { row in
            var c = Columns(row)
            return try c.integer()
        } ?? 0
    }

    public func doctorCount(of network: Identifier<Network>) throws -> Int {
        let sql: SQLText = """
            SELECT count(DISTINCT m.person_id) FROM pools l JOIN pool_members m ON m.pool_id = l.id
            JOIN people p ON p.id = m.person_id JOIN accounts a ON a.person_id = m.person_id
            WHERE l.network_id = ? AND m.status = 'active' AND p.profession = ? AND NOT a.is_disabled
            """
        return try connection.first(sql, [.id(network), .text(Profession.doctor.rawValue)]) { row in
            var c = Columns(row)
            return try c.integer()
        } ?? 0
    }

    private func decode(_ row: any SQLRow) throws -> Person {
        var c = Columns(row)
        return try Self.person(&c)
    }

    static func person(_ c: inout Columns) throws -> Person {
        Person(
            id: try c.id(), rpps: try c.optionalText().flatMap(RPPS.init(rawValue:)),
            billingNumber: try c.optionalText().flatMap(ADELI.init(rawValue:)), familyName: try c.text(),
            givenName: try c.text(), profession: try c.one(of: Profession.self), specialty: try c.optionalText(),
            mode: try c.one(of: PracticeMode.self), isDemonstration: try c.boolean())
    }

    /// Active places, and when one opens or closes by its days.
    private func places(
        of person: Identifier<Person>
    ) throws -> [(active: Caller.InStructure?, turnsAt: Instant?)] {
        let sql: SQLText = """
            SELECT m.status = 'active', m.turns_at, m.role, s.id, s.name, s.kind, s.finess, s.commune, s.commune_name
            FROM structure_members m JOIN structures s ON s.id = m.structure_id
            WHERE m.person_id = ? AND (m.status = 'active' OR m.turns_at IS NOT NULL) ORDER BY s.name, s.id
            """
        return try connection.query(sql, [.id(person)]) { row in
            var c = Columns(row)
            let (isActive, turnsAt) = (try c.boolean(), try c.optionalInstant())
            let role = try c.one(of: StructureRole.self)
            let place = Caller.InStructure(structure: try structure(&c), role: role)
            return (isActive ? place : nil, turnsAt)
        }
    }

    private func pools(of person: Identifier<Person>) throws -> [Caller.InPool] {
        let sql: SQLText = """
            SELECT m.pool_id, p.network_id, m.grade FROM pool_members m JOIN pools p ON p.id = m.pool_id
            WHERE m.person_id = ? AND m.status = 'active' ORDER BY m.pool_id
            """
        return try connection.query(sql, [.id(person)]) { row in
            var c = Columns(row)
            return Caller.InPool(pool: try c.id(), network: try c.id(), grade: try c.one(of: PoolGrade.self))
        }
    }

    private func networks(of person: Identifier<Person>) throws -> [Caller.InNetwork] {
        let sql: SQLText = """
            SELECT network_id, role FROM network_members WHERE person_id = ? AND status = 'active'
            ORDER BY network_id, role
            """
        return try connection.query(sql, [.id(person)]) { row in
            var c = Columns(row)
            return Caller.InNetwork(network: try c.id(), role: try c.one(of: NetworkRole.self))
        }
    }

    private func partners(of person: Identifier<Person>) throws -> [Caller.InPartner] {
        let sql: SQLText = """
            SELECT m.partner_id, p.network_id FROM partner_members m JOIN partners p ON p.id = m.partner_id
            WHERE m.person_id = ? AND m.status = 'active' AND NOT p.is_retired ORDER BY m.partner_id
            """
        return try connection.query(sql, [.id(person)]) { row in
            var c = Columns(row)
            return Caller.InPartner(partner: try c.id(), network: try c.id())
        }
    }

    private func offices(of person: Identifier<Person>) throws -> [Structure] {
        let sql: SQLText = """
            SELECT s.id, s.name, s.kind, s.finess, s.commune, s.commune_name
            FROM billing_offices o JOIN structures s ON s.id = o.structure_id
            WHERE o.person_id = ? AND o.status = 'active' ORDER BY s.name, s.id
            """
        return try connection.query(sql, [.id(person)]) { row in
            var c = Columns(row)
            return try structure(&c)
        }
    }

    public func structure(_ id: Identifier<Structure>) throws -> Structure? {
        try structures([id])[id]
    }

    public func structures(_ ids: Set<Identifier<Structure>>) throws -> [Identifier<Structure>: Structure] {
        let sql: SQLText = "SELECT id, name, kind, finess, commune, commune_name FROM structures WHERE id IN"
        let found = try connection.query(sql, anyOf: ids) { row in
            var c = Columns(row)
            return try structure(&c)
        }
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    public func structures(bearing finess: FINESS) throws -> [Structure] {
        let sql: SQLText = """
            SELECT id, name, kind, finess, commune, commune_name FROM structures WHERE finess = ? ORDER BY name, id
            """
        return try connection.query(sql, [.raw(finess)]) { row in
            var c = Columns(row)
            return try structure(&c)
        }
    }

    public func structure(named name: String, in commune: INSEECommune) throws -> Structure? {
        try connection.first(
            "SELECT id, name, kind, finess, commune, commune_name FROM structures WHERE commune = ? AND name = ?",
            [.raw(commune), .text(name)]
        ) { row in
            var c = Columns(row)
            return try structure(&c)
        }
    }

    private func structure(_ c: inout Columns) throws -> Structure {
        let id: Identifier<Structure> = try c.id()
        let name = try c.text()
        let kind = try c.one(of: Structure.Kind.self)
        let finess = try c.optionalText().flatMap(FINESS.init(rawValue:))
        guard let commune = INSEECommune(rawValue: try c.text()) else { throw StoreFault.corrupt("a commune's code") }
        return Structure(id: id, name: name, kind: kind, finess: finess, commune: commune, communeName: try c.text())
    }

    public func realIdentityExists() throws -> Bool {
        try connection.exists("SELECT 1 FROM people WHERE NOT is_demonstration LIMIT 1", [])
            || connection.exists(
                """
                SELECT 1 FROM patients WHERE ins_oid IN ('1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.9') LIMIT 1
                """, [])
    }
}

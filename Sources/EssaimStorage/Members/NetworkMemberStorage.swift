import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let personAndLogin: SQLText = """
        SELECT p.id, p.rpps, p.billing_number, p.family_name, p.given_name, p.profession, p.specialty, p.practice_mode,
               p.is_demonstration, a.login FROM people p LEFT JOIN accounts a ON a.person_id = p.id
        """

    /// Whoever stands in a network; bound three times to its id.
    private static let standing: SQLText = """
        p.id IN (SELECT m.person_id FROM network_members m WHERE m.network_id = ? AND m.status <> 'ended'
            UNION SELECT m.person_id FROM pools q JOIN pool_members m ON m.pool_id = q.id
                WHERE q.network_id = ? AND NOT q.is_retired AND m.status <> 'ended'
            UNION SELECT m.person_id FROM partners q JOIN partner_members m ON m.partner_id = q.id
                WHERE q.network_id = ? AND NOT q.is_retired AND m.status <> 'ended')
        """

    private static let byName: SQLText = " ORDER BY p.family_name, p.given_name, p.id"

    public func members(of network: Identifier<Network>) throws -> [NetworkMember] {
        let people = try connection.query(
            SQLText(Self.personAndLogin, "WHERE", Self.standing) + Self.byName,
            Array(repeating: .id(network), count: 3), Self.bearing)
        return try placed(people, in: network, isAll: true)
    }

    public func members(
        of network: Identifier<Network>, after place: MemberPlace?, limit: Int
    ) throws -> [NetworkMember] {
        let place = place ?? MemberPlace(familyName: "", givenName: "", person: "")
        let people = try connection.query(
            SQLText(Self.personAndLogin, "WHERE (p.family_name, p.given_name, p.id) > (?, ?, ?) AND", Self.standing)
                + Self.byName + " LIMIT ?",
            [.text(place.familyName), .text(place.givenName), .id(place.person)]
                + Array(repeating: .id(network), count: 3) + [.int(limit)], Self.bearing)
        return try placed(people, in: network, isAll: false)
    }

    public func member(_ person: Identifier<Person>, of network: Identifier<Network>) throws -> NetworkMember? {
        let people = try connection.query(
            SQLText(Self.personAndLogin, "WHERE p.id = ? AND", Self.standing),
            [.id(person)] + Array(repeating: .id(network), count: 3), Self.bearing)
        return try placed(people, in: network, isAll: false).first
    }

    private static func bearing(_ row: any SQLRow) throws -> (person: Person, login: String?) {
        var c = Columns(row)
        return (try person(&c), try c.optionalText())
    }

    /// Where they stand: five queries for all of a network, or those for some of its people.
    private func placed(
        _ people: [(person: Person, login: String?)], in network: Identifier<Network>, isAll: Bool
    ) throws -> [NetworkMember] {
        var members = people.map { NetworkMember(person: $0.person, login: $0.login) }
        var index: [Identifier<Person>: Int] = [:]
        for (position, member) in members.enumerated() { index[member.person.id] = position }
        let some = isAll ? nil : Set(index.keys)
        func each(_ sql: SQLText, _ note: (inout NetworkMember, inout Columns) throws -> Void) throws {
            func read(_ row: any SQLRow) throws {
                var c = Columns(row)
                guard let position = index[try c.id()] else { return }
                try note(&members[position], &c)
            }
            if let some {
                _ = try connection.query(sql + " AND m.person_id IN", [.id(network)], anyOf: some, read)
            } else {
                _ = try connection.query(sql, [.id(network)], read)
            }
        }
        try each("SELECT m.person_id, m.member_key, m.login, m.mail FROM member_sheets m WHERE m.network_id = ?") {
            $0.sheet = MemberSheet(
                key: try $1.text(), login: try $1.optionalText(),
                mail: try $1.optionalText().flatMap(MailboxAddress.init(rawValue:)))
        }
        try each(
            "SELECT m.person_id, m.role, m.status FROM network_members m WHERE m.network_id = ? AND m.status <> 'ended'"
        ) { $0.roles[try $1.one(of: NetworkRole.self)] = try $1.one(of: MembershipStatus.self) }
        try each(
            """
            SELECT m.person_id, m.pool_id, m.grade, m.status FROM pools q JOIN pool_members m ON m.pool_id = q.id
            WHERE q.network_id = ? AND NOT q.is_retired AND m.status <> 'ended'
            """
        ) {
            $0.pools[try $1.id()] = .init(
                grade: try $1.one(of: PoolGrade.self), status: try $1.one(of: MembershipStatus.self))
        }
        try each(
            """
            SELECT m.person_id, m.partner_id, m.status FROM partners q JOIN partner_members m ON m.partner_id = q.id
            WHERE q.network_id = ? AND NOT q.is_retired AND m.status <> 'ended'
            """
        ) { $0.partners[try $1.id()] = try $1.one(of: MembershipStatus.self) }
        for (person, known) in try subSpecialists(of: network) {
            if let position = index[person] { members[position].subSpecialties = known }
        }
        return members
    }
}

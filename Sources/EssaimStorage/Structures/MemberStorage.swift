import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let memberColumns: SQLText = """
        m.person_id, m.structure_id, m.role, m.status, m.since, m.from_day, m.through_day, m.opens_at, m.closes_at,
        m.principals, m.version
        """

    public func member(_ person: Identifier<Person>, of structure: Identifier<Structure>) throws -> StructureMember? {
        let sql = SQLText(
            "SELECT", Self.memberColumns, "FROM structure_members m WHERE person_id = ? AND structure_id = ?")
        return try connection.first(sql, [.id(person), .id(structure)], Self.member)
    }

    public func members(
        of structure: Identifier<Structure>, after key: StructureMemberKey?, limit: Int
    ) throws -> [(member: StructureMember, person: Person)] {
        let columns: SQLText = """
            , p.id, p.rpps, p.billing_number, p.family_name, p.given_name, p.profession, p.specialty, p.practice_mode,
            p.is_demonstration FROM structure_members m JOIN people p ON p.id = m.person_id WHERE m.structure_id = ?
            """
        let from: SQLText = """
             AND (CASE WHEN m.status = 'ended' THEN 1 ELSE 0 END, p.family_name, p.id) > (?, ?, ?)
            """
        let order: SQLText = """
             ORDER BY CASE WHEN m.status = 'ended' THEN 1 ELSE 0 END, p.family_name, p.id LIMIT ?
            """
        let start: [SQLValue] = key.map { [.int($0.hasLeft ? 1 : 0), .text($0.familyName), .id($0.person)] } ?? []
        let sql = SQLText("SELECT", Self.memberColumns) + columns + (key == nil ? "" : from) + order
        return try connection.query(sql, [.id(structure)] + start + [.int(limit)]) { row in
            var c = Columns(row)
            let member = try Self.member(&c)
            return (member, try Self.person(&c))
        }
    }

    public func professionals(of structure: Identifier<Structure>, limit: Int) throws -> [Person] {
        let sql: SQLText = """
             JOIN structure_members m ON m.person_id = p.id
            WHERE m.structure_id = ? AND m.status = 'active' AND m.from_day IS NULL AND p.profession <> 'none'
            ORDER BY p.family_name, p.given_name, p.id LIMIT ?
            """
        return try connection.query(Self.personColumns + sql, [.id(structure), .int(limit)]) { row in
            var c = Columns(row)
            return try Self.person(&c)
        }
    }

    public func isAdministered(
        _ structure: Identifier<Structure>, besides person: Identifier<Person>
    ) throws -> Bool {
        let sql: SQLText = """
            SELECT 1 FROM structure_members m JOIN accounts a ON a.person_id = m.person_id
            WHERE m.structure_id = ? AND m.person_id <> ? AND m.role = 'administrator' AND m.status = 'active'
            AND NOT a.is_disabled LIMIT 1
            """
        return try connection.exists(sql, [.id(structure), .id(person)])
    }

    public func turning(by now: Instant, of person: Identifier<Person>?, limit: Int) throws -> [StructureMember] {
        let due: SQLText = "FROM structure_members m WHERE m.turns_at <= ?"
        let sql = SQLText("SELECT", Self.memberColumns, due, person == nil ? "" : "AND m.person_id = ?")
        return try connection.query(
            SQLText(sql, "ORDER BY m.turns_at, m.person_id, m.structure_id LIMIT ?"),
            [.at(now)] + (person.map { [.id($0)] } ?? []) + [.int(limit)], Self.member)
    }

    public func save(_ member: StructureMember) throws -> Bool {
        let days = member.terms.days
        let sql: SQLText = """
            INSERT INTO structure_members(person_id, structure_id, role, status, since, from_day, through_day, opens_at,
                closes_at, turns_at, principals, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (person_id, structure_id) DO UPDATE SET role = excluded.role, status = excluded.status,
                since = excluded.since, from_day = excluded.from_day, through_day = excluded.through_day,
                opens_at = excluded.opens_at, closes_at = excluded.closes_at, turns_at = excluded.turns_at,
                principals = excluded.principals, version = excluded.version
            WHERE structure_members.version = ?
            """
        return try connection.run(
            sql,
            [
                .id(member.person), .id(member.structure), .raw(member.terms.role), .raw(member.status),
                .at(member.since), .text(days?.lowerBound.description), .text(days?.upperBound.description),
                .at(member.stay?.lowerBound), .at(member.stay?.upperBound), .at(member.turnsAt),
                .text(try StoredJSON.text(member.terms.principals)), .int(member.version + 1), .int(member.version),
            ]) == 1
    }

    static func member(_ row: any SQLRow) throws -> StructureMember {
        var c = Columns(row)
        return try member(&c)
    }

    private static func member(_ c: inout Columns) throws -> StructureMember {
        let (person, structure): (Identifier<Person>, Identifier<Structure>) = (try c.id(), try c.id())
        let (role, status) = (try c.one(of: StructureRole.self), try c.one(of: MembershipStatus.self))
        let since = try c.optionalInstant()
        let days = try days(&c)
        let (opensAt, closesAt) = (try c.optionalInstant(), try c.optionalInstant())
        var stay: Range<Instant>?
        if let opensAt, let closesAt, opensAt < closesAt { stay = opensAt..<closesAt }
        let principals = try StoredJSON.value([Identifier<Person>].self, try c.text())
        return StructureMember(
            person: person, structure: structure, terms: StructureTerms(role: role, days: days, principals: principals),
            status: status, since: since, stay: stay, version: try c.integer())
    }

    /// Two columns: the first day and the last.
    static func days(_ c: inout Columns) throws -> ClosedRange<CivilDate>? {
        let (from, through) = (try c.optionalText(), try c.optionalText())
        guard let from, let through else { return nil }
        guard let first = CivilDate(from), let last = CivilDate(through), first <= last else {
            throw StoreFault.corrupt("the days of a replacement")
        }
        return first...last
    }
}

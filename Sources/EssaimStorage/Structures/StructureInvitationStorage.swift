import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let invitationColumns: SQLText = """
        SELECT i.id, i.structure_id, i.address_kind, i.address, i.role, i.from_day, i.through_day, i.principals, i.made_by,
            i.made_at, i.state FROM structure_invitations i
        """

    public func invitation(_ id: Identifier<StructureInvitation>) throws -> StructureInvitation? {
        try connection.first(Self.invitationColumns + " WHERE i.id = ?", [.id(id)], Self.invitation)
    }

    public func invitations(
        of structure: Identifier<Structure>, since: Instant, limit: Int
    ) throws -> [StructureInvitation] {
        try connection.query(
            Self.invitationColumns
                + " WHERE i.structure_id = ? AND i.made_at > ? ORDER BY i.made_at DESC, i.id DESC LIMIT ?",
            [.id(structure), .at(since), .int(limit)], Self.invitation)
    }

    public func invitations(
        for person: Identifier<Person>, since: Instant, limit: Int
    ) throws -> [StructureInvitation] {
        // Each kind by the index of addresses.
        let sql: SQLText = """
             JOIN (SELECT 'rpps' AS kind, rpps AS address FROM people WHERE id = ? AND rpps IS NOT NULL
                   UNION ALL SELECT 'login', login FROM accounts WHERE person_id = ? AND NOT is_disabled) AS mine
            ON i.address_kind = mine.kind AND i.address = mine.address
            WHERE i.state = 'waiting' AND i.made_at > ? ORDER BY i.made_at DESC, i.id DESC LIMIT ?
            """
        return try connection.query(
            Self.invitationColumns + sql, [.id(person), .id(person), .at(since), .int(limit)], Self.invitation)
    }

    public func member(
        bearing address: StructureInvitation.Address, of structure: Identifier<Structure>
    ) throws -> StructureMember? {
        let found: Identifier<Person>? =
            switch address {
            case .rpps(let number):
                try connection.first("SELECT id FROM people WHERE rpps = ?", [.raw(number)], Self.id)
            case .login(let login):
                try connection.first("SELECT person_id FROM accounts WHERE login = ?", [.text(login)], Self.id)
            }
        return try found.flatMap { try member($0, of: structure) }
    }

    public func save(_ invitation: StructureInvitation) throws {
        let (terms, days) = (invitation.terms, invitation.terms.days)
        try connection.execute(
            """
            INSERT INTO structure_invitations(id, structure_id, address_kind, address, role, from_day, through_day,
                principals, made_by, made_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (structure_id, address_kind, address) DO UPDATE SET id = excluded.id, role = excluded.role,
                from_day = excluded.from_day, through_day = excluded.through_day, principals = excluded.principals,
                made_by = excluded.made_by, made_at = excluded.made_at, state = excluded.state
            """,
            [
                .id(invitation.id), .id(invitation.structure), .text(invitation.address.kind),
                .text(invitation.address.text), .raw(terms.role), .text(days?.lowerBound.description),
                .text(days?.upperBound.description), .text(try StoredJSON.text(terms.principals)), .id(invitation.by),
                .at(invitation.at), .raw(invitation.state),
            ])
    }

    public func refuse(_ id: Identifier<StructureInvitation>) throws {
        try connection.execute("UPDATE structure_invitations SET state = 'refused' WHERE id = ?", [.id(id)])
    }

    public func remove(_ id: Identifier<StructureInvitation>) throws {
        try connection.execute("DELETE FROM structure_invitations WHERE id = ?", [.id(id)])
    }

    public func removeInvitations(madeBefore instant: Instant) throws {
        try connection.execute("DELETE FROM structure_invitations WHERE made_at <= ?", [.at(instant)])
    }

    private static func id(_ row: any SQLRow) throws -> Identifier<Person> {
        var c = Columns(row)
        return try c.id()
    }

    private static func invitation(_ row: any SQLRow) throws -> StructureInvitation {
        var c = Columns(row)
        let id: Identifier<StructureInvitation> = try c.id()
        let structure: Identifier<Structure> = try c.id()
        let (kind, text) = (try c.text(), try c.text())
        let number = kind == "rpps" ? RPPS(rawValue: text) : nil
        let role = try c.one(of: StructureRole.self)
        let days = try days(&c)
        let principals = try StoredJSON.value([Identifier<Person>].self, try c.text())
        return StructureInvitation(
            id: id, structure: structure, address: number.map { .rpps($0) } ?? .login(text),
            terms: StructureTerms(role: role, days: days, principals: principals), by: try c.id(), at: try c.instant(),
            state: try c.one(of: StructureInvitation.State.self))
    }
}

extension StructureInvitation.Address {
    fileprivate var kind: String {
        switch self {
        case .rpps: "rpps"
        case .login: "login"
        }
    }
}

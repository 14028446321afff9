import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func triageFacts(
        of requests: Set<Identifier<AdviceRequest>>, visibleTo reader: Identifier<Person>
    ) throws -> [Identifier<AdviceRequest>: TriageFacts] {
        let seen = Self.visible(to: reader)
        let sql: SQLText = """
            SELECT r.id, r.triage, r.group_id, r.content, r.consent IS NOT NULL, o.form
            FROM requests r JOIN offers o ON o.id = r.offer_id WHERE
            """
        let found = try connection.query(SQLText(sql, seen.sql, "AND r.id IN"), seen.values, anyOf: requests) { row in
            var c = Columns(row)
            let id: Identifier<AdviceRequest> = try c.id()
            let facts = TriageFacts(
                triage: try c.optionalText().map { try StoredJSON.value(Triage.self, $0) }, claimant: nil,
                group: try c.optionalID(), content: try StoredJSON.value(RequestContent.self, try c.text()),
                isConsented: try c.boolean(), form: try c.optionalID())
            return (id, facts)
        }
        let claimants = try people(Set(found.compactMap { $0.1.triage?.claim?.by }))
        return found.reduce(into: [:]) { all, item in
            let facts = item.1
            let name = facts.triage?.claim.flatMap { claimants[$0.by] }.map { "\($0.givenName) \($0.familyName)" }
            all[item.0] = TriageFacts(
                triage: facts.triage, claimant: name, group: facts.group, content: facts.content,
                isConsented: facts.isConsented, form: facts.form)
        }
    }
}

/// Ranges of `lower(name)`, so that both engines read them from the same index.
extension PortableTransaction {
    private static let askers: SQLText = """
        SELECT p.id, s.id, p.given_name || ' ' || p.family_name, p.profession, s.name, s.commune_name
        FROM structure_members m JOIN people p ON p.id = m.person_id JOIN structures s ON s.id = m.structure_id
        JOIN accounts a ON a.person_id = p.id WHERE m.status = 'active' AND NOT a.is_disabled AND
        """
    private static let inOrder: SQLText = "ORDER BY p.family_name, p.given_name, s.name, p.id, s.id LIMIT ?"

    public func askers(matching text: String, limit: Int) throws -> [KnownAsker] {
        let typed = text.trimmed.lowercased()
        guard !typed.isEmpty else { return [] }
        let (first, last) = (SQLValue.text(typed), SQLValue.text(typed + "\u{10FFFF}"))
        let ways: [(SQLText, [SQLValue])] = [
            ("lower(p.family_name) >= ? AND lower(p.family_name) < ?", [first, last]),
            ("lower(s.name) >= ? AND lower(s.name) < ?", [first, last]),
            ("p.rpps = ?", [first]),
        ]
        var found: [KnownAsker] = []
        for (way, values) in ways where found.count < limit {
            let rows = try connection.query(
                SQLText(Self.askers, way, Self.inOrder), values + [.int(limit)], Self.asker)
            found += rows.filter { !found.contains($0) }
        }
        return Array(found.prefix(limit))
    }

    public func lastAskers(of expert: Identifier<Person>, limit: Int) throws -> [KnownAsker] {
        let sql: SQLText = """
            (p.id, s.id) IN (SELECT r.requester_id, r.structure_id FROM requests r
                WHERE r.holder_id = ? AND r.state IN ('answered', 'closed', 'declined')
                ORDER BY r.answered_at DESC, r.id DESC LIMIT 100) AND p.id <> ?
            """
        return try connection.query(
            SQLText(Self.askers, sql, Self.inOrder), [.id(expert), .id(expert), .int(limit)], Self.asker)
    }

    private static func asker(_ row: any SQLRow) throws -> KnownAsker {
        var c = Columns(row)
        return KnownAsker(
            person: try c.id(), structure: try c.id(), name: try c.text(), profession: try c.one(of: Profession.self),
            structureName: try c.text(), communeName: try c.text())
    }
}

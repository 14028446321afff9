import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func request(
        numbered number: RequestNumber, in networks: Set<Identifier<Network>>
    ) throws -> Identifier<AdviceRequest>? {
        let found: (Identifier<AdviceRequest>, Identifier<Network>)? = try connection.first(
            "SELECT id, network_id FROM requests WHERE number = ? AND state <> 'draft'", [.text(number.rawValue)]
        ) { row in
            var c = Columns(row)
            return (try c.id(), try c.id())
        }
        return found.flatMap { networks.contains($0.1) ? $0.0 : nil }
    }

    /// Still an expert of the demand's network, with an account still open: an emergency outlives neither.
    public func request(
        _ id: Identifier<AdviceRequest>, openedInEmergencyBy reader: Identifier<Person>, at now: Instant
    ) throws -> AdviceRequest? {
        let isOpen = try connection.exists(
            """
            SELECT 1 FROM emergency_accesses e JOIN requests r ON r.id = e.request_id
            JOIN accounts c ON c.person_id = e.person_id
            WHERE e.request_id = ? AND e.person_id = ? AND e.ends_at > ? AND NOT c.is_disabled
              AND EXISTS (SELECT 1 FROM pool_members m JOIN pools p ON p.id = m.pool_id
                          WHERE m.person_id = e.person_id AND m.status = 'active' AND p.network_id = r.network_id)
            """, [.id(id), .id(reader), .at(now)])
        return isOpen ? try requestForJob(id) : nil
    }

    public func emergencies(on request: Identifier<AdviceRequest>) throws -> [EmergencyAccess] {
        let sql: SQLText = """
            SELECT id, request_id, person_id, structure_id, holder_id, reason, at, ends_at FROM emergency_accesses
            WHERE request_id = ? ORDER BY at DESC, id DESC LIMIT 100
            """
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return EmergencyAccess(
                id: try c.id(), request: try c.id(), person: try c.id(), structure: try c.id(),
                holder: try c.optionalID(), reason: try c.text(), at: try c.instant(), endsAt: try c.instant())
        }
    }

    public func unreadEmergencies(
        for reader: Identifier<Person>, since: Instant, limit: Int
    ) throws -> [EmergencyNotice] {
        let columns: SQLText = """
            SELECT e.request_id, r.number, p.given_name, p.family_name, e.at FROM emergency_accesses e
            JOIN requests r ON r.id = e.request_id JOIN people p ON p.id = e.person_id
            """
        let end: SQLText = """
            AND e.at >= ? AND NOT EXISTS (
                SELECT 1 FROM emergency_notices_read n WHERE n.access_id = e.id AND n.person_id = ?)
            ORDER BY e.at DESC LIMIT ?
            """
        let ofStructure: SQLText = """
            WHERE e.structure_id IN (SELECT m.structure_id FROM structure_members m
                                     WHERE m.person_id = ? AND m.status = 'active')
            """
        let arguments: [SQLValue] = [.id(reader), .at(since), .id(reader), .int(limit)]
        let found =
            try connection.query(SQLText(columns, ofStructure, end), arguments, decodeNotice)
            + connection.query(SQLText(columns, "WHERE e.holder_id = ?", end), arguments, decodeNotice)
        return Array(found.sorted { $0.at > $1.at }.prefix(limit))
    }

    private func decodeNotice(_ row: any SQLRow) throws -> EmergencyNotice {
        var c = Columns(row)
        let request: Identifier<AdviceRequest> = try c.id()
        guard let number = RequestNumber(rawValue: try c.text()) else { throw StoreFault.corrupt("a demand's number") }
        let who = "\(try c.text()) \(try c.text())"
        return EmergencyNotice(request: request, number: number, who: who, at: try c.instant())
    }

    public func insert(_ access: EmergencyAccess) throws {
        try connection.execute(
            """
            INSERT INTO emergency_accesses(id, request_id, person_id, structure_id, holder_id, reason, at, ends_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(access.id), .id(access.request), .id(access.person), .id(access.structure), .id(access.holder),
                .text(access.reason), .at(access.at), .at(access.endsAt),
            ])
    }

    public func markEmergenciesRead(
        on request: Identifier<AdviceRequest>, by reader: Identifier<Person>, at instant: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO emergency_notices_read(access_id, person_id, at)
            SELECT e.id, ?, ? FROM emergency_accesses e WHERE e.request_id = ?
            ON CONFLICT (access_id, person_id) DO NOTHING
            """, [.id(reader), .at(instant), .id(request)])
    }
}

import EssaimDomain
import EssaimWorkflow

/// Acts of one establishment: each query names it, and no demand's content is read.
extension PortableTransaction {
    private static let claimColumns: SQLText = """
        SELECT a.id, a.state, a.version, a.establishment_id, a.corrected_at, a.code, a.amount_cents, a.performed_at, a.note,
               a.reason, r.number, a.patient_id, a.person_id, p.name, o.title, a.line, a.carried, a.carry,
               l.act_id, l.origin, l.is_reversal, l.cells
        FROM acts a JOIN requests r ON r.id = a.request_id JOIN pools p ON p.id = a.pool_id
        JOIN offers o ON o.id = a.offer_id
        LEFT JOIN claim_lines l ON l.structure_id = a.establishment_id AND l.name = a.carried
        WHERE a.establishment_id = ? AND a.code IS NOT NULL AND a.patient_id IS NOT NULL
        """

    public func claims(_ filter: ClaimFilter, after key: ActKey?, limit: Int) throws -> [ClaimedAct] {
        let start = key ?? ActKey(at: filter.from, id: "")
        var sql = Self.claimColumns + " AND (a.performed_at, a.id) > (?, ?) AND a.performed_at < ?"
        var arguments: [SQLValue] = [
            .id(filter.establishment), .at(start.at), .id(start.id), .at(filter.until),
        ]
        narrow(&sql, &arguments, to: filter.unit)
        if let state = filter.state {
            sql = sql + " AND a.state = ?"
            arguments.append(.raw(state))
        }
        return try claims(sql + " ORDER BY a.performed_at, a.id LIMIT ?", arguments + [.int(limit)])
    }

    public func claimsToBatch(_ filter: ClaimFilter, limit: Int) throws -> [ClaimedAct] {
        var sql = Self.claimColumns + " AND a.performed_at >= ? AND a.performed_at < ? AND a.state = 'open'"
        var arguments: [SQLValue] = [.id(filter.establishment), .at(filter.from), .at(filter.until)]
        narrow(&sql, &arguments, to: filter.unit)
        let open = try claims(sql + " ORDER BY a.performed_at, a.id LIMIT ?", arguments + [.int(limit)])
        sql = Self.claimColumns + " AND a.carry IS NOT NULL AND a.performed_at < ?"
        arguments = [.id(filter.establishment), .at(filter.until)]
        narrow(&sql, &arguments, to: filter.unit)
        let carried = try claims(sql + " ORDER BY a.performed_at, a.id LIMIT ?", arguments + [.int(limit)])
        let known = Set(open.map(\.standing.id))
        return (carried.filter { !known.contains($0.standing.id) } + open).sorted {
            ($0.performedAt.milliseconds, $0.standing.id.rawValue)
                < ($1.performedAt.milliseconds, $1.standing.id.rawValue)
        }
    }

    public func claim(
        _ id: Identifier<RecordedAct>, ofAny establishments: Set<Identifier<Structure>>
    ) throws -> ClaimedAct? {
        let found = try connection.first("SELECT establishment_id FROM acts WHERE id = ?", [.id(id)]) { row in
            var c = Columns(row)
            let establishment: Identifier<Structure>? = try c.optionalID()
            return establishment
        }
        guard let establishment = found.flatMap({ $0 }), establishments.contains(establishment) else { return nil }
        return try claims(Self.claimColumns + " AND a.id = ?", [.id(establishment), .id(id)]).first
    }

    public func claimUnits(of establishment: Identifier<Structure>) throws -> [(unit: ClaimUnit, name: String)] {
        let pools: SQLText = """
            SELECT p.id, p.name FROM pools p WHERE EXISTS
            (SELECT 1 FROM acts a WHERE a.establishment_id = ? AND a.code IS NOT NULL AND a.pool_id = p.id) ORDER BY p.name, p.id
            """
        let lines: SQLText = """
            SELECT o.id, o.title FROM offers o WHERE EXISTS
            (SELECT 1 FROM acts a WHERE a.establishment_id = ? AND a.code IS NOT NULL AND a.offer_id = o.id) ORDER BY o.title, o.id
            """
        let named = try connection.query(pools, [.id(establishment)]) { row in
            var c = Columns(row)
            return (unit: ClaimUnit.pool(try c.id()), name: try c.text())
        }
        return try named
            + connection.query(lines, [.id(establishment)]) { row in
                var c = Columns(row)
                return (unit: ClaimUnit.line(try c.id()), name: try c.text())
            }
    }

    private func narrow(_ sql: inout SQLText, _ arguments: inout [SQLValue], to unit: ClaimUnit?) {
        switch unit {
        case .pool(let id):
            sql = sql + " AND a.pool_id = ?"
            arguments.append(.id(id))
        case .line(let id):
            sql = sql + " AND a.offer_id = ?"
            arguments.append(.id(id))
        case nil: break
        }
    }

    private func claims(_ sql: SQLText, _ arguments: [SQLValue]) throws -> [ClaimedAct] {
        let rows = try connection.query(sql, arguments, ClaimRow.init)
        let patients = try patients(Set(rows.map(\.patient)))
        let people = try people(Set(rows.map(\.practitioner)))
        return try rows.map { row in
            guard let patient = patients[row.patient], let practitioner = people[row.practitioner] else {
                throw StoreFault.corrupt("an act's patient or practitioner")
            }
            return ClaimedAct(
                standing: row.standing, code: row.code, amountCents: row.amountCents, performedAt: row.performedAt,
                note: row.note, reason: row.reason, number: row.number, patient: patient, practitioner: practitioner,
                pool: row.pool, offer: row.offer, line: row.line, carried: row.carried, carry: row.carry)
        }
    }
}

/// One row, in the order of the columns above.
private struct ClaimRow {
    let standing: ActStanding
    let code: String
    let amountCents: Int
    let performedAt: Instant
    let note: String
    let reason: String
    let number: RequestNumber
    let patient: Identifier<Patient>
    let practitioner: Identifier<Person>
    let pool: String
    let offer: String
    let line: Identifier<ClaimLine>?
    let carried: ClaimLine?
    let carry: Carry?

    init(_ row: any SQLRow) throws {
        var c = Columns(row)
        standing = try ActStanding(&c)
        code = try c.text()
        amountCents = try c.integer()
        performedAt = try c.instant()
        note = try c.text()
        reason = try c.text()
        guard let number = RequestNumber(rawValue: try c.text()) else { throw StoreFault.corrupt("a demand's number") }
        self.number = number
        patient = try c.id()
        practitioner = try c.id()
        pool = try c.text()
        offer = try c.text()
        line = try c.optionalID()
        let origin: Identifier<ClaimLine>? = try c.optionalID()
        carry = try c.optional(Carry.self)
        carried = try origin.map { try ClaimLine($0, &c) }
    }
}

extension ClaimLine {
    /// From four columns: act_id, origin, is_reversal, cells.
    init(_ id: Identifier<ClaimLine>, _ c: inout Columns) throws {
        self.init(
            id: id, act: try c.id(), origin: try c.optionalID(), isReversal: try c.boolean(),
            cells: try StoredJSON.value([String].self, try c.text()))
    }
}

import EssaimDomain
import EssaimWorkflow

/// A professional's own acts. Each list is one range of one index; people, patients and structures follow in one query each.
extension PortableTransaction {
    private static let ownColumns: SQLText = """
        SELECT a.id, a.state, a.version, a.establishment_id, a.corrected_at, a.code, a.amount_cents, a.performed_at, a.note,
               a.state_at, a.reason, a.request_id, r.number, a.patient_id, a.counterpart_id, a.counterpart_structure_id
        FROM acts a JOIN requests r ON r.id = a.request_id
        WHERE a.person_id = ? AND a.code IS NOT NULL AND a.establishment_id IS NULL AND a.patient_id IS NOT NULL
        """

    public func openActs(of person: Identifier<Person>, after key: ActKey?, limit: Int) throws -> [OwnAct] {
        let range: SQLText = """
             AND a.state = 'open' AND (a.performed_at, a.id) > (?, ?) ORDER BY a.performed_at, a.id LIMIT ?
            """
        let key = key ?? ActKey(at: Instant(milliseconds: .min), id: "")
        return try ownActs(range, [.id(person), .at(key.at), .id(key.id), .int(limit)])
    }

    public func markedActs(of person: Identifier<Person>, before key: ActKey?, limit: Int) throws -> [OwnAct] {
        let range: SQLText = """
             AND a.state <> 'open' AND (a.state_at, a.id) < (?, ?) ORDER BY a.state_at DESC, a.id DESC LIMIT ?
            """
        let key = key ?? ActKey(at: Instant(milliseconds: .max), id: "~")
        return try ownActs(range, [.id(person), .at(key.at), .id(key.id), .int(limit)])
    }

    public func acts(
        of person: Identifier<Person>, from start: Instant, until end: Instant, limit: Int
    ) throws -> [OwnAct] {
        let range: SQLText = " AND a.performed_at >= ? AND a.performed_at < ? ORDER BY a.performed_at, a.id LIMIT ?"
        return try ownActs(range, [.id(person), .at(start), .at(end), .int(limit)])
    }

    public func act(_ id: Identifier<RecordedAct>, of person: Identifier<Person>) throws -> OwnAct? {
        try ownActs(" AND a.id = ?", [.id(person), .id(id)]).first
    }

    private func ownActs(_ range: SQLText, _ arguments: [SQLValue]) throws -> [OwnAct] {
        let rows = try connection.query(Self.ownColumns + range, arguments, OwnActRow.init)
        let patients = try patients(Set(rows.map(\.patient)))
        let people = try people(Set(rows.compactMap(\.counterpart)))
        let structures = try structures(Set(rows.compactMap(\.counterpartStructure)))
        return try rows.map { row in
            guard let patient = patients[row.patient] else { throw StoreFault.corrupt("an act's patient") }
            return OwnAct(
                standing: row.standing, act: row.act, amountCents: row.amountCents, performedAt: row.performedAt,
                note: row.note, stateAt: row.stateAt, reason: row.reason, request: row.request, number: row.number,
                patient: patient, counterpart: row.counterpart.flatMap { people[$0] },
                counterpartStructure: row.counterpartStructure.flatMap { structures[$0] })
        }
    }
}

/// One row, in the order of the columns above.
private struct OwnActRow {
    let standing: ActStanding
    let act: Act
    let amountCents: Int
    let performedAt: Instant
    let note: String
    let stateAt: Instant?
    let reason: String
    let request: Identifier<AdviceRequest>
    let number: RequestNumber
    let patient: Identifier<Patient>
    let counterpart: Identifier<Person>?
    let counterpartStructure: Identifier<Structure>?

    init(_ row: any SQLRow) throws {
        var c = Columns(row)
        standing = try ActStanding(&c)
        act = try c.one(of: Act.self)
        amountCents = try c.integer()
        performedAt = try c.instant()
        note = try c.text()
        stateAt = try c.optionalInstant()
        reason = try c.text()
        request = try c.id()
        guard let number = RequestNumber(rawValue: try c.text()) else { throw StoreFault.corrupt("a demand's number") }
        self.number = number
        patient = try c.id()
        counterpart = try c.optionalID()
        counterpartStructure = try c.optionalID()
    }
}

extension ActStanding {
    /// From five columns: id, state, version, establishment_id, corrected_at.
    init(_ c: inout Columns) throws {
        self.init(
            id: try c.id(), state: try c.one(of: ActState.self), version: try c.integer(),
            isClaimed: try c.optionalText() != nil, correctedAt: try c.optionalInstant())
    }
}

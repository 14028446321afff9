import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let columns: SQLText = """
        SELECT r.id, r.number, r.kind, r.network_id, r.structure_id, r.version, r.state, r.requester_id, r.author_id,
               r.offer_id, r.zone_id, r.pool_id, r.patient_id, r.content, r.consent, r.created_at, r.submitted_at,
               r.clock, r.taken_at,
               r.answered_at, r.is_unread, r.loop, r.visit, r.triage, r.group_id, r.reception, r.phone
        FROM requests r WHERE
        """

    /// Who may see a demand: its asking structure; once sent, the experts of its pool and of those that it reached, those who
    /// took it, those it is proposed to for as long as they answer in its network, and those who watch over its network. Its
    /// pools see nothing of it before triage; the pool of the line that an answer asks to receive the patient sees it from
    /// then on.
    static func visible(to reader: Identifier<Person>) -> SQLPart { SQLPart(sight, each: .id(reader)) }

    /// Each `?` is the reader.
    static let sight: SQLText = """
        EXISTS (SELECT 1 FROM accounts c WHERE c.person_id = ? AND NOT c.is_disabled)
        AND (EXISTS (SELECT 1 FROM structure_members m
                     WHERE m.person_id = ? AND m.structure_id = r.structure_id AND m.status = 'active')
          OR (r.state <> 'draft' AND (
               EXISTS (SELECT 1 FROM pool_members p
                       WHERE p.person_id = ? AND ((p.pool_id = r.pool_id AND r.triage_since IS NULL)
                         OR (p.pool_id = r.receiving_pool_id AND p.grade = 'senior')) AND p.status = 'active')
            OR EXISTS (SELECT 1 FROM request_reaches w JOIN pool_members p ON p.pool_id = w.pool_id
                       WHERE w.request_id = r.id AND r.triage_since IS NULL AND p.person_id = ? AND p.status = 'active')
            OR EXISTS (SELECT 1 FROM assignments a WHERE a.request_id = r.id AND a.person_id = ?
                       AND a.state IN ('taken', 'awaitingValidation', 'answered', 'declined'))
            OR EXISTS (SELECT 1 FROM assignments a JOIN pool_members p ON p.person_id = a.person_id
                       JOIN pools q ON q.id = p.pool_id WHERE a.request_id = r.id AND a.person_id = ?
                       AND a.state = 'proposed' AND p.status = 'active' AND q.network_id = r.network_id)
            OR EXISTS (SELECT 1 FROM network_members n
                       WHERE n.person_id = ? AND n.network_id = r.network_id AND n.status = 'active'
                       AND n.role IN ('coordinator', 'regulator')))))
        """

    public func request(
        _ id: Identifier<AdviceRequest>, visibleTo reader: Identifier<Person>
    ) throws -> AdviceRequest? {
        let seen = Self.visible(to: reader)
        return try connection.first(
            SQLText(Self.columns, "r.id = ? AND", seen.sql), [.id(id)] + seen.values, decode)
    }

    public func requests(
        about patient: Identifier<Patient>, before request: AdviceRequest, visibleTo reader: Identifier<Person>,
        limit: Int
    ) throws -> [AdviceRequest] {
        let seen = Self.visible(to: reader)
        let sentAt = request.submittedAt ?? request.createdAt
        let place: [SQLValue] = [.id(patient), .at(sentAt), .id(request.id)]
        return try connection.query(
            SQLText(
                Self.columns, "r.patient_id = ? AND (r.submitted_at, r.id) < (?, ?) AND", seen.sql,
                "ORDER BY r.submitted_at DESC, r.id DESC LIMIT ?"),
            place + seen.values + [.int(limit)], decode)
    }

    public func numbers(
        of ids: Set<Identifier<AdviceRequest>>
    ) throws -> [Identifier<AdviceRequest>: RequestNumber] {
        let found = try connection.query("SELECT id, number FROM requests WHERE id IN", anyOf: ids) { row in
            var c = Columns(row)
            let id: Identifier<AdviceRequest> = try c.id()
            return (id, RequestNumber(rawValue: try c.text()))
        }
        return found.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }

    public func requestForJob(_ id: Identifier<AdviceRequest>) throws -> AdviceRequest? {
        try connection.first(Self.columns + " r.id = ?", [.id(id)], decode)
    }

    public func requestsToArchive(at now: Instant, after key: WorklistKey?, limit: Int) throws -> [WorklistKey] {
        let sql: SQLText = """
            SELECT archive_due_at, id FROM requests WHERE archive_due_at IS NOT NULL AND archive_due_at <= ?
            AND (archive_due_at, id) > (?, ?) ORDER BY archive_due_at, id LIMIT ?
            """
        let start = key ?? WorklistKey(sortKey: Instant(milliseconds: .min), id: "")
        return try connection.query(sql, [.at(now), .at(start.sortKey), .id(start.id), .int(limit)]) {
            try WorklistKey($0)
        }
    }

    private func decode(_ row: any SQLRow) throws -> AdviceRequest {
        var c = Columns(row)
        let id: Identifier<AdviceRequest> = try c.id()
        guard let number = RequestNumber(rawValue: try c.text()) else { throw StoreFault.corrupt("a demand's number") }
        return AdviceRequest(
            id: id, number: number, kind: try c.one(of: RequestKind.self), network: try c.id(), structure: try c.id(),
            version: try c.integer(), state: try c.one(of: RequestState.self), requester: try c.id(),
            author: try c.id(),
            route: Route(offer: try c.id(), zone: try c.id(), pool: try c.id()), patient: try c.optionalID(),
            content: try StoredJSON.value(RequestContent.self, try c.text()),
            consent: try c.optionalText().map { try StoredJSON.value(Consent.self, $0) }, createdAt: try c.instant(),
            submittedAt: try c.optionalInstant(),
            clock: try c.optionalText().map { try StoredJSON.value(AnswerClock.self, $0) },
            takenAt: try c.optionalInstant(), answeredAt: try c.optionalInstant(), assignments: try assignments(of: id),
            answers: try answers(of: id), setAsideBy: try setAsides(of: id), isUnread: try c.boolean(),
            loop: try StoredJSON.value(Loop.self, try c.text()),
            visit: try c.optionalText().map { try StoredJSON.value(Visit.self, $0) }, reached: try reached(by: id),
            triage: try c.optionalText().map { try StoredJSON.value(Triage.self, $0) }, group: try c.optionalID(),
            reception: try c.optionalText().map { try StoredJSON.value(Reception.self, $0) },
            phone: try c.optionalText().map { try StoredJSON.value(PhoneOpinion.self, $0) })
    }

    private func assignments(of request: Identifier<AdviceRequest>) throws -> [Assignment] {
        let sql: SQLText = """
            SELECT id, person_id, role, is_junior, state, since, draft FROM assignments WHERE request_id = ?
            ORDER BY since, id
            """
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return Assignment(
                id: try c.id(), expert: try c.id(), role: try c.one(of: Assignment.Role.self),
                isJunior: try c.boolean(),
                state: try c.one(of: Assignment.State.self), since: try c.instant(),
                draft: try c.optionalText().map { try StoredJSON.value(AnswerContent.self, $0) })
        }
    }

    private func answers(of request: Identifier<AdviceRequest>) throws -> [Answer] {
        let sql: SQLText = """
            SELECT version, content, expert_id, validated_by, sent_at, reason FROM answers
            WHERE request_id = ? ORDER BY version
            """
        return try connection.query(sql, [.id(request)]) { row in
            var c = Columns(row)
            return Answer(
                version: try c.integer(), content: try StoredJSON.value(AnswerContent.self, try c.text()),
                expert: try c.id(), validatedBy: try c.optionalID(), sentAt: try c.instant(), reason: try c.text())
        }
    }

    private func setAsides(of request: Identifier<AdviceRequest>) throws -> Set<Identifier<Person>> {
        Set(
            try connection.query("SELECT person_id FROM set_asides WHERE request_id = ?", [.id(request)]) { row in
                var c = Columns(row)
                return try c.id()
            })
    }
}

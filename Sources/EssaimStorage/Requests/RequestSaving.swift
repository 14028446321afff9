import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func insert(_ request: AdviceRequest) throws {
        try connection.execute(
            """
            INSERT INTO requests(id, number, kind, network_id, structure_id, created_at, last_contact_at, version, state,
                requester_id, author_id, offer_id, zone_id, pool_id, patient_id, urgency, excerpt, content, consent,
                clock, loop, holder_id, is_unread, submitted_at, due_at, taken_at, answered_at, unread_since,
                read_due_at, archive_due_at, patient_told_at, visit, visit_by, visit_half_at, visit_end_at, news_at,
                orientation, advice, otherwise, treating_doctor, residence, archived_at, guarantee_at, triage, triage_since,
                group_id, reception, receiving_pool_id, receiving_since, phone, origin)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(request.id), .text(request.number.rawValue), .raw(request.kind), .id(request.network),
                .id(request.structure), .at(request.createdAt), .at(Self.lastContact(of: request)),
            ] + (try changing(request)))
        try saveParts(of: request, since: nil)
    }

    public func save(_ request: AdviceRequest, over version: Int, since before: AdviceRequest?) throws -> Bool {
        let changed = try connection.run(
            """
            UPDATE requests SET version = ?, state = ?, requester_id = ?, author_id = ?, offer_id = ?, zone_id = ?,
                pool_id = ?, patient_id = ?, urgency = ?, excerpt = ?, content = ?, consent = ?, clock = ?, loop = ?,
                holder_id = ?, is_unread = ?, submitted_at = ?, due_at = ?, taken_at = ?, answered_at = ?,
                unread_since = ?, read_due_at = ?, archive_due_at = ?, patient_told_at = ?, visit = ?, visit_by = ?,
                visit_half_at = ?, visit_end_at = ?, news_at = ?, orientation = ?, advice = ?, otherwise = ?,
                treating_doctor = ?, residence = ?, archived_at = ?, guarantee_at = ?, triage = ?, triage_since = ?,
                group_id = ?, reception = ?, receiving_pool_id = ?, receiving_since = ?, phone = ?, origin = ?
            WHERE id = ? AND version = ?
            """,
            try changing(request) + [.id(request.id), .int(version)])
        guard changed == 1 else { return false }
        try saveParts(of: request, since: before)
        return true
    }

    /// As far as the demand itself knows: later contacts are noted with their acts.
    private static func lastContact(of request: AdviceRequest) -> Instant {
        [request.submittedAt, request.takenAt, request.answeredAt].compactMap(\.self).reduce(request.createdAt, max)
    }

    /// The columns that change, in the order in which both statements name them.
    private func changing(_ request: AdviceRequest) throws -> [SQLValue] {
        let clock = request.clock
        return [
            .int(request.version), .raw(request.state), .id(request.requester), .id(request.author),
            .id(request.route.offer), .id(request.route.zone), .id(request.route.pool), .id(request.patient),
            .raw(request.content.urgency), .text(Self.excerpt(of: request.content.question)),
            .text(try StoredJSON.text(request.content)), .text(try request.consent.map { try StoredJSON.text($0) }),
            .text(try clock.map { try StoredJSON.text($0) }), .text(try StoredJSON.text(request.loop)),
            .id(request.holder), .boolean(request.isUnread), .at(request.submittedAt),
            .at(clock?.dueAt), .at(request.takenAt), .at(request.answeredAt), .at(request.unreadSince),
            .at(request.readDueAt), .at(request.archiveDueAt), .at(request.loop.patientToldAt),
            .text(try request.visit.map { try StoredJSON.text($0) }), .text(Self.visitDay(request.visit)),
            .at(request.watchedAt(.unbooked)), .at(request.watchedAt(.unseen)),
            .at(request.loop.newsAt), .raw(request.lastAnswer?.content.orientation), .raw(request.loop.advice),
            .raw(request.loop.otherwise), .raw(request.content.treatingDoctor.kind),
            .text(request.content.commune?.code),
            .at(request.loop.archivedUnclosedAt),
            // Due at once, unless whoever saves counts it in the same transaction: no path of a demand forgets it.
            .at(request.state == .draft ? nil : request.submittedAt),
            .text(try request.triage.map { try StoredJSON.text($0) }),
            .at(request.isBeforeTriage ? request.triage?.since : nil), .id(request.group),
            .text(try request.reception.map { try StoredJSON.text($0) }), .id(Self.receivingPool(of: request)),
            .at(request.reception.flatMap { $0.outcome == .awaited ? $0.askedAt : nil }),
            .text(try request.phone.map { try StoredJSON.text($0) }), .raw(request.content.origin),
        ]
    }

    /// The pool that an answer asks to receive the patient, unless it refused.
    private static func receivingPool(of request: AdviceRequest) -> Identifier<Pool>? {
        request.reception.flatMap { $0.outcome == .refused ? nil : $0.route.pool }
    }

    /// What lists of patients to be seen are sorted by; nil for who is not, or no longer, to be seen.
    private static func visitDay(_ visit: Visit?) -> String? {
        visit.flatMap { $0.isPending ? $0.before?.description ?? VisitKey.noDay : nil }
    }

    /// What a list shows of the question: its beginning, on one line.
    private static func excerpt(of question: String) -> String {
        let line = question.prefix(200).map { $0.isNewline ? " " : $0 }
        return String(line)
    }

    /// Writes the parts that are not as they were.
    private func saveParts(of request: AdviceRequest, since before: AdviceRequest?) throws {
        for assignment in request.assignments where before?.assignments.contains(assignment) != true {
            try connection.execute(
                """
                INSERT INTO assignments(id, request_id, person_id, role, is_junior, state, since, draft)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, since = excluded.since, draft = excluded.draft
                """,
                [
                    .id(assignment.id), .id(request.id), .id(assignment.expert), .raw(assignment.role),
                    .boolean(assignment.isJunior), .raw(assignment.state), .at(assignment.since),
                    .text(try assignment.draft.map { try StoredJSON.text($0) }),
                ])
        }
        for answer in request.answers where before?.answers.contains(answer) != true {
            try connection.execute(
                """
                INSERT INTO answers(request_id, version, expert_id, validated_by, content, reason, sent_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (request_id, version) DO NOTHING
                """,
                [
                    .id(request.id), .int(answer.version), .id(answer.expert), .id(answer.validatedBy),
                    .text(try StoredJSON.text(answer.content)), .text(answer.reason), .at(answer.sentAt),
                ])
        }
        try saveReaches(of: request, since: before)
        if before?.setAsideBy != request.setAsideBy { try saveSetAsides(of: request) }
        if before?.assignments != request.assignments { try removeWithdrawnProposals(of: request) }
    }

    private func saveSetAsides(of request: AdviceRequest) throws {
        try connection.execute("DELETE FROM set_asides WHERE request_id = ?", [.id(request.id)])
        for person in request.setAsideBy.sorted() {
            try connection.execute(
                "INSERT INTO set_asides(request_id, person_id) VALUES (?, ?)", [.id(request.id), .id(person)])
        }
    }

    /// A proposal that was withdrawn leaves no row: the aggregate no longer holds it.
    private func removeWithdrawnProposals(of request: AdviceRequest) throws {
        let kept = Set(request.assignments.map(\.id))
        let proposed: [Identifier<Assignment>] = try connection.query(
            "SELECT id FROM assignments WHERE request_id = ? AND state = 'proposed'", [.id(request.id)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
        for id in proposed where !kept.contains(id) {
            try connection.execute("DELETE FROM assignments WHERE id = ?", [.id(id)])
        }
    }

    public func remove(_ id: Identifier<AdviceRequest>) throws {
        guard try connection.exists("SELECT 1 FROM requests WHERE id = ? AND state = 'draft'", [.id(id)]) else {
            return
        }
        try connection.execute("DELETE FROM attachments WHERE request_id = ?", [.id(id)])
        // Its files open no more from here on, wherever copies of them lie.
        try connection.execute("DELETE FROM request_keys WHERE request_id = ?", [.id(id)])
        try connection.execute("DELETE FROM thread_entries WHERE request_id = ?", [.id(id)])
        try connection.execute("DELETE FROM linked_requests WHERE request_id = ?", [.id(id)])
        // A file that waited for the scanner left one.
        try connection.execute("DELETE FROM jobs WHERE request_id = ?", [.id(id)])
        try connection.execute("DELETE FROM requests WHERE id = ? AND state = 'draft'", [.id(id)])
    }

    public func isTaken(_ number: RequestNumber) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM requests WHERE number = ? UNION ALL SELECT 1 FROM purged_requests WHERE number = ?",
            [.text(number.rawValue), .text(number.rawValue)])
    }
}

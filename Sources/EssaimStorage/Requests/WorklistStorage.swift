import EssaimDomain
import EssaimWorkflow

/// Each list is read from its own partial index, one range for each pool, structure or network of the reader (a handful),
/// then merged: the cost does not grow with what is over.
extension PortableTransaction {
    public func rows(
        _ view: WorklistKind, of reader: Identifier<Person>, at now: Instant, after key: WorklistKey?, limit: Int
    ) throws -> [WorklistRow] {
        let newestFirst = WorklistPlan(view).newestFirst
        let start =
            key
            ?? WorklistKey(
                sortKey: Instant(milliseconds: newestFirst ? .max : .min), id: newestFirst ? "~" : "")
        var rows: [WorklistRow] = []
        for (plan, values) in try ranges(of: view, reader, at: now) {
            rows += try connection.query(
                plan.rows, values + [.at(start.sortKey), .id(start.id), .int(limit)], row)
        }
        rows.sort { a, b in
            let (first, second) = newestFirst ? (b, a) : (a, b)
            return (first.sortKey.milliseconds, first.id.rawValue) < (second.sortKey.milliseconds, second.id.rawValue)
        }
        return Array(rows.prefix(limit))
    }

    public func count(
        _ view: WorklistKind, of reader: Identifier<Person>, at now: Instant, upTo limit: Int
    ) throws -> Int {
        var total = 0
        for (plan, values) in try ranges(of: view, reader, at: now) where total < limit {
            total +=
                try connection.query(plan.count, values + [.int(limit - total)]) { row in
                    var c = Columns(row)
                    return try c.integer()
                }.first ?? 0
        }
        return total
    }

    /// Those of these demands that the reader may see, as lines of a list sorted by their sending.
    /// - Parameter archived: those that left the lists too.
    func rows(
        anyOf ids: Set<Identifier<AdviceRequest>>, visibleTo reader: Identifier<Person>, archived: Bool = true
    ) throws -> [Identifier<AdviceRequest>: WorklistRow] {
        let seen = Self.visible(to: reader)
        let which: SQLText = archived ? "AND r.id IN" : "AND r.shelved_at IS NULL AND r.id IN"
        let sql = SQLText(WorklistPlan.bySending, "AND", seen.sql, which)
        let rows = try connection.query(sql, seen.values, anyOf: ids, row)
        return Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The plans of a list, each with what its condition binds.
    private func ranges(
        of view: WorklistKind, _ reader: Identifier<Person>, at now: Instant
    ) throws -> [(plan: WorklistPlan, values: [SQLValue])] {
        let plan = WorklistPlan(view)
        let more: [SQLValue] =
            switch view {
            case .toTake: [.id(reader)]
            case .unreadInNetwork, .triageLate: [.at(now)]
            default: []
            }
        let own = try owners(of: view, reader).map { (plan, [.text($0)] + more) }
        if view == .toValidate { return own + [(.reachedToValidate, [.id(reader), .id(reader)])] }
        guard view == .toTake else { return own }
        let me = SQLValue.id(reader)
        return try own + networksAnswered(by: reader).map { (.named, [.text($0), me, me, me, me]) }
    }

    private func networksAnswered(by reader: Identifier<Person>) throws -> [String] {
        try connection.query(
            """
            SELECT DISTINCT q.network_id FROM pool_members w JOIN pools q ON q.id = w.pool_id
            WHERE w.person_id = ? AND w.status = 'active' ORDER BY 1
            """, [.id(reader)]
        ) { row in
            var c = Columns(row)
            return try c.text()
        }
    }

    /// Whose demands the list holds: the reader's pools, structures, networks, or the reader.
    private func owners(of view: WorklistKind, _ reader: Identifier<Person>) throws -> [String] {
        let sql: SQLText
        switch view {
        case .mine, .waiting, .answeredByMe: return [reader.rawValue]
        case .toValidate:
            sql = """
                SELECT pool_id FROM pool_members WHERE person_id = ? AND status = 'active' AND grade = 'senior' ORDER BY 1
                """
        case .toTake: sql = "SELECT pool_id FROM pool_members WHERE person_id = ? AND status = 'active' ORDER BY 1"
        case .toReceive:
            sql = """
                SELECT pool_id FROM pool_members WHERE person_id = ? AND status = 'active' AND grade = 'senior' ORDER BY 1
                """
        case .network, .unreadInNetwork, .toTriage, .triageWaiting, .triageUrgent, .triageLate:
            sql = """
                SELECT DISTINCT network_id FROM network_members WHERE person_id = ? AND status = 'active'
                AND role IN ('coordinator', 'regulator') ORDER BY 1
                """
        default: sql = "SELECT structure_id FROM structure_members WHERE person_id = ? AND status = 'active' ORDER BY 1"
        }
        return try connection.query(sql, [.id(reader)]) { row in
            var c = Columns(row)
            return try c.text()
        }
    }

    private func row(_ row: any SQLRow) throws -> WorklistRow {
        var c = Columns(row)
        let id: Identifier<AdviceRequest> = try c.id()
        guard let number = RequestNumber(rawValue: try c.text()) else { throw StoreFault.corrupt("a demand's number") }
        let state = try c.one(of: RequestState.self)
        return WorklistRow(
            id: id, number: number, state: state, urgency: try c.one(of: Urgency.self), question: try c.text(),
            offerTitle: try c.text(), zoneName: try c.text(), structureName: try c.text(),
            sex: try c.optionalText() ?? "", birthDate: try c.optionalText() ?? "", photographs: try c.integer(),
            sortKey: try c.instant(), dueAt: try c.optionalInstant(), isPaused: state == .awaitingInformation,
            holderName: try c.optionalText(), version: try c.integer(), isPatientTold: try c.optionalInstant() != nil,
            unread: try unread(&c))
    }

    private func unread(_ c: inout Columns) throws -> WorklistRow.Unread? {
        guard let since = try c.optionalInstant(), let dueAt = try c.optionalInstant() else { return nil }
        return WorklistRow.Unread(since: since, dueAt: dueAt)
    }
}

/// The SQL of a list: its index's condition word for word, and the column it is sorted by.
struct WorklistPlan {
    let rows: SQLText
    let count: SQLText
    let newestFirst: Bool

    init(_ view: WorklistKind) {
        let condition: SQLText
        let column: SQLText
        switch view {
        case .toTake:
            (condition, column) = (
                """
                r.pool_id = ? AND r.state = 'submitted' AND r.triage_since IS NULL AND NOT EXISTS
                (SELECT 1 FROM set_asides s WHERE s.request_id = r.id AND s.person_id = ?)
                """, "r.due_at"
            )
        case .mine:
            (condition, column) = ("r.holder_id = ? AND r.state = 'taken'", "r.due_at")
        case .waiting:
            (condition, column) = ("r.holder_id = ? AND r.state = 'awaitingInformation'", "r.due_at")
        case .toValidate:
            (condition, column) = (
                """
                r.pool_id = ? AND r.state IN ('taken', 'awaitingInformation') AND r.id IN
                (SELECT a.request_id FROM assignments a WHERE a.state = 'awaitingValidation')
                """, "r.due_at"
            )
        case .answeredByMe:
            (condition, column) = ("r.holder_id = ? AND r.state IN ('answered', 'closed', 'declined')", "r.answered_at")
        case .drafts: (condition, column) = ("r.structure_id = ? AND r.state = 'draft'", "r.created_at")
        case .sent: (condition, column) = ("r.structure_id = ? AND r.state IN ('submitted', 'taken')", "r.due_at")
        case .toComplete: (condition, column) = ("r.structure_id = ? AND r.state = 'awaitingInformation'", "r.due_at")
        case .toRead: (condition, column) = ("r.structure_id = ? AND r.is_unread", "r.answered_at")
        case .news: (condition, column) = ("r.structure_id = ? AND r.news_at IS NOT NULL", "r.news_at")
        case .toClose:
            (condition, column) = ("r.structure_id = ? AND r.state = 'answered' AND NOT r.is_unread", "r.answered_at")
        case .ended:
            (condition, column) = (
                "r.structure_id = ? AND r.state IN ('closed', 'declined', 'cancelled')", "r.submitted_at"
            )
        case .network:
            (condition, column) = (
                "r.network_id = ? AND r.state IN ('submitted', 'taken', 'awaitingInformation')", "r.due_at"
            )
        case .toTriage:
            (condition, column) = (
                "r.network_id = ? AND r.state = 'submitted' AND r.triage_since IS NOT NULL", "r.due_at"
            )
        case .triageWaiting:
            (condition, column) = (
                "r.network_id = ? AND r.state = 'awaitingInformation' AND r.triage_since IS NOT NULL", "r.due_at"
            )
        case .triageUrgent:
            (condition, column) = (
                "r.network_id = ? AND r.state = 'submitted' AND r.urgency = 'urgent' AND r.triage IS NOT NULL",
                "r.due_at"
            )
        case .triageLate:
            (condition, column) = (
                "r.network_id = ? AND r.state = 'submitted' AND r.triage_since IS NOT NULL AND r.due_at < ?",
                "r.due_at"
            )
        case .toReceive:
            (condition, column) = ("r.receiving_pool_id = ? AND r.receiving_since IS NOT NULL", "r.receiving_since")
        case .unreadInNetwork:
            (condition, column) = ("r.network_id = ? AND r.is_unread AND r.read_due_at <= ?", "r.read_due_at")
        }
        self.init(condition, column, newestFirst: view == .answeredByMe || view == .ended || view == .drafts)
    }

    /// To take, of pools of the network that are not the reader's: those for which they were named, and those that reached a
    /// pool of theirs. Who proposed to whom, and what reached whom, find them, a handful: the network is made of no use to an
    /// index, and with one table more PostgreSQL would join all that is to be taken before it looks
    /// (`join_collapse_limit`, 8).
    static var named: WorklistPlan {
        WorklistPlan(
            """
            r.network_id || '' = ? AND r.id IN
            (SELECT a.request_id FROM assignments a WHERE a.person_id = ? AND a.state = 'proposed'
             UNION SELECT w.request_id FROM request_reaches w WHERE w.is_waiting AND w.pool_id IN
             (SELECT m.pool_id FROM pool_members m WHERE m.person_id = ? AND m.status = 'active')
             AND NOT EXISTS (SELECT 1 FROM set_asides s WHERE s.request_id = w.request_id AND s.person_id = ?))
            AND r.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM pool_members m
            WHERE m.person_id = ? AND m.pool_id = r.pool_id AND m.status = 'active')
            """, "r.due_at", newestFirst: false)
    }

    /// To validate, of demands that reached a pool where the reader is a senior, and are of none of theirs. `DISTINCT` keeps
    /// the inner tables out of the joins that PostgreSQL puts in order together.
    static var reachedToValidate: WorklistPlan {
        WorklistPlan(
            """
            r.id IN (SELECT DISTINCT a.request_id FROM assignments a JOIN request_reaches w ON w.request_id = a.request_id
            WHERE a.state = 'awaitingValidation' AND w.pool_id IN (SELECT m.pool_id FROM pool_members m
            WHERE m.person_id = ? AND m.status = 'active' AND m.grade = 'senior'))
            AND r.state IN ('taken', 'awaitingInformation') AND NOT EXISTS (SELECT 1 FROM pool_members m
            WHERE m.person_id = ? AND m.pool_id = r.pool_id AND m.status = 'active' AND m.grade = 'senior')
            """, "r.due_at", newestFirst: false)
    }

    /// Lines of a list of demands that were sent, sorted by that.
    static var bySending: SQLText { SQLText(select, "r.submitted_at", from, "r.submitted_at IS NOT NULL") }

    private static let select: SQLText = """
        SELECT r.id, r.number, r.state, r.urgency, r.excerpt, o.title, z.name, s.name, p.sex, p.birth_date,
            (SELECT count(*) FROM attachments a WHERE a.request_id = r.id AND a.withdrawn_at IS NULL),
        """
    private static let from: SQLText = """
        , CASE WHEN r.state IN ('submitted', 'taken') THEN r.due_at END, h.given_name || ' ' || h.family_name,
            r.version, r.patient_told_at, r.unread_since, r.read_due_at
        FROM requests r JOIN offers o ON o.id = r.offer_id JOIN zones z ON z.id = r.zone_id
        JOIN structures s ON s.id = r.structure_id LEFT JOIN patients p ON p.id = r.patient_id
        LEFT JOIN people h ON h.id = r.holder_id WHERE
        """

    private init(_ condition: SQLText, _ column: SQLText, newestFirst: Bool) {
        self.newestFirst = newestFirst
        let after: SQLText = newestFirst ? ", r.id) < (?, ?) ORDER BY" : ", r.id) > (?, ?) ORDER BY"
        let end: SQLText = newestFirst ? "DESC, r.id DESC LIMIT ?" : ", r.id LIMIT ?"
        let live: SQLText = "AND r.shelved_at IS NULL"
        rows = SQLText(Self.select, column, Self.from, condition, live, "AND (", column, after, column, end)
        count = SQLText("SELECT count(*) FROM (SELECT 1 FROM requests r WHERE", condition, live, "LIMIT ?) AS counted")
    }
}

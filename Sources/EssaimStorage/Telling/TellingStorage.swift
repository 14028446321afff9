import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func tellable(_ people: Set<Identifier<Person>>) throws -> [Tellable] {
        let sql: SQLText = """
            SELECT c.person_id, c.channel, t.choices FROM contacts c JOIN accounts a ON a.person_id = c.person_id
            LEFT JOIN telling_choices t ON t.person_id = c.person_id
            WHERE c.address IS NOT NULL AND NOT a.is_disabled AND c.person_id IN
            """
        return try connection.query(sql, anyOf: people) { row in
            var c = Columns(row)
            return Tellable(
                person: try c.id(), channel: try c.one(of: TellingChannel.self),
                choices: try c.optionalText().map { try StoredJSON.value(TellingChoices.self, $0) } ?? TellingChoices())
        }
    }

    public func choices(of person: Identifier<Person>) throws -> TellingChoices? {
        try connection.first("SELECT choices FROM telling_choices WHERE person_id = ?", [.id(person)]) { row in
            var c = Columns(row)
            return try StoredJSON.value(TellingChoices.self, try c.text())
        }
    }

    public func save(_ choices: TellingChoices, of person: Identifier<Person>) throws {
        try connection.execute(
            """
            INSERT INTO telling_choices(person_id, choices) VALUES (?, ?)
            ON CONFLICT (person_id) DO UPDATE SET choices = excluded.choices
            """, [.id(person), .text(try StoredJSON.text(choices))])
    }

    public func matters(
        _ requests: Set<Identifier<AdviceRequest>>, visibleTo reader: Identifier<Person>
    ) throws -> [TellingMatter] {
        let who = SQLValue.id(reader)
        return try matters(requests, Self.visible, [who, who, who, who, who, who])
    }

    public func visitMatters(
        _ requests: Set<Identifier<AdviceRequest>>, bookableBy reader: Identifier<Person>
    ) throws -> [TellingMatter] {
        try matters(requests, Self.bookable, Self.booking(by: reader))
    }

    private func matters(
        _ requests: Set<Identifier<AdviceRequest>>, _ condition: SQLText, _ readers: [SQLValue]
    ) throws -> [TellingMatter] {
        let sql: SQLText = """
            SELECT r.id, r.number, o.title, r.urgency, r.state, r.due_at, r.is_unread, r.holder_id, n.time_zone,
                r.news_at IS NOT NULL, r.visit_half_at IS NOT NULL, r.visit_by IS NOT NULL
            FROM requests r JOIN offers o ON o.id = r.offer_id JOIN networks n ON n.id = r.network_id WHERE r.id IN
            """
        guard let one = requests.min() else { return [] }
        // Padded with a key that is there already: one shape of statement.
        let keys = requests.sorted().prefix(100).map { SQLValue.id($0) }
        let padded = keys + repeatElement(.id(one), count: 100 - keys.count)
        return try connection.query(sql + .list(100) + condition, padded + readers) { row in
            var c = Columns(row)
            let id: Identifier<AdviceRequest> = try c.id()
            guard let number = RequestNumber(rawValue: try c.text()) else {
                throw StoreFault.corrupt("a demand's number")
            }
            return TellingMatter(
                request: id, number: number, line: try c.text(), urgency: try c.one(of: Urgency.self),
                state: try c.one(of: RequestState.self), dueAt: try c.optionalInstant(), isUnread: try c.boolean(),
                holder: try c.optionalID(), offsets: OffsetRules(named: try c.text()) ?? .centralEuropean,
                hasNews: try c.boolean(), isUnbooked: try c.boolean(), isToBeSeen: try c.boolean())
        }
    }

    public func overdue(
        _ stage: OverdueStage, at now: Instant, limit: Int
    ) throws -> [Identifier<AdviceRequest>] {
        try connection.query(
            """
            SELECT r.id FROM requests r WHERE r.state IN ('submitted', 'taken') AND r.due_at < ? AND r.due_at > ?
            AND NOT EXISTS (SELECT 1 FROM overdue_told t
                            WHERE t.request_id = r.id AND t.due_at = r.due_at AND t.stage = ?)
            ORDER BY r.due_at, r.id LIMIT ?
            """,
            [.at(now - stage.after), .at(now - OverdueStage.forgottenAfter), .raw(stage), .int(limit)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
    }

    public func markOverdue(
        _ request: Identifier<AdviceRequest>, due: Instant, _ stage: OverdueStage
    ) throws -> Bool {
        try connection.run(
            "INSERT INTO overdue_told(request_id, due_at, stage) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [.id(request), .at(due), .raw(stage)]) == 1
    }
}

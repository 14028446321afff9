import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func tellable(_ audience: Set<Telling.Audience>) throws -> [Tellable] {
        // Sorted: one shape of statement, whatever the set's order.
        let members = audience.map { Self.belonging(to: $0) }.sorted { $0.sql.text < $1.sql.text }
        guard let first = members.first else { return [] }
        let sql: SQLText = """
            SELECT c.person_id, c.channel, t.choices FROM contacts c JOIN accounts a ON a.person_id = c.person_id
            LEFT JOIN telling_choices t ON t.person_id = c.person_id
            WHERE c.address IS NOT NULL AND NOT a.is_disabled AND c.person_id IN (
            """
        let all = members.dropFirst().reduce(first.sql) { SQLText($0, "UNION", $1.sql) }
        return try connection.query(SQLText(sql, all, ")"), members.flatMap(\.values)) { row in
            var c = Columns(row)
            return Tellable(
                person: try c.id(), channel: try c.one(of: TellingChannel.self),
                choices: try c.optionalText().map { try StoredJSON.value(TellingChoices.self, $0) } ?? TellingChoices())
        }
    }

    private static func belonging(to audience: Telling.Audience) -> SQLPart {
        switch audience {
        case .person(let person): SQLPart("SELECT person_id FROM accounts WHERE person_id = ?", [.id(person)])
        case .pool(let pool):
            SQLPart("SELECT person_id FROM pool_members WHERE pool_id = ? AND status = 'active'", [.id(pool)])
        case .seniors(let pool):
            SQLPart(
                "SELECT person_id FROM pool_members WHERE pool_id = ? AND status = 'active' AND grade = 'senior'",
                [.id(pool)])
        case .structure(let structure):
            SQLPart(
                "SELECT person_id FROM structure_members WHERE structure_id = ? AND status = 'active'",
                [.id(structure)])
        case .network(let network, let role):
            SQLPart(
                "SELECT person_id FROM network_members WHERE network_id = ? AND role = ? AND status = 'active'",
                [.id(network), .raw(role)])
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
        try matters(requests, Self.visible(to: reader))
    }

    public func visitMatters(
        _ requests: Set<Identifier<AdviceRequest>>, bookableBy reader: Identifier<Person>
    ) throws -> [TellingMatter] {
        try matters(requests, Self.bookable(by: reader))
    }

    private func matters(_ requests: Set<Identifier<AdviceRequest>>, _ told: SQLPart) throws -> [TellingMatter] {
        let sql: SQLText = """
            SELECT r.id, r.number, o.title, r.urgency, r.state, r.due_at, r.is_unread, r.holder_id, n.time_zone,
                r.news_at IS NOT NULL, r.visit_half_at IS NOT NULL, r.visit_by IS NOT NULL
            FROM requests r JOIN offers o ON o.id = r.offer_id JOIN networks n ON n.id = r.network_id WHERE
            """
        return try connection.query(SQLText(sql, told.sql, "AND r.id IN"), told.values, anyOf: requests) { row in
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
}

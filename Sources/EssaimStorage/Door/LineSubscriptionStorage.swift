import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let subscriptions: SQLText = """
        SELECT s.offer_id, o.network_id, o.title, n.name, s.asked_at, s.opened_at FROM line_subscriptions s
        JOIN offers o ON o.id = s.offer_id JOIN networks n ON n.id = o.network_id WHERE s.person_id = ?
        """

    public func lineSubscriptions(of person: Identifier<Person>, limit: Int) throws -> [LineSubscription] {
        try connection.query(
            SQLText(Self.subscriptions, "ORDER BY s.asked_at DESC, s.offer_id LIMIT ?"), [.id(person), .int(limit)],
            Self.subscription)
    }

    public func lineSubscription(of person: Identifier<Person>, to offer: Identifier<Offer>) throws -> LineSubscription?
    {
        try connection.first(
            SQLText(Self.subscriptions, "AND s.offer_id = ?"), [.id(person), .id(offer)], Self.subscription)
    }

    private static func subscription(_ row: any SQLRow) throws -> LineSubscription {
        var c = Columns(row)
        return LineSubscription(
            offer: try c.id(), network: try c.id(), title: try c.text(), networkName: try c.text(),
            askedAt: try c.instant(), openedAt: try c.optionalInstant())
    }

    public func awaitedLines() throws -> [Identifier<Offer>] {
        try connection.query(
            "SELECT DISTINCT offer_id FROM line_subscriptions WHERE opened_at IS NULL ORDER BY offer_id", []
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
    }

    public func tellable(
        awaiting offer: Identifier<Offer>, after person: Identifier<Person>?, limit: Int
    ) throws -> [Tellable] {
        try connection.query(
            """
            SELECT c.person_id, c.channel, t.choices FROM line_subscriptions s
            JOIN contacts c ON c.person_id = s.person_id JOIN accounts a ON a.person_id = s.person_id
            LEFT JOIN telling_choices t ON t.person_id = s.person_id
            WHERE s.offer_id = ? AND s.opened_at IS NULL AND s.person_id > ? AND c.address IS NOT NULL
            AND NOT a.is_disabled ORDER BY c.person_id, c.channel LIMIT ?
            """, [.id(offer), .text(person?.rawValue ?? ""), .int(limit)]
        ) { row in
            var c = Columns(row)
            return Tellable(
                person: try c.id(), channel: try c.one(of: TellingChannel.self),
                choices: try c.optionalText().map { try StoredJSON.value(TellingChoices.self, $0) } ?? TellingChoices())
        }
    }

    public func subscribe(_ person: Identifier<Person>, to offer: Identifier<Offer>, at: Instant) throws {
        try connection.execute(
            """
            INSERT INTO line_subscriptions(person_id, offer_id, asked_at) VALUES (?, ?, ?)
            ON CONFLICT (person_id, offer_id) DO UPDATE SET asked_at = excluded.asked_at, opened_at = NULL
            """, [.id(person), .id(offer), .at(at)])
    }

    public func unsubscribe(_ person: Identifier<Person>, from offer: Identifier<Offer>) throws -> Bool {
        try connection.run(
            "DELETE FROM line_subscriptions WHERE person_id = ? AND offer_id = ?", [.id(person), .id(offer)]) > 0
    }

    public func open(_ offer: Identifier<Offer>, at: Instant) throws -> Int {
        try connection.run(
            "UPDATE line_subscriptions SET opened_at = ? WHERE offer_id = ? AND opened_at IS NULL",
            [.at(at), .id(offer)])
    }
}

import EssaimDomain
import EssaimWorkflow

/// Aggregates over `requests_received`. An answer left when the demand bears an orientation; a decline alone bears none.
extension PortableTransaction {
    private static let range: SQLText = """
        r.network_id = ? AND r.submitted_at IS NOT NULL AND r.submitted_at >= ? AND r.submitted_at < ?
        AND (? = '' OR r.offer_id = ?)
        """

    private static let counts: SQLText = """
        count(*), count(r.orientation),
        count(CASE WHEN r.state IN ('submitted', 'taken', 'awaitingInformation') THEN 1 END),
        count(CASE WHEN r.state IN ('submitted', 'taken') AND r.due_at < ? THEN 1 END),
        count(CASE WHEN r.state = 'declined' THEN 1 END), count(CASE WHEN r.state = 'cancelled' THEN 1 END),
        count(r.patient_told_at), count(CASE WHEN r.state = 'closed' AND r.archived_at IS NULL THEN 1 END),
        count(r.archived_at),
        COALESCE(CAST(sum(CASE WHEN r.orientation IS NOT NULL THEN r.answered_at - r.submitted_at END) AS BIGINT), 0),
        count(CASE WHEN r.orientation IS NOT NULL AND r.answered_at - r.submitted_at <= 86400000 THEN 1 END),
        count(CASE WHEN r.orientation IS NOT NULL AND r.answered_at - r.submitted_at <= 172800000 THEN 1 END),
        count(CASE WHEN r.orientation IS NOT NULL AND r.answered_at - r.submitted_at <= 604800000 THEN 1 END)
        """

    public func activity(_ question: ActivityQuestion, at now: Instant) throws -> ActivityCounts {
        let sql = SQLText("SELECT", Self.counts, "FROM requests r WHERE", Self.range)
        var counts =
            try connection.first(sql, [.at(now)] + question.arguments) { row in
                var c = Columns(row)
                return try Self.counts(&c)
            } ?? ActivityCounts()
        counts.received += try purged(question).map(\.counts.received).reduce(0, +)
        return counts
    }

    public func activityByOffer(
        _ question: ActivityQuestion, at now: Instant
    ) throws -> [(offer: Identifier<Offer>, title: String, counts: ActivityCounts)] {
        let sql = SQLText(
            "SELECT o.id, o.title,", Self.counts, "FROM requests r JOIN offers o ON o.id = r.offer_id WHERE",
            Self.range, "GROUP BY o.id, o.title, o.position ORDER BY o.position, o.id")
        var offers: [OfferCounts] = try connection.query(sql, [.at(now)] + question.arguments) { row in
            var c = Columns(row)
            return (offer: try c.id(), title: try c.text(), counts: try Self.counts(&c))
        }
        for gone in try purged(question) {
            if let place = offers.firstIndex(where: { $0.offer == gone.offer }) {
                offers[place].counts.received += gone.counts.received
            } else {
                offers.append(gone)
            }
        }
        return offers
    }

    private typealias OfferCounts = (offer: Identifier<Offer>, title: String, counts: ActivityCounts)

    /// What was erased since was received all the same; what became of it is not known any more.
    private func purged(_ question: ActivityQuestion) throws -> [OfferCounts] {
        try connection.query(
            """
            SELECT o.id, o.title, count(*) FROM purged_requests r JOIN offers o ON o.id = r.offer_id
            WHERE r.network_id = ? AND r.month_at >= ? AND r.month_at < ? AND (? = '' OR r.offer_id = ?)
            GROUP BY o.id, o.title, o.position ORDER BY o.position, o.id
            """, question.arguments
        ) { row in
            var c = Columns(row)
            let (offer, title): (Identifier<Offer>, String) = (try c.id(), try c.text())
            var counts = ActivityCounts()
            counts.received = try c.integer()
            return (offer: offer, title: title, counts: counts)
        }
    }

    public func activityMix(_ question: ActivityQuestion) throws -> ActivityMix {
        ActivityMix(
            orientations: try mix("SELECT r.orientation, count(*)", "GROUP BY r.orientation", question),
            advice: try mix("SELECT r.advice, count(*)", "GROUP BY r.advice", question),
            otherwise: try mix("SELECT r.otherwise, count(*)", "GROUP BY r.otherwise", question),
            treatingDoctors: try mix("SELECT r.treating_doctor, count(*)", "GROUP BY r.treating_doctor", question),
            departements: try departements(question),
            origins: try mix("SELECT r.origin, count(*)", "GROUP BY r.origin", question))
    }

    /// Communes are too small to be counted one by one.
    private func departements(_ question: ActivityQuestion) throws -> [String: Int] {
        let sql = SQLText(
            "SELECT r.residence, count(*) FROM requests r WHERE", Self.range,
            "AND r.residence IS NOT NULL GROUP BY r.residence")
        let communes = try connection.query(sql, question.arguments) { row in
            var c = Columns(row)
            return (code: try c.text(), count: try c.integer())
        }
        return communes.reduce(into: [:]) { all, commune in
            if let place = Residence.departement(of: commune.code) { all[place, default: 0] += commune.count }
        }
    }

    private func mix<C: RawRepresentable & Hashable>(
        _ select: SQLText, _ group: SQLText, _ question: ActivityQuestion
    ) throws -> [C: Int] where C.RawValue == String {
        let sql = SQLText(select, "FROM requests r WHERE", Self.range, group)
        let found: [(C?, Int)] = try connection.query(sql, question.arguments) { row in
            var c = Columns(row)
            return (try c.optional(C.self), try c.integer())
        }
        return found.reduce(into: [:]) { all, one in if let code = one.0 { all[code] = one.1 } }
    }

    public func answerDelay(_ question: ActivityQuestion, rank: Int) throws -> Duration? {
        let sql = SQLText(
            "SELECT r.answered_at - r.submitted_at FROM requests r WHERE", Self.range,
            "AND r.orientation IS NOT NULL ORDER BY 1 LIMIT 1 OFFSET ?")
        return try connection.first(sql, question.arguments + [.int(max(0, rank))]) { row in
            var c = Columns(row)
            return .milliseconds(try c.integer())
        }
    }

    public func activityLines(
        _ question: ActivityQuestion, after key: WorklistKey?, limit: Int
    ) throws -> [ActivityLine] {
        let sql = SQLText(
            """
            SELECT r.id, r.submitted_at, o.title, z.name, r.urgency, r.state, r.taken_at,
                CASE WHEN r.orientation IS NOT NULL THEN r.answered_at END, r.orientation, r.advice, r.otherwise,
                r.patient_told_at, r.archived_at, r.treating_doctor, r.residence
            FROM requests r JOIN offers o ON o.id = r.offer_id JOIN zones z ON z.id = r.zone_id WHERE
            """, Self.range, "AND (r.submitted_at, r.id) > (?, ?) ORDER BY r.submitted_at, r.id LIMIT ?")
        let start = key ?? WorklistKey(sortKey: Instant(milliseconds: .min), id: "")
        return try connection.query(
            sql, question.arguments + [.at(start.sortKey), .id(start.id), .int(limit)]
        ) { row in
            var c = Columns(row)
            return ActivityLine(
                id: try c.id(), submittedAt: try c.instant(), offerTitle: try c.text(), zoneName: try c.text(),
                urgency: try c.one(of: Urgency.self), state: try c.one(of: RequestState.self),
                takenAt: try c.optionalInstant(), answeredAt: try c.optionalInstant(),
                orientation: try c.optional(Orientation.self), advice: try c.optional(Loop.Advice.self),
                otherwise: try c.optional(Loop.Otherwise.self), isPatientTold: try c.optionalInstant() != nil,
                isArchivedUnclosed: try c.optionalInstant() != nil,
                treatingDoctor: try c.optional(TreatingDoctor.Kind.self) ?? .unsaid,
                departement: try c.optionalText().flatMap(Residence.departement))
        }
    }

    private static func counts(_ c: inout Columns) throws -> ActivityCounts {
        var counts = ActivityCounts()
        counts.received = try c.integer()
        counts.answered = try c.integer()
        counts.open = try c.integer()
        counts.late = try c.integer()
        counts.declined = try c.integer()
        counts.cancelled = try c.integer()
        counts.patientTold = try c.integer()
        counts.closed = try c.integer()
        counts.archivedUnclosed = try c.integer()
        counts.delaySum = try c.integer()
        counts.within24Hours = try c.integer()
        counts.within48Hours = try c.integer()
        counts.within7Days = try c.integer()
        return counts
    }
}

extension ActivityQuestion {
    fileprivate var arguments: [SQLValue] {
        let line = offer?.rawValue ?? ""
        return [.id(network), .at(from), .at(until), .text(line), .text(line)]
    }
}

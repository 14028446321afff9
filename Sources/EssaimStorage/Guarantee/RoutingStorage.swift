import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func members(
        routedIn pools: Set<Identifier<Pool>>, on day: CivilDate, since midnight: Instant
    ) throws -> [RoutedMember] {
        let absences = try absences(in: pools, from: day)
        let busy = try busyTimes(in: pools, from: midnight)
        let subjects = try subSpecialties(in: pools)
        let sql: SQLText = """
            SELECT m.pool_id, m.person_id, m.grade, v.hours, v.most_a_day,
                (SELECT count(*) FROM assignments a WHERE a.person_id = m.person_id AND a.since >= ?
                 AND a.state IN ('taken', 'awaitingValidation', 'answered', 'declined')),
                (SELECT count(*) FROM requests r WHERE r.holder_id = m.person_id AND r.state = 'taken')
                + (SELECT count(*) FROM requests r WHERE r.holder_id = m.person_id AND r.state = 'awaitingInformation'),
                (SELECT max(a.since) FROM assignments a WHERE a.person_id = m.person_id AND a.state = 'proposed'),
                (SELECT max(a.since) FROM assignments a WHERE a.person_id = m.person_id
                 AND a.state IN ('taken', 'awaitingValidation', 'answered', 'declined'))
            FROM pool_members m JOIN accounts c ON c.person_id = m.person_id
            LEFT JOIN availability v ON v.person_id = m.person_id
            WHERE m.status = 'active' AND NOT c.is_disabled AND m.pool_id IN
            """
        return try connection.query(sql, [.at(midnight)], anyOf: pools) { row in
            var c = Columns(row)
            let pool: Identifier<Pool> = try c.id()
            let person: Identifier<Person> = try c.id()
            let grade = try c.one(of: PoolGrade.self)
            let availability = Availability(
                hours: try Self.hours(c.optionalText()), mostADay: try c.optionalInteger().map(Int.init),
                absences: absences[person] ?? [])
            let (taken, held) = (try c.integer(), try c.integer())
            let given = [try c.optionalInstant(), try c.optionalInstant()].compactMap(\.self).max()
            return RoutedMember(
                pool: pool, person: person, grade: grade, subSpecialties: subjects[person] ?? [],
                availability: availability, busy: busy[person] ?? .none, taken: taken, held: held, lastGivenAt: given)
        }
    }

    private func absences(
        in pools: Set<Identifier<Pool>>, from day: CivilDate
    ) throws -> [Identifier<Person>: [Absence]] {
        let sql: SQLText = """
            SELECT DISTINCT b.person_id, b.id, b.from_day, b.through_day, b.half, b.colleague FROM absences b
            JOIN pool_members m ON m.person_id = b.person_id
            WHERE b.through_day >= ? AND m.status = 'active' AND m.pool_id IN
            """
        var absences: [Identifier<Person>: [Absence]] = [:]
        _ = try connection.query(sql, [.text(day.description)], anyOf: pools) { row in
            var c = Columns(row)
            let person: Identifier<Person> = try c.id()
            let id: Identifier<Absence> = try c.id()
            absences[person, default: []].append(
                Absence(
                    id: id, days: try Self.days(c.text(), c.text()), half: try c.optional(HalfDay.self),
                    colleague: try c.text()))
        }
        return absences
    }

    private func busyTimes(
        in pools: Set<Identifier<Pool>>, from instant: Instant
    ) throws -> [Identifier<Person>: Stretches] {
        let sql: SQLText = """
            SELECT DISTINCT b.person_id, b.from_at, b.to_at FROM busy_times b
            JOIN pool_members m ON m.person_id = b.person_id
            WHERE b.to_at > ? AND m.status = 'active' AND m.pool_id IN
            """
        var busy: [Identifier<Person>: [Range<Instant>]] = [:]
        _ = try connection.query(sql, [.at(instant)], anyOf: pools) { row in
            var c = Columns(row)
            busy[try c.id(), default: []].append(try Self.stretch(&c))
        }
        return busy.mapValues { Stretches($0) }
    }

    private func subSpecialties(
        in pools: Set<Identifier<Pool>>
    ) throws -> [Identifier<Person>: Set<Identifier<SubSpecialty>>] {
        let sql: SQLText = """
            SELECT DISTINCT s.person_id, s.sub_specialty_id FROM sub_specialists s
            JOIN pool_members m ON m.person_id = s.person_id WHERE m.status = 'active' AND m.pool_id IN
            """
        var known: [Identifier<Person>: Set<Identifier<SubSpecialty>>] = [:]
        _ = try connection.query(sql, anyOf: pools) { row in
            var c = Columns(row)
            known[try c.id(), default: []].insert(try c.id())
        }
        return known
    }

    public func hasRegulator(_ network: Identifier<Network>) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM network_members WHERE network_id = ? AND role = 'regulator' AND status = 'active' LIMIT 1
            """, [.id(network)])
    }

    public func routing(of request: Identifier<AdviceRequest>) throws -> RoutingAnswer? {
        try connection.first("SELECT routing FROM requests WHERE id = ?", [.id(request)]) { row in
            var c = Columns(row)
            return try c.optionalText().map { try StoredJSON.value(RoutingAnswer.self, $0) }
        }.flatMap(\.self)
    }

    public func keep(_ routing: RoutingAnswer, of request: Identifier<AdviceRequest>) throws {
        try connection.execute(
            "UPDATE requests SET routing = ? WHERE id = ?", [.text(try StoredJSON.text(routing)), .id(request)])
    }
}

import EssaimDomain
import EssaimWorkflow

/// Who answers in a network and when they are there: members with their week, then the absences, then the calendars.
extension PortableTransaction {
    public func answerers(of network: Network, from day: CivilDate) throws -> Answerers {
        let local = network.local
        var members: [Identifier<Pool>: Set<Identifier<Person>>] = [:]
        var said: [Identifier<Person>: Availability] = [:]
        let who: SQLText = """
            SELECT m.pool_id, m.person_id, v.hours FROM pool_members m JOIN pools p ON p.id = m.pool_id
            JOIN accounts a ON a.person_id = m.person_id LEFT JOIN availability v ON v.person_id = m.person_id
            WHERE p.network_id = ? AND NOT p.is_retired AND m.status = 'active' AND NOT a.is_disabled
            """
        _ = try connection.query(who, [.id(network.id)]) { row in
            var c = Columns(row)
            let (pool, person): (Identifier<Pool>, Identifier<Person>) = (try c.id(), try c.id())
            members[pool, default: []].insert(person)
            if let hours = try Self.hours(c.optionalText()) { said[person] = Availability(hours: hours) }
        }
        let ofNetwork: SQLText = """
            IN (SELECT m.person_id FROM pool_members m JOIN pools p ON p.id = m.pool_id
                WHERE p.network_id = ? AND NOT p.is_retired AND m.status = 'active')
            """
        let absent: SQLText = """
            SELECT b.person_id, b.id, b.from_day, b.through_day, b.half, b.colleague FROM absences b
            WHERE b.through_day >= ? AND b.person_id
            """
        _ = try connection.query(SQLText(absent, ofNetwork), [.text(day.description), .id(network.id)]) { row in
            var c = Columns(row)
            let (person, id): (Identifier<Person>, Identifier<Absence>) = (try c.id(), try c.id())
            said[person, default: Availability()].absences.append(
                Absence(
                    id: id, days: try Self.days(c.text(), c.text()), half: try c.optional(HalfDay.self),
                    colleague: try c.text()))
        }
        var busy: [Identifier<Person>: [Range<Instant>]] = [:]
        let calendar: SQLText = """
            SELECT b.person_id, b.from_at, b.to_at FROM busy_times b WHERE b.to_at > ? AND b.person_id
            """
        let midnight = local.midnight(startOf: day)
        _ = try connection.query(SQLText(calendar, ofNetwork), [.at(midnight), .id(network.id)]) { row in
            var c = Columns(row)
            busy[try c.id(), default: []].append(try Self.stretch(&c))
        }
        let people = Set(said.keys).union(busy.keys)
        let presences = people.map { person in
            (
                person,
                Presence(said[person] ?? Availability(), busy: Stretches(busy[person] ?? []), in: local)
            )
        }
        return Answerers(of: network, members: members, presences: Dictionary(uniqueKeysWithValues: presences))
    }

    public func busyTimes(of person: Identifier<Person>, from instant: Instant) throws -> Stretches {
        Stretches(
            try connection.query(
                "SELECT from_at, to_at FROM busy_times WHERE person_id = ? AND to_at > ? ORDER BY from_at",
                [.id(person), .at(instant)]
            ) { row in
                var c = Columns(row)
                return try Self.stretch(&c)
            })
    }

    public func absenceImport(of person: Identifier<Person>) throws -> AbsenceImport? {
        try connection.first(
            "SELECT imported_at, stretches FROM absence_calendars WHERE person_id = ?", [.id(person)]
        ) { row in
            var c = Columns(row)
            return AbsenceImport(at: try c.instant(), stretches: try c.integer())
        }
    }

    public func setBusyTimes(_ stretches: Stretches?, of person: Identifier<Person>, at now: Instant) throws {
        try connection.execute("DELETE FROM busy_times WHERE person_id = ?", [.id(person)])
        guard let stretches else {
            try connection.execute("DELETE FROM absence_calendars WHERE person_id = ?", [.id(person)])
            return
        }
        try connection.execute(
            """
            INSERT INTO absence_calendars(person_id, imported_at, stretches) VALUES (?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET imported_at = excluded.imported_at, stretches = excluded.stretches
            """, [.id(person), .at(now), .int(stretches.list.count)])
        for stretch in stretches.list {
            try connection.execute(
                "INSERT INTO busy_times(person_id, from_at, to_at) VALUES (?, ?, ?)",
                [.id(person), .at(stretch.lowerBound), .at(stretch.upperBound)])
        }
    }

    static func stretch(_ c: inout Columns) throws -> Range<Instant> {
        let (from, to) = (try c.instant(), try c.instant())
        guard from < to else { throw StoreFault.corrupt("a stretch of absence") }
        return from..<to
    }
}

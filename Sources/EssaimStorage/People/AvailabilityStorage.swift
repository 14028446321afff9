import EssaimDomain
import EssaimWorkflow

/// Days are kept as `yyyy-mm-dd`, whose order by bytes is that of the calendar.
extension PortableTransaction {
    public func availability(
        of person: Identifier<Person>, on day: CivilDate
    ) throws -> (Availability, version: Int) {
        let said: (version: Int, hours: OpeningHours?, most: Int?)? = try connection.first(
            "SELECT version, hours, most_a_day FROM availability WHERE person_id = ?", [.id(person)]
        ) { row in
            var c = Columns(row)
            return (try c.integer(), try Self.hours(c.optionalText()), try c.optionalInteger().map(Int.init))
        }
        let absences = try connection.query(
            """
            SELECT id, from_day, through_day, half, colleague FROM absences WHERE person_id = ? AND through_day >= ?
            ORDER BY through_day, id LIMIT ?
            """, [.id(person), .text(day.description), .int(Availability.mostAbsences)]
        ) { row in
            var c = Columns(row)
            let id: Identifier<Absence> = try c.id()
            return Absence(
                id: id, days: try Self.days(c.text(), c.text()), half: try c.optional(HalfDay.self),
                colleague: try c.text())
        }
        return (
            Availability(hours: said?.hours, mostADay: said?.most, absences: absences), version: said?.version ?? 0
        )
    }

    public func taken(by person: Identifier<Person>, since: Instant) throws -> Int {
        try connection.first(
            """
            SELECT count(*) FROM assignments WHERE person_id = ? AND since >= ?
            AND state IN ('taken', 'awaitingValidation', 'answered', 'declined')
            """, [.id(person), .at(since)]
        ) { row in
            var c = Columns(row)
            return try c.integer()
        } ?? 0
    }

    public func days(
        ofPool pool: Identifier<Pool>, on day: CivilDate, since midnight: Instant
    ) throws -> [Identifier<Person>: ExpertDay] {
        let sql: SQLText = """
            SELECT m.person_id, v.hours, v.most_a_day, b.id, b.from_day, b.through_day, b.half,
                b.colleague,
                (SELECT count(*) FROM assignments a WHERE a.person_id = m.person_id AND a.since >= ?
                 AND a.state IN ('taken', 'awaitingValidation', 'answered', 'declined'))
            FROM pool_members m LEFT JOIN availability v ON v.person_id = m.person_id
            LEFT JOIN absences b ON b.person_id = m.person_id AND b.from_day <= ? AND b.through_day >= ?
            WHERE m.pool_id = ? AND m.status = 'active'
            """
        let today = SQLValue.text(day.description)
        var days: [Identifier<Person>: ExpertDay] = [:]
        _ = try connection.query(sql, [.at(midnight), today, today, .id(pool)]) { row in
            var c = Columns(row)
            let person: Identifier<Person> = try c.id()
            var availability = Availability(
                hours: try Self.hours(c.optionalText()), mostADay: try c.optionalInteger().map(Int.init))
            let (id, from, through) = (try c.optionalText(), try c.optionalText(), try c.optionalText())
            let half = try c.optional(HalfDay.self)
            let colleague = try c.optionalText()
            if let id, let from, let through, let colleague {
                availability.absences = [
                    Absence(id: Identifier(id), days: try Self.days(from, through), half: half, colleague: colleague)
                ]
            }
            // Two absences that overlap give two rows.
            availability.absences += days[person]?.availability.absences ?? []
            days[person] = ExpertDay(availability: availability, taken: try c.integer())
        }
        return days
    }

    public func save(
        _ availability: Availability, of person: Identifier<Person>, over version: Int
    ) throws -> Bool {
        // A form that names no version read none.
        guard version >= 0 else { return false }
        let hours = try availability.hours.map { try StoredJSON.text($0) }
        let most: SQLValue = availability.mostADay.map { .int($0) } ?? .null
        let sql: SQLText = """
            INSERT INTO availability(person_id, version, hours, most_a_day) VALUES (?, ?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET
                version = excluded.version, hours = excluded.hours, most_a_day = excluded.most_a_day
            WHERE availability.version = ?
            """
        return try connection.run(
            sql, [.id(person), .int(version + 1), .text(hours), most, .int(version)]) == 1
    }

    public func insert(_ absence: Absence, of person: Identifier<Person>) throws {
        try connection.execute(
            "INSERT INTO absences(id, person_id, from_day, through_day, half, colleague) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .id(absence.id), .id(person), .text(absence.days.lowerBound.description),
                .text(absence.days.upperBound.description), .raw(absence.half), .text(absence.colleague),
            ])
    }

    public func remove(_ absence: Identifier<Absence>, of person: Identifier<Person>) throws -> Bool {
        try connection.run("DELETE FROM absences WHERE person_id = ? AND id = ?", [.id(person), .id(absence)]) == 1
    }

    static func hours(_ text: String?) throws -> OpeningHours? {
        try text.map { try StoredJSON.value(OpeningHours.self, $0) }
    }

    static func days(_ from: String, _ through: String) throws -> ClosedRange<CivilDate> {
        guard let first = CivilDate(from), let last = CivilDate(through), first <= last else {
            throw StoreFault.corrupt("the days of an absence")
        }
        return first...last
    }
}

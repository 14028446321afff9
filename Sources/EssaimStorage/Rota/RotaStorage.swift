import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let dutyColumns: SQLText = """
        SELECT id, pool_id, offer_id, person_id, hours, weekdays, every_weeks, first_day, last_day, on_holidays, version
        FROM duties
        """

    public func rotaVersion(of network: Identifier<Network>) throws -> RotaVersion {
        try connection.first("SELECT version, changed_at FROM rotas WHERE network_id = ?", [.id(network)]) { row in
            var c = Columns(row)
            return RotaVersion(number: try c.integer(), changedAt: try c.instant())
        } ?? .none
    }

    public func rota(of network: Identifier<Network>) throws -> Rota {
        let duties = try connection.query(
            Self.dutyColumns + " WHERE network_id = ? ORDER BY id LIMIT ?", [.id(network), .int(Rota.mostDuties)],
            Self.duty)
        let exceptions = try connection.query(
            """
            SELECT e.duty_id, e.day, e.is_removed, e.to_day, e.to_hours, e.person_id, e.version
            FROM shift_exceptions e JOIN duties d ON d.id = e.duty_id WHERE d.network_id = ? ORDER BY e.duty_id, e.day
            """, [.id(network)], Self.exception)
        return Rota(duties: duties, exceptions: exceptions)
    }

    public func duty(_ id: Identifier<Duty>, of network: Identifier<Network>) throws -> Duty? {
        try connection.first(
            Self.dutyColumns + " WHERE id = ? AND network_id = ?", [.id(id), .id(network)], Self.duty)
    }

    public func touchRota(of network: Identifier<Network>, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO rotas(network_id, version, changed_at) VALUES (?, 1, ?)
            ON CONFLICT (network_id) DO UPDATE SET version = rotas.version + 1, changed_at = excluded.changed_at
            """, [.id(network), .at(now)])
    }

    public func insert(_ duty: Duty, in network: Identifier<Network>) throws {
        let inserted = try connection.run(
            """
            INSERT INTO duties(id, network_id, pool_id, offer_id, person_id, hours, weekdays, every_weeks, first_day,
                last_day, on_holidays, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """, [.id(duty.id), .id(network)] + Self.values(duty) + [.int(duty.version)])
        if inserted == 0 { throw StoreFault.duplicate("a duty bears the id of another one") }
    }

    public func save(_ duty: Duty, over version: Int, in network: Identifier<Network>) throws -> Bool {
        try connection.run(
            """
            UPDATE duties SET pool_id = ?, offer_id = ?, person_id = ?, hours = ?, weekdays = ?, every_weeks = ?,
                first_day = ?, last_day = ?, on_holidays = ?, version = ?
            WHERE id = ? AND network_id = ? AND version = ?
            """,
            Self.values(duty) + [.int(duty.version), .id(duty.id), .id(network), .int(version)]) == 1
    }

    public func remove(_ duty: Identifier<Duty>, of network: Identifier<Network>) throws {
        try connection.execute(
            """
            DELETE FROM shift_exceptions WHERE duty_id IN (SELECT id FROM duties WHERE id = ? AND network_id = ?)
            """, [.id(duty), .id(network)])
        try connection.execute("DELETE FROM duties WHERE id = ? AND network_id = ?", [.id(duty), .id(network)])
    }

    public func replaceDuties(
        of network: Identifier<Network>, from declaration: [Duty], at now: Instant
    ) throws -> Bool {
        let known = try rota(of: network).duties
        let before = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let named = Set(declaration.map(\.id))
        var isChanged = false
        for duty in known where !named.contains(duty.id) {
            try remove(duty.id, of: network)
            isChanged = true
        }
        for duty in declaration {
            if let kept = before[duty.id] {
                if kept == Duty(duty, version: kept.version) { continue }
                _ = try save(Duty(duty, version: kept.version + 1), over: kept.version, in: network)
            } else {
                try insert(Duty(duty, version: 1), in: network)
            }
            isChanged = true
        }
        if isChanged { try touchRota(of: network, at: now) }
        return isChanged
    }

    public func save(_ exception: ShiftException) throws -> Bool {
        let (key, place) = (exception.key, exception.place)
        return try connection.run(
            """
            INSERT INTO shift_exceptions(duty_id, day, is_removed, to_day, to_hours, person_id, version)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (duty_id, day) DO UPDATE SET is_removed = excluded.is_removed, to_day = excluded.to_day,
                to_hours = excluded.to_hours, person_id = excluded.person_id, version = excluded.version
            WHERE shift_exceptions.version = excluded.version - 1
            """,
            [
                .id(key.duty), .text(key.day.description), .boolean(exception.isRemoved),
                .text(place?.day.description), .raw(place?.time), .id(exception.person), .int(exception.version),
            ]) == 1
    }

    private static func values(_ duty: Duty) -> [SQLValue] {
        let (pool, line): (Identifier<Pool>?, Identifier<Offer>?) =
            switch duty.post {
            case .pool(let pool): (pool, nil)
            case .line(let line): (nil, line)
            }
        let pattern = duty.pattern
        return [
            .id(pool), .id(line), .id(duty.person), .raw(duty.time),
            .text(pattern.weekdays.map { String($0.number) }.sorted().joined()), .int(pattern.everyWeeks),
            .text(pattern.first.description), .text(pattern.last?.description), .raw(pattern.onHolidays),
        ]
    }

    private static func duty(_ row: any SQLRow) throws -> Duty {
        var c = Columns(row)
        let id: Identifier<Duty> = try c.id()
        let (pool, line): (Identifier<Pool>?, Identifier<Offer>?) = (try c.optionalID(), try c.optionalID())
        let person: Identifier<Person> = try c.id()
        let time = try c.one(of: DutyTime.self)
        let numbers = try c.text()
        let days = Weekday.allCases.filter { numbers.contains(String($0.number)) }
        let weeks = try c.integer()
        let (first, last) = (CivilDate(try c.text()), try c.optionalText().flatMap { CivilDate($0) })
        let holidays = try c.one(of: DutyPattern.OnHolidays.self)
        guard let post = pool.map(DutyPost.pool) ?? line.map(DutyPost.line), let first,
            let pattern = DutyPattern(
                weekdays: Set(days), everyWeeks: weeks, from: first, through: last, onHolidays: holidays)
        else { throw StoreFault.corrupt("the pattern of a duty") }
        return Duty(id: id, post: post, person: person, time: time, pattern: pattern, version: try c.integer())
    }

    private static func exception(_ row: any SQLRow) throws -> ShiftException {
        var c = Columns(row)
        let duty: Identifier<Duty> = try c.id()
        let day = CivilDate(try c.text())
        let isRemoved = try c.boolean()
        let (to, time) = (try c.optionalText().flatMap { CivilDate($0) }, try c.optional(DutyTime.self))
        guard let day else { throw StoreFault.corrupt("the day of a turn") }
        let place = to.flatMap { to in time.map { ShiftException.Place(day: to, time: $0) } }
        return ShiftException(
            key: Shift.Key(duty: duty, day: day), isRemoved: isRemoved, place: place, person: try c.optionalID(),
            version: try c.integer())
    }
}

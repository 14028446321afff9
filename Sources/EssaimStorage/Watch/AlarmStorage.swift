import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let alarmColumns: SQLText = """
        SELECT id, at, kind, network_id, person_id, request_id, detail, lifted_at FROM alarms
        """

    public func alarm(_ id: Identifier<Alarm>) throws -> Alarm? {
        try connection.first(SQLText(Self.alarmColumns, "WHERE id = ?"), [.id(id)], decodeAlarm)
    }

    public func lastAlarm(_ kind: Alarm.Kind, about person: Identifier<Person>) throws -> Alarm? {
        try connection.first(
            SQLText(Self.alarmColumns, "WHERE person_id = ? AND kind = ? ORDER BY at DESC, id DESC LIMIT 1"),
            [.id(person), .raw(kind)], decodeAlarm)
    }

    public func alarms(in networks: [Identifier<Network>], limit: Int) throws -> [Alarm] {
        let own = SQLText(Self.alarmColumns, "WHERE network_id = ? ORDER BY at DESC, id DESC LIMIT ?")
        let ofServer = SQLText(Self.alarmColumns, "WHERE network_id IS NULL ORDER BY at DESC, id DESC LIMIT ?")
        let found =
            try networks.flatMap { try connection.query(own, [.id($0), .int(limit)], decodeAlarm) }
            + connection.query(ofServer, [.int(limit)], decodeAlarm)
        return Array(found.sorted { ($0.at, $0.id) > ($1.at, $1.id) }.prefix(limit))
    }

    public func untoldAlarms(limit: Int) throws -> [Alarm] {
        try connection.query(
            SQLText(Self.alarmColumns, "WHERE told_at IS NULL ORDER BY at, id LIMIT ?"), [.int(limit)], decodeAlarm)
    }

    public func markTold(_ alarm: Identifier<Alarm>, at instant: Instant) throws {
        try connection.execute("UPDATE alarms SET told_at = ? WHERE id = ?", [.at(instant), .id(alarm)])
    }

    public func insert(_ alarm: Alarm) throws {
        try connection.execute(
            """
            INSERT INTO alarms(id, at, kind, network_id, person_id, request_id, detail) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(alarm.id), .at(alarm.at), .raw(alarm.kind), .id(alarm.network), .id(alarm.person),
                .id(alarm.request), .text(alarm.detail),
            ])
    }

    public func lift(_ alarm: Identifier<Alarm>, by person: Identifier<Person>, at instant: Instant) throws {
        try connection.execute(
            "UPDATE alarms SET lifted_at = ?, lifted_by = ? WHERE id = ? AND lifted_at IS NULL",
            [.at(instant), .id(person), .id(alarm)])
    }

    private func decodeAlarm(_ row: any SQLRow) throws -> Alarm {
        var c = Columns(row)
        return Alarm(
            id: try c.id(), at: try c.instant(), kind: try c.one(of: Alarm.Kind.self), network: try c.optionalID(),
            person: try c.optionalID(), request: try c.optionalID(), detail: try c.text(),
            liftedAt: try c.optionalInstant())
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func calendarFeed(of person: Identifier<Person>) throws -> Instant? {
        try connection.first("SELECT made_at FROM calendar_feeds WHERE person_id = ?", [.id(person)]) { row in
            var c = Columns(row)
            return try c.instant()
        }
    }

    /// By the unique index of digests: what it takes says nothing of the secret, which is 256 random bits.
    public func feedOwner(bySecret hash: [UInt8]) throws -> Identifier<Person>? {
        try connection.first(
            """
            SELECT f.person_id FROM calendar_feeds f JOIN accounts a ON a.person_id = f.person_id
            WHERE f.secret_hash = ? AND NOT a.is_disabled
            """, [.bytes(hash)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
    }

    public func setCalendarFeed(secret hash: [UInt8]?, of person: Identifier<Person>, at now: Instant) throws {
        guard let hash else {
            try connection.execute("DELETE FROM calendar_feeds WHERE person_id = ?", [.id(person)])
            return
        }
        try connection.execute(
            """
            INSERT INTO calendar_feeds(person_id, secret_hash, made_at) VALUES (?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = excluded.made_at
            """, [.id(person), .bytes(hash), .at(now)])
    }

    public func rotaAlerts(of network: Identifier<Network>) throws -> [RotaAlert] {
        try connection.query(
            """
            SELECT name, pool_id, day, raised_at FROM rota_alerts WHERE network_id = ? AND cleared_at IS NULL
            ORDER BY day, name
            """, [.id(network)]
        ) { row in
            var c = Columns(row)
            return RotaAlert(
                name: try c.text(), pool: try c.id(), day: try c.optionalText().flatMap { CivilDate($0) },
                raisedAt: try c.instant())
        }
    }

    public func raise(_ alert: RotaAlert, in network: Identifier<Network>) throws -> Bool {
        // What was cleared and lacks again is told again.
        try connection.run(
            """
            INSERT INTO rota_alerts(network_id, name, pool_id, day, raised_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (network_id, name) DO UPDATE SET raised_at = excluded.raised_at, cleared_at = NULL
            WHERE rota_alerts.cleared_at IS NOT NULL
            """,
            [
                .id(network), .text(alert.name), .id(alert.pool), .text(alert.day?.description), .at(alert.raisedAt),
            ]) == 1
    }

    public func clearAlerts(
        of network: Identifier<Network>, besides names: Set<String>, at now: Instant
    ) throws -> Int {
        let over = try rotaAlerts(of: network).filter { !names.contains($0.name) }
        for alert in over {
            try connection.execute(
                "UPDATE rota_alerts SET cleared_at = ? WHERE network_id = ? AND name = ?",
                [.at(now), .id(network), .text(alert.name)])
        }
        return over.count
    }
}

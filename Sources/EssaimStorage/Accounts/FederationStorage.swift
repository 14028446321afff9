import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func departure(_ tokenHash: [UInt8]) throws -> KeptDeparture? {
        try connection.first(
            """
            SELECT token_hash, provider, address, state, nonce, verifier, renewed_after, started_at FROM departures WHERE token_hash = ?
            """, [.bytes(tokenHash)]
        ) { row in
            var c = Columns(row)
            let (hash, provider) = (try c.bytes(), try c.text())
            let departure = Departure(
                address: try c.text(), state: try c.text(), nonce: try c.text(), verifier: try c.text(),
                renewedAfter: try c.optionalInstant())
            return KeptDeparture(
                tokenHash: hash, provider: provider, departure: departure, startedAt: try c.instant())
        }
    }

    public func insert(_ departure: KeptDeparture) throws {
        try connection.execute(
            """
            INSERT INTO departures(token_hash, provider, address, state, nonce, verifier, renewed_after, started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .bytes(departure.tokenHash), .text(departure.provider), .text(departure.departure.address),
                .text(departure.departure.state), .text(departure.departure.nonce),
                .text(departure.departure.verifier), .at(departure.departure.renewedAfter),
                .at(departure.startedAt),
            ])
    }

    public func end(departure tokenHash: [UInt8]) throws {
        try connection.execute("DELETE FROM departures WHERE token_hash = ?", [.bytes(tokenHash)])
    }

    public func forgetDepartures(startedBefore instant: Instant) throws {
        try connection.execute("DELETE FROM departures WHERE started_at < ?", [.at(instant)])
    }

    public func arrival(_ tokenHash: [UInt8]) throws -> KeptArrival? {
        try connection.first(
            "SELECT token_hash, master, identity, started_at FROM arrivals WHERE token_hash = ?", [.bytes(tokenHash)]
        ) { row in
            var c = Columns(row)
            return KeptArrival(
                tokenHash: try c.bytes(), identity: SealedSecret(master: try c.text(), bytes: try c.bytes()),
                startedAt: try c.instant())
        }
    }

    public func insert(_ arrival: KeptArrival) throws {
        try connection.execute(
            "INSERT INTO arrivals(token_hash, master, identity, started_at) VALUES (?, ?, ?, ?)",
            [
                .bytes(arrival.tokenHash), .text(arrival.identity.master), .bytes(arrival.identity.bytes),
                .at(arrival.startedAt),
            ])
    }

    public func end(arrival tokenHash: [UInt8]) throws {
        try connection.execute("DELETE FROM arrivals WHERE token_hash = ?", [.bytes(tokenHash)])
    }

    public func forgetArrivals(startedBefore instant: Instant) throws {
        try connection.execute("DELETE FROM arrivals WHERE started_at < ?", [.at(instant)])
    }

    public func person(boundTo subject: String, at issuer: String) throws -> Identifier<Person>? {
        try connection.first(
            "SELECT person_id FROM provider_subjects WHERE issuer = ? AND subject = ?",
            [.text(issuer), .text(subject)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
    }

    public func person(bearing rpps: RPPS) throws -> Identifier<Person>? {
        try connection.first(
            "SELECT id FROM people WHERE rpps = ? AND NOT is_demonstration", [.text(rpps.rawValue)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
    }

    public func bind(_ issuer: String, _ subject: String, to person: Identifier<Person>) throws {
        try connection.execute(
            """
            INSERT INTO provider_subjects(issuer, subject, person_id) VALUES (?, ?, ?)
            ON CONFLICT (issuer, subject) DO NOTHING
            """, [.text(issuer), .text(subject), .id(person)])
    }

    public func structure(ownedBy person: Identifier<Person>, mark: String) throws -> Identifier<Structure>? {
        try connection.first(
            "SELECT structure_id FROM own_places WHERE person_id = ? AND mark = ?", [.id(person), .text(mark)]
        ) { row in
            var c = Columns(row)
            return try c.id()
        }
    }

    public func own(_ structure: Identifier<Structure>, mark: String, by person: Identifier<Person>) throws {
        try connection.execute(
            """
            INSERT INTO own_places(person_id, mark, structure_id) VALUES (?, ?, ?)
            ON CONFLICT (person_id, mark) DO NOTHING
            """, [.id(person), .text(mark), .id(structure)])
    }

    public func providerSession(_ tokenHash: [UInt8]) throws -> ProviderSession? {
        try connection.first(
            """
            SELECT provider, id_token_master, id_token FROM sessions WHERE token_hash = ? AND provider IS NOT NULL
            """, [.bytes(tokenHash)]
        ) { row in
            var c = Columns(row)
            return ProviderSession(
                provider: try c.text(), idToken: SealedSecret(master: try c.text(), bytes: try c.bytes()))
        }
    }

    public func keep(_ session: ProviderSession, of tokenHash: [UInt8]) throws {
        try connection.execute(
            "UPDATE sessions SET provider = ?, id_token_master = ?, id_token = ? WHERE token_hash = ?",
            [
                .text(session.provider), .text(session.idToken.master), .bytes(session.idToken.bytes),
                .bytes(tokenHash),
            ])
    }

    public func hasAccepted(_ charter: String, _ person: Identifier<Person>) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM charters WHERE person_id = ? AND charter = ?", [.id(person), .text(charter)])
    }

    public func accept(_ charter: String, _ person: Identifier<Person>, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO charters(person_id, charter, accepted_at) VALUES (?, ?, ?)
            ON CONFLICT (person_id, charter) DO NOTHING
            """, [.id(person), .text(charter), .at(now)])
    }
}

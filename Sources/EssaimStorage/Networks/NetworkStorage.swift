import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func networks() throws -> [Network] {
        try connection.query("SELECT id FROM networks ORDER BY name, id", []) { row in
            var c = Columns(row)
            return try c.id()
        }.compactMap(network)
    }

    public func network(_ id: Identifier<Network>) throws -> Network? {
        let sql: SQLText = "SELECT id, name, time_zone, phone, frame_id, terms, logo FROM networks WHERE id = ?"
        return try connection.first(sql, [.id(id)]) { row in
            var c = Columns(row)
            var network = Network(
                id: try c.id(), name: try c.text(), timeZone: try c.text(), phone: try c.text(),
                frame: try c.optionalID(), partners: try partners(of: id), zones: try zones(of: id),
                pools: try pools(of: id),
                offers: try offers(of: id))
            let terms = try StoredJSON.value(NetworkTerms.self, try c.text())
            terms.give(to: &network, logo: try c.optionalBytes() ?? [])
            return network
        }
    }

    public func networkVersion(_ id: Identifier<Network>) throws -> Int? {
        try connection.first("SELECT version FROM networks WHERE id = ?", [.id(id)]) { row in
            var c = Columns(row)
            return try c.integer()
        }
    }

    public func networkName(_ id: Identifier<Network>?) throws -> (name: String, local: LocalTime)? {
        func read(_ row: any SQLRow) throws -> (name: String, local: LocalTime) {
            var c = Columns(row)
            return (
                name: try c.text(),
                local: LocalTime(
                    offsets: OffsetRules(named: try c.text()) ?? .centralEuropean,
                    holidays: FrenchHolidays(FrenchHolidays.Regions(rawValue: try c.integer())))
            )
        }
        guard let id else {
            return try connection.first(
                "SELECT name, time_zone, holidays FROM networks ORDER BY name, id LIMIT 1", [], read)
        }
        return try connection.first("SELECT name, time_zone, holidays FROM networks WHERE id = ?", [.id(id)], read)
    }

    public func networks(framedBy frames: Set<Identifier<Network>>) throws -> [Identifier<Network>] {
        try connection.query("SELECT id, name FROM networks WHERE frame_id IN", anyOf: frames) { row in
            var c = Columns(row)
            return (id: try c.id() as Identifier<Network>, name: try c.text())
        }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.id)
    }

    public func phrases(of network: Identifier<Network>) throws -> [Phrase.Content] {
        try connection.first("SELECT terms FROM networks WHERE id = ?", [.id(network)]) { row in
            var c = Columns(row)
            return try StoredJSON.value(NetworkTerms.self, try c.text()).phraseContents
        } ?? []
    }

    public func renew(_ network: Identifier<Network>) throws {
        try connection.execute("UPDATE networks SET version = version + 1 WHERE id = ?", [.id(network)])
    }

    public func subSpecialists(
        of network: Identifier<Network>
    ) throws -> [Identifier<Person>: Set<Identifier<SubSpecialty>>] {
        guard let declared = try self.network(network)?.subSpecialties, !declared.isEmpty else { return [:] }
        let known: [(Identifier<Person>, Identifier<SubSpecialty>)] = try connection.query(
            "SELECT person_id, sub_specialty_id FROM sub_specialists WHERE sub_specialty_id IN",
            anyOf: Set(declared.map(\.id))
        ) { row in
            var c = Columns(row)
            return (try c.id(), try c.id())
        }
        return known.reduce(into: [:]) { $0[$1.0, default: []].insert($1.1) }
    }

    private func zones(of network: Identifier<Network>) throws -> [Zone] {
        let areas: SQLText = """
            SELECT a.zone_id, a.kind, a.code FROM zone_areas a JOIN zones z ON z.id = a.zone_id
            WHERE z.network_id = ? ORDER BY a.zone_id, a.position
            """
        var departements: [Identifier<Zone>: [String]] = [:]
        var communes: [Identifier<Zone>: [INSEECommune]] = [:]
        _ = try connection.query(areas, [.id(network)]) { row in
            var c = Columns(row)
            let zone: Identifier<Zone> = try c.id()
            if try c.text() == "departement" {
                departements[zone, default: []].append(try c.text())
            } else if let commune = INSEECommune(rawValue: try c.text()) {
                communes[zone, default: []].append(commune)
            }
        }
        let sql: SQLText = """
            SELECT id, name, terms FROM zones WHERE network_id = ? AND NOT is_retired ORDER BY position, id
            """
        return try connection.query(sql, [.id(network)]) { row in
            var c = Columns(row)
            let id: Identifier<Zone> = try c.id()
            var zone = Zone(
                id: id, name: try c.text(), departements: departements[id] ?? [], communes: communes[id] ?? [])
            try StoredJSON.value(ZoneTerms.self, try c.text()).give(to: &zone)
            return zone
        }
    }

    private func partners(of network: Identifier<Network>) throws -> [Partner] {
        let sql: SQLText = """
            SELECT id, name, kind, finess, commune FROM partners WHERE network_id = ? AND NOT is_retired
            ORDER BY position, id
            """
        return try connection.query(sql, [.id(network)]) { row in
            var c = Columns(row)
            return Partner(
                id: try c.id(), name: try c.text(), kind: try c.one(of: Partner.Kind.self),
                finess: try c.optionalText().flatMap(FINESS.init(rawValue:)),
                commune: try c.optionalText().flatMap(INSEECommune.init(rawValue:)))
        }
    }

    private func pools(of network: Identifier<Network>) throws -> [Pool] {
        let sql: SQLText = """
            SELECT id, name, partner_id FROM pools WHERE network_id = ? AND NOT is_retired ORDER BY position, id
            """
        return try connection.query(sql, [.id(network)]) { row in
            var c = Columns(row)
            return Pool(id: try c.id(), name: try c.text(), owner: try c.optionalID())
        }
    }

    private static let offerColumns: SQLText = """
        SELECT id, title, summary, kind, CASE WHEN is_retired THEN 'paused' ELSE state END, form, terms FROM offers
        """

    private func offers(of network: Identifier<Network>) throws -> [Offer] {
        let routes: SQLText = """
            SELECT p.offer_id, p.zone_id, p.pool_id FROM offer_pools p JOIN offers o ON o.id = p.offer_id
            WHERE o.network_id = ?
            """
        let pools = try pools(routes, .id(network))
        let living: SQLText = " WHERE network_id = ? AND NOT is_retired ORDER BY position, id"
        return try connection.query(Self.offerColumns + living, [.id(network)]) { try Self.offer($0, pools) }
    }

    public func offer(_ id: Identifier<Offer>) throws -> Offer? {
        let pools = try pools("SELECT offer_id, zone_id, pool_id FROM offer_pools WHERE offer_id = ?", .id(id))
        return try connection.first(Self.offerColumns + " WHERE id = ?", [.id(id)]) { try Self.offer($0, pools) }
    }

    private func pools(
        _ sql: SQLText, _ argument: SQLValue
    ) throws -> [Identifier<Offer>: [Identifier<Zone>: Identifier<Pool>]] {
        var pools: [Identifier<Offer>: [Identifier<Zone>: Identifier<Pool>]] = [:]
        _ = try connection.query(sql, [argument]) { row in
            var c = Columns(row)
            let offer: Identifier<Offer> = try c.id()
            let zone: Identifier<Zone> = try c.id()
            pools[offer, default: [:]][zone] = try c.id()
        }
        return pools
    }

    private static func offer(
        _ row: any SQLRow, _ pools: [Identifier<Offer>: [Identifier<Zone>: Identifier<Pool>]]
    ) throws -> Offer {
        var c = Columns(row)
        let id: Identifier<Offer> = try c.id()
        let title = try c.text()
        let summary = try c.text()
        let kind = try c.one(of: RequestKind.self)
        let state = try c.one(of: Offer.State.self)
        var offer = Offer(
            id: id, title: title, summary: summary, kind: kind, state: state, form: try c.optionalID(), targets: [:],
            pools: pools[id] ?? [:])
        try StoredJSON.value(OfferTerms.self, try c.text()).give(to: &offer)
        return offer
    }

    public func save(_ network: Network) throws {
        let id = SQLValue.id(network.id)
        try connection.execute(
            """
            INSERT INTO networks(id, name, time_zone, phone, frame_id, terms, logo, holidays, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone, phone = excluded.phone,
                frame_id = excluded.frame_id, terms = excluded.terms, logo = excluded.logo, holidays = excluded.holidays,
                version = networks.version + 1
            """,
            [
                id, .text(network.name), .text(network.timeZone), .text(network.phone),
                .id(network.frame), .text(try StoredJSON.text(NetworkTerms(network))),
                network.letterhead.logo.isEmpty ? .null : .bytes(network.letterhead.logo),
                .int(network.holidays.regions.rawValue),
            ])
        // What a file no longer names is retired, not removed: running demands keep their zone, pool and line.
        try connection.execute("UPDATE zones SET is_retired = ? WHERE network_id = ?", [true, id])
        try connection.execute("UPDATE pools SET is_retired = ? WHERE network_id = ?", [true, id])
        try connection.execute("UPDATE offers SET is_retired = ? WHERE network_id = ?", [true, id])
        try connection.execute("UPDATE partners SET is_retired = ? WHERE network_id = ?", [true, id])
        for (position, partner) in network.partners.enumerated() { try save(partner, in: network.id, at: position) }
        for (position, zone) in network.zones.enumerated() { try save(zone, in: network.id, at: position) }
        for (position, pool) in network.pools.enumerated() {
            try declared(
                connection.run(
                    """
                    INSERT INTO pools(id, network_id, name, partner_id, position, is_retired) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, partner_id = excluded.partner_id,
                        position = excluded.position, is_retired = excluded.is_retired
                    WHERE pools.network_id = excluded.network_id
                    """,
                    [.id(pool.id), id, .text(pool.name), .id(pool.owner), .int(position), false]))
        }
        for (position, offer) in network.offers.enumerated() { try save(offer, in: network.id, at: position) }
    }

    /// A name that another network has already given is refused: it would take that network's row.
    private func declared(_ changed: Int) throws {
        if changed == 0 {
            throw StoreFault.duplicate("a zone, a pool or a line bears a name that another network uses")
        }
    }

    private func save(_ partner: Partner, in network: Identifier<Network>, at position: Int) throws {
        try declared(
            connection.run(
                """
                INSERT INTO partners(id, network_id, name, kind, finess, commune, position, is_retired)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, finess = excluded.finess,
                    commune = excluded.commune, position = excluded.position, is_retired = excluded.is_retired
                WHERE partners.network_id = excluded.network_id
                """,
                [
                    .id(partner.id), .id(network), .text(partner.name), .raw(partner.kind), .raw(partner.finess),
                    .raw(partner.commune), .int(position), false,
                ]))
    }

    private func save(_ zone: Zone, in network: Identifier<Network>, at position: Int) throws {
        try declared(
            connection.run(
                """
                INSERT INTO zones(id, network_id, name, terms, position, is_retired) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, terms = excluded.terms,
                    position = excluded.position, is_retired = excluded.is_retired
                WHERE zones.network_id = excluded.network_id
                """,
                [
                    .id(zone.id), .id(network), .text(zone.name), .text(try StoredJSON.text(ZoneTerms(zone))),
                    .int(position), false,
                ]))
        try connection.execute("DELETE FROM zone_areas WHERE zone_id = ?", [.id(zone.id)])
        let areas = zone.departements.map { ("departement", $0) } + zone.communes.map { ("commune", $0.rawValue) }
        for (position, (kind, code)) in areas.enumerated() {
            try connection.execute(
                "INSERT INTO zone_areas(zone_id, kind, code, position) VALUES (?, ?, ?, ?)",
                [.id(zone.id), .text(kind), .text(code), .int(position)])
        }
    }

    private func save(_ offer: Offer, in network: Identifier<Network>, at position: Int) throws {
        try declared(
            connection.run(
                """
                INSERT INTO offers(id, network_id, title, summary, kind, state, form, terms, position, is_retired)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET title = excluded.title, summary = excluded.summary, kind = excluded.kind,
                    state = excluded.state, form = excluded.form, terms = excluded.terms, position = excluded.position,
                    is_retired = excluded.is_retired
                WHERE offers.network_id = excluded.network_id
                """,
                [
                    .id(offer.id), .id(network), .text(offer.title), .text(offer.summary), .raw(offer.kind),
                    .raw(offer.state),
                    .id(offer.form), .text(try StoredJSON.text(OfferTerms(offer))), .int(position), false,
                ]))
        try connection.execute("DELETE FROM offer_pools WHERE offer_id = ?", [.id(offer.id)])
        for (zone, pool) in offer.pools.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                "INSERT INTO offer_pools(offer_id, zone_id, pool_id) VALUES (?, ?, ?)",
                [.id(offer.id), .id(zone), .id(pool)])
        }
    }
}

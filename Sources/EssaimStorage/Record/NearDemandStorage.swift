import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let columns: SQLText =
        "SELECT r.id, r.number, o.title, r.state, r.submitted_at FROM requests r JOIN offers o ON o.id = r.offer_id"

    public func openDemands(
        about traits: PatientTraits, in structure: Identifier<Structure>, but request: Identifier<AdviceRequest>,
        limit: Int
    ) throws -> [NearDemand] {
        let sql = SQLText(
            Self.columns,
            """
            JOIN patients p ON p.id = r.patient_id AND p.structure_id = r.structure_id
            WHERE p.structure_id = ? AND p.traits_key = ? AND r.id <> ?
            AND r.state IN ('submitted', 'taken', 'awaitingInformation', 'answered')
            ORDER BY r.submitted_at DESC, r.id DESC LIMIT ?
            """)
        return try connection.query(
            sql, [.id(structure), .text(Self.key(of: traits)), .id(request), .int(limit)]
        ) { row in
            var c = Columns(row)
            return try Self.nearDemand(&c)
        }
    }

    public func linkedDemands(
        of request: Identifier<AdviceRequest>, for reader: Identifier<Person>
    ) throws -> [LinkedDemand] {
        let opened = SQLText(
            Self.columns, "JOIN linked_requests l ON l.request_id = r.id WHERE l.origin_id = ?", Self.inOrder)
        let origin = SQLText(
            Self.columns, "JOIN linked_requests l ON l.origin_id = r.id WHERE l.request_id = ?", Self.inOrder)
        func found(_ sql: SQLText) throws -> [NearDemand] {
            try connection.query(sql, [.id(request)]) { row in
                var c = Columns(row)
                return try Self.nearDemand(&c)
            }
        }
        let (before, after) = (try found(origin), try found(opened))
        guard !before.isEmpty || !after.isEmpty else { return [] }
        let visible = try visible(among: Set((before + after).map(\.id)), to: reader)
        return before.map { LinkedDemand(demand: $0, isOrigin: true, isVisible: visible.contains($0.id)) }
            + after.map { LinkedDemand(demand: $0, isOrigin: false, isVisible: visible.contains($0.id)) }
    }

    public func link(_ request: Identifier<AdviceRequest>, to origin: Identifier<AdviceRequest>) throws {
        try connection.execute(
            "INSERT INTO linked_requests(request_id, origin_id) VALUES (?, ?)", [.id(request), .id(origin)])
    }

    /// More are opened from one demand than anyone reads only by mistake.
    private static let inOrder: SQLText = "ORDER BY r.created_at, r.id LIMIT 20"

    private func visible(
        among ids: Set<Identifier<AdviceRequest>>, to reader: Identifier<Person>
    ) throws -> Set<Identifier<AdviceRequest>> {
        let seen = Self.visible(to: reader)
        let sql = SQLText("SELECT r.id FROM requests r WHERE", seen.sql, "AND r.id IN")
        return Set(
            try connection.query(sql, seen.values, anyOf: ids) { row in
                var c = Columns(row)
                return try c.id()
            })
    }

    private static func nearDemand(_ c: inout Columns) throws -> NearDemand {
        let id: Identifier<AdviceRequest> = try c.id()
        guard let number = RequestNumber(rawValue: try c.text()) else { throw StoreFault.corrupt("a demand's number") }
        return NearDemand(
            id: id, number: number, line: try c.text(), state: try c.one(of: RequestState.self),
            submittedAt: try c.optionalInstant())
    }
}

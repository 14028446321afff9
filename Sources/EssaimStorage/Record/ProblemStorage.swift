import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let columns: SQLText = """
        SELECT id, network_id, request_id, kind, words, told_by, at, handled_by, handled_at, reply FROM problems
        """

    public func problem(_ id: Identifier<ReportedProblem>) throws -> ReportedProblem? {
        try connection.first(SQLText(Self.columns, "WHERE id = ?"), [.id(id)], Self.problem)
    }

    public func problems(
        in network: Identifier<Network>, areHandled: Bool, before key: ProblemKey?, limit: Int
    ) throws -> [ReportedProblem] {
        let start = key ?? ProblemKey(at: Instant(milliseconds: .max), id: "")
        return try connection.query(
            SQLText(
                Self.columns,
                "WHERE network_id = ? AND is_handled = ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?"),
            [.id(network), .boolean(areHandled), .at(start.at), .id(start.id), .int(limit)], Self.problem)
    }

    public func openProblemCount(in network: Identifier<Network>, upTo limit: Int) throws -> Int {
        try connection.query(
            "SELECT id FROM problems WHERE network_id = ? AND is_handled = ? LIMIT ?",
            [.id(network), .boolean(false), .int(limit)]
        ) { _ in true }.count
    }

    public func problems(toldBy person: Identifier<Person>, limit: Int) throws -> [ReportedProblem] {
        try connection.query(
            SQLText(Self.columns, "WHERE told_by = ? ORDER BY at DESC, id DESC LIMIT ?"), [.id(person), .int(limit)],
            Self.problem)
    }

    public func incidents(on request: Identifier<AdviceRequest>) throws -> [ReportedProblem] {
        try connection.query(
            SQLText(Self.columns, "WHERE request_id = ? AND kind = 'technical' ORDER BY at, id"), [.id(request)],
            Self.problem)
    }

    public func insert(_ problem: ReportedProblem) throws {
        try connection.execute(
            """
            INSERT INTO problems(id, network_id, request_id, kind, words, told_by, at, is_handled, handled_by, handled_at,
                reply) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(problem.id), .id(problem.network), .id(problem.request), .raw(problem.kind), .text(problem.words),
                .id(problem.by), .at(problem.at), .boolean(problem.handling != nil), .id(problem.handling?.by),
                .at(problem.handling?.at), .text(problem.handling?.reply ?? ""),
            ])
    }

    public func setHandling(
        _ handling: ReportedProblem.Handling?, of problem: Identifier<ReportedProblem>
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE problems SET is_handled = ?, handled_by = ?, handled_at = ?, reply = ? WHERE id = ? AND is_handled = ?
            """,
            [
                .boolean(handling != nil), .id(handling?.by), .at(handling?.at), .text(handling?.reply ?? ""),
                .id(problem), .boolean(handling == nil),
            ]) == 1
    }

    private static func problem(_ row: any SQLRow) throws -> ReportedProblem {
        var c = Columns(row)
        let id: Identifier<ReportedProblem> = try c.id()
        let network: Identifier<Network> = try c.id()
        let request: Identifier<AdviceRequest>? = try c.optionalID()
        let kind = try c.one(of: ReportedProblem.Kind.self)
        let (words, by, at) = (try c.text(), Identifier<Person>(try c.text()), try c.instant())
        let handler: Identifier<Person>? = try c.optionalID()
        let (handledAt, reply) = (try c.optionalInstant(), try c.text())
        var handling: ReportedProblem.Handling?
        if let handler, let handledAt { handling = .init(by: handler, at: handledAt, reply: reply) }
        return ReportedProblem(
            id: id, network: network, request: request, kind: kind, words: words, by: by, at: at, handling: handling)
    }
}

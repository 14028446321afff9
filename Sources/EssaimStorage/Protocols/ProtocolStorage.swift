import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let protocolColumns: SQLText = """
        SELECT p.id, p.version, p.number, p.network_id, p.partner_id, p.title, p.questionnaire, p.revision, p.made_at,
               p.made_by, p.is_published
        FROM protocols p
        """

    public func questionnaire(of edition: FormEdition) throws -> String? {
        try connection.first(
            "SELECT questionnaire FROM protocols WHERE id = ? AND version = ? AND is_published = ?",
            [.id(edition.form), .text(edition.version), true]
        ) { row in
            var c = Columns(row)
            return try c.text()
        }
    }

    public func publishedEdition(of id: Identifier<ClinicalProtocol>) throws -> FormEdition? {
        let sql: SQLText = """
            SELECT version FROM protocols WHERE id = ? AND is_published = ? AND network_id IS NOT NULL
            ORDER BY number DESC LIMIT 1
            """
        return try connection.first(sql, [.id(id), true]) { row in
            var c = Columns(row)
            return FormEdition(form: id, version: try c.text())
        }
    }

    public func publishedProtocols() throws -> Set<Identifier<ClinicalProtocol>> {
        let sql: SQLText = "SELECT DISTINCT id FROM protocols WHERE is_published = ? AND network_id IS NOT NULL"
        return Set(
            try connection.query(sql, [true]) { row in
                var c = Columns(row)
                return try c.id()
            })
    }

    public func protocols(
        of network: Identifier<Network>, after id: Identifier<ClinicalProtocol>?, limit: Int
    ) throws -> [KeptProtocol] {
        let sql: SQLText = """
             WHERE p.network_id = ? AND p.id > ? AND NOT EXISTS (SELECT 1 FROM protocols n
                 WHERE n.network_id = p.network_id AND n.id = p.id AND n.number > p.number)
            ORDER BY p.id LIMIT ?
            """
        return try connection.query(
            SQLText(Self.protocolColumns, sql), [.id(network), .text(id?.rawValue ?? ""), .int(limit)], keptProtocol)
    }

    public func versions(
        of id: Identifier<ClinicalProtocol>, in network: Identifier<Network>, limit: Int
    ) throws -> [KeptProtocol] {
        let sql: SQLText = " WHERE p.network_id = ? AND p.id = ? ORDER BY p.number DESC LIMIT ?"
        return try connection.query(
            SQLText(Self.protocolColumns, sql), [.id(network), .id(id), .int(limit)], keptProtocol)
    }

    public func keep(_ version: KeptProtocol) throws {
        try connection.execute(
            """
            INSERT INTO protocols(id, version, number, network_id, partner_id, title, questionnaire, revision, made_at,
                made_by, is_published)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id, version) DO NOTHING
            """,
            [
                .id(version.id), .text(version.version), .int(version.number), .id(version.network),
                .id(version.partner), .text(version.title), .text(version.questionnaire), .int(version.revision),
                .at(version.madeAt), .id(version.madeBy), .boolean(version.isPublished),
            ])
    }

    public func change(_ version: KeptProtocol, over revision: Int) throws -> Bool {
        try connection.run(
            """
            UPDATE protocols SET title = ?, questionnaire = ?, revision = ?, made_at = ?, made_by = ?, is_published = ?
            WHERE id = ? AND version = ? AND revision = ? AND is_published = ?
            """,
            [
                .text(version.title), .text(version.questionnaire), .int(version.revision), .at(version.madeAt),
                .id(version.madeBy), .boolean(version.isPublished), .id(version.id), .text(version.version),
                .int(revision), false,
            ]) == 1
    }

    public func setForm(
        _ form: Identifier<ClinicalProtocol>?, of offer: Identifier<Offer>, in network: Identifier<Network>
    ) throws -> Bool {
        try connection.run(
            "UPDATE offers SET form = ? WHERE id = ? AND network_id = ?", [.id(form), .id(offer), .id(network)]) == 1
    }

    private func keptProtocol(_ row: any SQLRow) throws -> KeptProtocol {
        var c = Columns(row)
        let id: Identifier<ClinicalProtocol> = try c.id()
        let (version, number) = (try c.text(), try c.integer())
        let network: Identifier<Network>? = try c.optionalID()
        let partner: Identifier<Partner>? = try c.optionalID()
        let (title, questionnaire, revision) = (try c.text(), try c.text(), try c.integer())
        return KeptProtocol(
            id: id, version: version, number: number, network: network, partner: partner, title: title,
            questionnaire: questionnaire, revision: revision, madeAt: try c.instant(), madeBy: try c.optionalID(),
            isPublished: try c.boolean())
    }
}

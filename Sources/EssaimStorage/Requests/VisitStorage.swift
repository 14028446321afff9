import EssaimDomain
import EssaimWorkflow

/// Two ranges of partial indexes: the reader's own answers, and their networks' as a secretary. No column of what was asked
/// or answered is read.
extension PortableTransaction {
    private static let columns: SQLText = """
        SELECT r.id, r.number, r.version, r.visit, p.birth_family_name, p.used_family_name, p.first_given_name,
            p.birth_date, o.title, a.given_name || ' ' || a.family_name, a.profession, s.name, s.commune_name
        FROM requests r JOIN patients p ON p.id = r.patient_id JOIN offers o ON o.id = r.offer_id
        JOIN people a ON a.id = r.requester_id JOIN structures s ON s.id = r.structure_id WHERE
        """

    /// Who may book: who carries the demand, the senior who validated it and still sees it, and the network's secretaries.
    static func bookable(by reader: Identifier<Person>) -> SQLPart { SQLPart(booking, each: .id(reader)) }

    private static let booking = SQLText(
        """
        r.visit IS NOT NULL AND r.state <> 'draft'
        AND EXISTS (SELECT 1 FROM accounts c WHERE c.person_id = ? AND NOT c.is_disabled)
        AND (r.holder_id = ? OR EXISTS (SELECT 1 FROM network_members n WHERE n.person_id = ?
             AND n.network_id = r.network_id AND n.status = 'active' AND n.role = 'secretary')
          OR (EXISTS (SELECT 1 FROM answers w WHERE w.request_id = r.id AND w.validated_by = ?) AND
        """, sight, "))")

    private static let own: SQLText = "r.holder_id = ? AND r.visit_by IS NOT NULL"
    private static let network: SQLText = "r.network_id = ? AND r.visit_by IS NOT NULL"

    public func visits(of reader: Identifier<Person>, after key: VisitKey?, limit: Int) throws -> [VisitRow] {
        let start = key ?? VisitKey(day: "", id: "")
        var found: [Identifier<AdviceRequest>: VisitRow] = [:]
        for (range, owner) in try ranges(of: reader) {
            let sql = SQLText(
                Self.columns, range, "AND (r.visit_by, r.id) > (?, ?) ORDER BY r.visit_by, r.id LIMIT ?")
            let rows = try connection.query(
                sql, [.text(owner), .text(start.day), .id(start.id), .int(limit)], Self.visitRow)
            for row in rows { found[row.id] = row }
        }
        return Array(
            found.values.sorted { ($0.key.day, $0.id.rawValue) < ($1.key.day, $1.id.rawValue) }.prefix(limit))
    }

    public func visitCount(of reader: Identifier<Person>, upTo limit: Int) throws -> Int {
        var found: Set<String> = []
        for (range, owner) in try ranges(of: reader) where found.count < limit {
            let sql = SQLText("SELECT r.id FROM requests r WHERE", range, "LIMIT ?")
            found.formUnion(
                try connection.query(sql, [.text(owner), .int(limit)]) { row in
                    var c = Columns(row)
                    return try c.text()
                })
        }
        return min(found.count, limit)
    }

    public func visit(_ id: Identifier<AdviceRequest>, of reader: Identifier<Person>) throws -> VisitRow? {
        let booked = Self.bookable(by: reader)
        return try connection.first(
            SQLText(Self.columns, "r.id = ? AND", booked.sql), [.id(id)] + booked.values, Self.visitRow)
    }

    public func request(
        _ id: Identifier<AdviceRequest>, bookableBy reader: Identifier<Person>
    ) throws -> AdviceRequest? {
        let booked = Self.bookable(by: reader)
        let isBookable = try connection.exists(
            SQLText("SELECT 1 FROM requests r WHERE r.id = ? AND", booked.sql), [.id(id)] + booked.values)
        return isBookable ? try requestForJob(id) : nil
    }

    private func ranges(of reader: Identifier<Person>) throws -> [(SQLText, String)] {
        let sql: SQLText = """
            SELECT DISTINCT network_id FROM network_members
            WHERE person_id = ? AND status = 'active' AND role = 'secretary' ORDER BY 1
            """
        let networks = try connection.query(sql, [.id(reader)]) { row in
            var c = Columns(row)
            return (Self.network, try c.text())
        }
        return [(Self.own, reader.rawValue)] + networks
    }

    private static func visitRow(_ row: any SQLRow) throws -> VisitRow {
        var c = Columns(row)
        let id: Identifier<AdviceRequest> = try c.id()
        guard let number = RequestNumber(rawValue: try c.text()) else { throw StoreFault.corrupt("a demand's number") }
        return VisitRow(
            id: id, number: number, version: try c.integer(), visit: try StoredJSON.value(Visit.self, try c.text()),
            birthFamilyName: try c.text(), usedFamilyName: try c.optionalText(), firstGivenName: try c.text(),
            birthDate: try c.text(), offerTitle: try c.text(), requesterName: try c.text(),
            requesterProfession: try c.one(of: Profession.self), structureName: try c.text(),
            communeName: try c.text())
    }
}

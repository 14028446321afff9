import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func entries(_ filter: HistoryFilter, before key: HistoryKey?, limit: Int) throws -> [HistoryEntry] {
        // One network after the other, each a range of its own index, then merged: a referent keeps one or two.
        let found = try filter.networks.flatMap { try entries(filter, of: $0, before: key, limit: limit) }
        var seen: Set<Identifier<HistoryEntry>> = []
        return Array(
            found.sorted { ($0.at, $0.id) > ($1.at, $1.id) }.filter { seen.insert($0.id).inserted }.prefix(limit))
    }

    private func entries(
        _ filter: HistoryFilter, of network: Identifier<Network>, before key: HistoryKey?, limit: Int
    ) throws -> [HistoryEntry] {
        let (position, arguments) = Self.before(key)
        let (parts, values) = Self.conditions(filter)
        let end = SQLText("AND h.payload IS NOT NULL", parts, position, "ORDER BY h.at DESC, h.id DESC LIMIT ?")
        let rest = values + arguments + [SQLValue.int(limit)]
        let own = try connection.query(
            SQLText(Self.entryColumns, "WHERE h.network_id = ?", end), [.id(network)] + rest, decodeEntry)
        // Sign-ins and refusals name no network: they are of those who act in this one.
        let ofMembers: SQLText = """
            WHERE h.network_id IS NULL AND h.person_id IN (
                SELECT n.person_id FROM network_members n WHERE n.network_id = ?
                UNION SELECT m.person_id FROM pool_members m JOIN pools p ON p.id = m.pool_id WHERE p.network_id = ?
                UNION SELECT s.person_id FROM structure_members s WHERE EXISTS (
                    SELECT 1 FROM requests r WHERE r.structure_id = s.structure_id AND r.network_id = ?))
            """
        let others = try connection.query(
            SQLText(Self.entryColumns, ofMembers, end), [.id(network), .id(network), .id(network)] + rest,
            decodeEntry)
        return own + others
    }

    private static func conditions(_ filter: HistoryFilter) -> (SQLText, [SQLValue]) {
        var parts: [SQLText] = []
        var values: [SQLValue] = []
        func add(_ sql: SQLText, _ value: SQLValue?) {
            guard let value else { return }
            parts.append(sql)
            values.append(value)
        }
        add("AND h.person_id = ?", filter.person.map { .id($0) })
        add("AND h.request_id = ?", filter.request.map { .id($0) })
        // `request.` to `request/`: every action of the family, as a range.
        add("AND h.action >= ?", filter.family.map { .text($0) })
        add("AND h.action < ?", filter.family.map { .text($0 + "/") })
        add("AND h.outcome = ?", filter.outcome.map { .text($0) })
        add("AND h.at >= ?", filter.from.map { .at($0) })
        add("AND h.at < ?", filter.until.map { .at($0) })
        return (parts.reduce("") { SQLText($0, $1) }, values)
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func key(of request: Identifier<AdviceRequest>) throws -> RequestKey? {
        try connection.query(
            "SELECT request_id, master, sealed FROM request_keys WHERE request_id = ?", [.id(request)], Self.key
        ).first
    }

    public func keys(
        notSealedBy master: String, after: Identifier<AdviceRequest>?, limit: Int
    ) throws -> [RequestKey] {
        try connection.query(
            """
            SELECT request_id, master, sealed FROM request_keys WHERE master <> ? AND request_id > ?
            ORDER BY request_id LIMIT ?
            """, [.text(master), .text(after?.rawValue ?? ""), .int(limit)], Self.key)
    }

    public func mastersInUse() throws -> Set<String> {
        // One step of the index a master, however many demands there are.
        var found: Set<String> = []
        var last = ""
        while true {
            let next: [String?] = try connection.query(
                """
                SELECT MIN(master) FROM (
                    SELECT MIN(master) AS master FROM request_keys WHERE master > ?
                    UNION ALL SELECT MIN(secret_master) FROM time_codes WHERE secret_master > ?
                ) AS nexts
                """, [.text(last), .text(last)]
            ) { row in
                var c = Columns(row)
                return try c.optionalText()
            }
            guard let master = next.first ?? nil else { return found }
            found.insert(master)
            last = master
        }
    }

    public func keep(_ key: RequestKey) throws {
        try connection.execute(
            "INSERT INTO request_keys(request_id, master, sealed) VALUES (?, ?, ?) ON CONFLICT (request_id) DO NOTHING",
            [.id(key.request), .text(key.master), .bytes(key.sealed)])
    }

    public func reseal(_ key: RequestKey) throws {
        try connection.execute(
            "UPDATE request_keys SET master = ?, sealed = ? WHERE request_id = ?",
            [.text(key.master), .bytes(key.sealed), .id(key.request)])
    }

    private static func key(_ row: any SQLRow) throws -> RequestKey {
        var c = Columns(row)
        return RequestKey(request: try c.id(), master: try c.text(), sealed: try c.bytes())
    }
}

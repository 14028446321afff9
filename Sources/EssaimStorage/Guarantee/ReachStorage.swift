import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    func reached(by request: Identifier<AdviceRequest>) throws -> Set<Identifier<Pool>> {
        Set(
            try connection.query("SELECT pool_id FROM request_reaches WHERE request_id = ?", [.id(request)]) { row in
                var c = Columns(row)
                return try c.id()
            })
    }

    /// Written only when it is not as it was: most demands never leave their own pool.
    func saveReaches(of request: AdviceRequest, since before: AdviceRequest?) throws {
        let isAsBefore = before.map { $0.reached == request.reached && $0.state == request.state } ?? false
        if isAsBefore || (request.reached.isEmpty && before?.reached.isEmpty == true) { return }
        try connection.execute("DELETE FROM request_reaches WHERE request_id = ?", [.id(request.id)])
        for pool in request.reached.sorted() {
            try connection.execute(
                "INSERT INTO request_reaches(request_id, pool_id, is_waiting) VALUES (?, ?, ?)",
                [.id(request.id), .id(pool), .boolean(request.state == .submitted)])
        }
    }
}

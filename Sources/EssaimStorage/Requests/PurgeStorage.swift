import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    /// What holds a part of a demand, children first: the demand's own row cannot go while one of them points at it.
    private static let parts: [SQLText] = [
        """
        DELETE FROM emergency_notices_read WHERE access_id IN (SELECT id FROM emergency_accesses WHERE request_id = ?)
        """,
        "DELETE FROM emergency_accesses WHERE request_id = ?",
        "UPDATE alarms SET request_id = NULL, detail = '' WHERE request_id = ?",
        "DELETE FROM record_marks WHERE request_id = ?",
        "DELETE FROM linked_requests WHERE request_id = ?",
        "DELETE FROM linked_requests WHERE origin_id = ?",
        "DELETE FROM problems WHERE request_id = ?",
        "DELETE FROM notices WHERE request_id = ?",
        "DELETE FROM guarantee_steps WHERE request_id = ?",
        "DELETE FROM request_reaches WHERE request_id = ?",
        "DELETE FROM follow_ups_told WHERE request_id = ?",
        "DELETE FROM jobs WHERE request_id = ?",
        "DELETE FROM search_documents WHERE request_id = ?",
        "DELETE FROM claim_lines WHERE act_id IN (SELECT id FROM acts WHERE request_id = ?)",
        "DELETE FROM acts WHERE request_id = ?",
        "DELETE FROM reports WHERE request_id = ?",
        "DELETE FROM attachments WHERE request_id = ?",
        // Its files open no more from here on, but by a backup that still holds this key.
        "DELETE FROM request_keys WHERE request_id = ?",
        "DELETE FROM thread_entries WHERE request_id = ?",
        "DELETE FROM answers WHERE request_id = ?",
        "DELETE FROM set_asides WHERE request_id = ?",
        "DELETE FROM assignments WHERE request_id = ?",
        """
        UPDATE history SET payload = NULL, salt = NULL, record = NULL, request_id = NULL, network_id = NULL,
            person_id = NULL, action = 'erased', at = at - at % 60000
        WHERE request_id = ?
        """,
    ]

    public func purge(_ request: Identifier<AdviceRequest>, receivedIn month: Instant, at now: Instant) throws {
        let patient: Identifier<Patient>? = try connection.first(
            "SELECT patient_id FROM requests WHERE id = ?", [.id(request)]
        ) { row in
            var c = Columns(row)
            return try c.optionalID()
        }.flatMap(\.self)
        try connection.execute(
            """
            INSERT INTO purged_requests(request_id, number, network_id, offer_id, zone_id, month_at, purged_at)
            SELECT id, number, network_id, offer_id, zone_id, ?, ? FROM requests WHERE id = ?
            ON CONFLICT (request_id) DO NOTHING
            """, [.at(month), .at(now), .id(request)])
        for part in Self.parts { try connection.execute(part, [.id(request)]) }
        try connection.execute("DELETE FROM requests WHERE id = ?", [.id(request)])
        if let patient { try forgetIfAlone(patient) }
    }

    public func forgetIfAlone(_ patient: Identifier<Patient>) throws {
        let isNamed = try connection.exists(
            "SELECT 1 FROM requests WHERE patient_id = ? UNION ALL SELECT 1 FROM acts WHERE patient_id = ? LIMIT 1",
            [.id(patient), .id(patient)])
        if isNamed { return }
        try connection.execute("DELETE FROM patient_names WHERE patient_id = ?", [.id(patient)])
        try connection.execute("DELETE FROM patients WHERE id = ?", [.id(patient)])
    }
}

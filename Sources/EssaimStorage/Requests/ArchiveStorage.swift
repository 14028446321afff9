import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func noteContact(of request: Identifier<AdviceRequest>, at now: Instant) throws -> Bool {
        let facts = try connection.first(
            "SELECT shelved_at, patient_id FROM requests WHERE id = ?", [.id(request)]
        ) { row in
            var c = Columns(row)
            let isArchived = try c.optionalInstant() != nil
            let patient: Identifier<Patient>? = try c.optionalID()
            return (isArchived, patient)
        }
        // A clock that was set back makes no contact earlier than it was.
        try connection.execute(
            """
            UPDATE requests SET shelved_at = NULL, purge_due_at = NULL,
                last_contact_at = CASE WHEN last_contact_at < ? THEN ? ELSE last_contact_at END
            WHERE id = ?
            """, [.at(now), .at(now), .id(request)])
        guard let facts, facts.0 else { return false }
        if let patient = try facts.1.flatMap({ try self.patient($0) }) { try saveNames(of: patient) }
        return true
    }

    public func archive(_ request: Identifier<AdviceRequest>, at now: Instant, purgeFrom: Instant) throws {
        try connection.execute(
            "UPDATE requests SET shelved_at = COALESCE(shelved_at, ?), purge_due_at = ? WHERE id = ?",
            [.at(now), .at(purgeFrom), .id(request)])
        try connection.execute(
            """
            DELETE FROM patient_names WHERE patient_id = (SELECT r.patient_id FROM requests r WHERE r.id = ?)
            AND NOT EXISTS (SELECT 1 FROM requests o
                WHERE o.patient_id = patient_names.patient_id AND o.shelved_at IS NULL)
            """, [.id(request)])
    }

    public func hold(_ request: Identifier<AdviceRequest>, _ hold: RetentionHold?) throws {
        try connection.execute(
            "UPDATE requests SET held_at = ?, held_why = ? WHERE id = ?",
            [.at(hold?.at), .text(hold?.reason), .id(request)])
    }
}

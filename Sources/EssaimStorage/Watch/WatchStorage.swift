import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func hasRead(_ patient: String, by person: Identifier<Person>, since: Instant) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM patient_reads WHERE person_id = ? AND patient = ? AND at >= ?",
            [.id(person), .text(patient), .at(since)])
    }

    public func patientsRead(
        by person: Identifier<Person>, since: Instant, upTo limit: Int
    ) throws -> (count: Int, first: Instant?) {
        let times = try connection.query(
            "SELECT at FROM patient_reads WHERE person_id = ? AND at >= ? ORDER BY at LIMIT ?",
            [.id(person), .at(since), .int(limit)]
        ) { row in
            var c = Columns(row)
            return try c.instant()
        }
        return (times.count, times.first)
    }

    public func noteRead(_ patient: String, by person: Identifier<Person>, at instant: Instant) throws {
        try connection.execute(
            """
            INSERT INTO patient_reads(person_id, patient, at) VALUES (?, ?, ?)
            ON CONFLICT (person_id, patient) DO UPDATE SET at = excluded.at
            """, [.id(person), .text(patient), .at(instant)])
    }

    public func forgetReads(before instant: Instant) throws {
        try connection.execute("DELETE FROM patient_reads WHERE at < ?", [.at(instant)])
    }
}

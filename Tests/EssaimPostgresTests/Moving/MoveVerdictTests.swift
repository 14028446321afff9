import EssaimDomain
import EssaimStorage
import EssaimTestSupport
import Synchronization
import Testing

/// What is compared before the folder is left.
struct MoveVerdictTests {
    static let tampering: [(sql: String, table: String)] = [
        ("UPDATE people SET family_name = 'Autre' WHERE id = 'senior'", "people"),
        ("UPDATE people SET billing_number = '' WHERE billing_number IS NULL", "people"),
        ("UPDATE accounts SET is_disabled = NOT is_disabled WHERE login = 'senior'", "accounts"),
        ("DELETE FROM settings WHERE name = 'setting-3'", "settings"),
        ("INSERT INTO settings(name, value) VALUES ('setting-31', 'more')", "settings"),
        ("UPDATE settings SET name = 'setting-9' WHERE name = 'setting-6'", "settings"),
        ("UPDATE requests SET excerpt = excerpt || ' ' WHERE id = 'two'", "requests"),
        ("UPDATE attachments SET byte_count = byte_count + 1", "attachments"),
    ]

    @Test(arguments: tampering)
    func `a row changed on the target behind the move's back is found, with its table's name`(
        sql: String, table: String
    ) async throws {
        try await MoveStage.with { stage throws in
            let before = try MoveDump(try stage.sourceLook())
            let verdicts = Mutex<[TableVerdict]>([])
            let tamper = Mutex(true)
            await #expect(throws: MoveFault.differs([table])) {
                try await stage.move { event in
                    // Just before the comparison: everything has arrived.
                    if case .copied(table: "zone_areas", _) = event, tamper.withLock({ $0 }) {
                        #expect(throws: Never.self) { try stage.targetLook().execute(sql) }
                    }
                    if case .compared(let verdict) = event { verdicts.withLock { $0.append(verdict) } }
                }
            }
            let all = verdicts.withLock { $0 }
            #expect(all.count == before.tables.count && all.filter { !$0.isEqual }.map(\.table) == [table])
            // The folder is as it was and serves; the database is marked, and does not.
            #expect(try stage.moved() == nil && MoveDump(try stage.sourceLook()) == before)
            #expect(try stage.targetLook().tables().contains("migration_progress"))
            await #expect(throws: MoveFault.differs([table])) { try await stage.move() }
        }
    }
}

import EssaimSQLite
import EssaimTestSupport
import Testing

struct SQLiteConformanceTests {
    @Test(arguments: StoreConformance.all)
    func `SQLite keeps what every store keeps`(property: StoreConformance) async throws {
        try await TemporaryFolder.with { folder in
            let store = try SQLiteStore(folder: folder)
            defer { try? store.close() }
            try await property.check(store)
        }
    }
}

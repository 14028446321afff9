import EssaimStorage
import EssaimTestSupport
import Testing

/// On the engine of this run: `scripts/test` runs this on SQLite, then on PostgreSQL.
struct ConformanceTests {
    @Test(arguments: StoreConformance.all)
    func `this engine keeps what every store keeps`(property: StoreConformance) async throws {
        try await TestDatabase.with { try await property.check($0) }
    }
}

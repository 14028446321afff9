import EssaimPostgres
import EssaimSQLite
import EssaimStorage
import EssaimWorkflow
import Foundation

/// A store of its own for one test, on the engine of this run: SQLite, or PostgreSQL when `ESSAIM_TEST_ENGINE=postgres`
/// (`scripts/test` runs everything that touches storage on both).
package struct TestDatabase: Sendable {
    /// Where photographs go, and the SQLite file.
    package let folder: TemporaryFolder
    /// Name and address of the PostgreSQL database.
    package let database: (name: String, address: String)?

    package static let isPostgres = ProcessInfo.processInfo.environment["ESSAIM_TEST_ENGINE"] == "postgres"

    package init() async throws {
        folder = try TemporaryFolder()
        database = Self.isPostgres ? try await PostgresTemplate.shared.newDatabase() : nil
        if database == nil { try SQLiteTemplate.shared.get().copy(to: folder) }
    }

    /// Opens the engine over it; several may be open at once on PostgreSQL.
    package func open(connections: Int = 3) throws -> any StorageEngine {
        guard let database else { return try SQLiteStore(folder: folder.path) }
        return try PostgresStore(PostgresSettings(try PostgresAddress(database.address), connections: connections))
    }

    /// Looks into it as another program would.
    package func look() throws -> any DatabaseLook {
        guard let database else { return try SQLiteLook(path: folder.path + "/essaim.db") }
        return PostgresLook(try PostgresConsole(try PostgresAddress(database.address)))
    }

    package func remove() async {
        folder.remove()
        if let database { await PostgresTemplate.shared.drop(database.name) }
    }

    /// Runs `work` on a fresh store, which is gone afterwards.
    package static func with<T>(_ work: (any StorageEngine) async throws -> T) async throws -> T {
        let database = try await TestDatabase()
        do {
            let engine = try database.open()
            do {
                let value = try await work(engine)
                try engine.close()
                await database.remove()
                return value
            } catch {
                try? engine.close()
                throw error
            }
        } catch {
            await database.remove()
            throw error
        }
    }
}

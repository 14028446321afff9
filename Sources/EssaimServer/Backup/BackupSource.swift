import EssaimPostgres
import EssaimSQLite
import EssaimStorage
import EssaimWorkflow

/// The database, opened to be copied beside whoever serves it: WAL lets readers in, PostgreSQL anyone.
struct BackupSource {
    let engine: String
    let store: any Store
    let tables: any TableSource
    private let closing: @Sendable () -> Void

    /// - Throws: `StoreFault`.
    init(_ configuration: ServerConfiguration) throws {
        if var settings = configuration.database {
            // One copies, one looks whether what is missing is still named.
            settings.connections = 2
            settings.statementSeconds = max(600, settings.statementSeconds)
            let postgres = try PostgresStore(settings)
            (engine, store, tables) = ("postgresql", postgres, postgres)
            closing = { postgres.close() }
        } else {
            let folder = try SQLiteReading(folder: configuration.folder)
            (engine, store, tables) = ("sqlite", folder, folder)
            closing = { try? folder.close() }
        }
    }

    func close() { closing() }
}

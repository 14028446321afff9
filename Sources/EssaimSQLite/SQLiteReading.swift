import EssaimStorage
import EssaimWorkflow
import Foundation
import GRDB

/// The embedded store opened to be read beside the server that owns its folder: WAL lets readers in. It changes nothing.
public final class SQLiteReading: Store {
    private let pool: DatabasePool

    /// - Throws: `StoreFault.unsafe` when the schema is not this version's, `.failed` when there is no database.
    public init(folder: String) throws {
        let path = folder + "/essaim.db"
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreFault.failed("le dossier \(folder) ne contient pas de base (essaim.db)")
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.maximumReaderCount = 4
        let pool = try translated { try DatabasePool(path: path, configuration: configuration) }
        let steps = try translated {
            try pool.read { try String.fetchAll($0, sql: "SELECT name FROM schema_steps ORDER BY position") }
        }
        guard steps == Migration.all.map(\.name) else {
            throw StoreFault.unsafe("la base a été écrite par une autre version d’Essaim (\(steps.last ?? "?"))")
        }
        self.pool = pool
    }

    public func read<T: Sendable>(_ work: @escaping @Sendable (any StoreReader) throws -> T) async throws -> T {
        try await reading { try work(PortableTransaction($0)) }
    }

    package func reading<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await pool.read { database in try SQLiteConnection.carryOut(work, in: database) }
    }

    public func write<T: Sendable>(_ work: @escaping @Sendable (any StoreWriter) throws -> T) async throws -> T {
        throw StoreFault.failed("opened to be read")
    }

    public func close() throws { try translated { try pool.close() } }
}

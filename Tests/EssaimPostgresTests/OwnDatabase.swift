import EssaimPostgres
import EssaimTestSupport

/// A PostgreSQL database for one test, whatever the engine of the run.
struct OwnDatabase {
    let name: String
    let address: String

    /// Runs `work` on a database with the schema in it, or with nothing in it.
    static func with<T>(
        isEmpty: Bool = false, options: String = "", _ work: (OwnDatabase) async throws -> T
    ) async throws -> T {
        let template = PostgresTemplate.shared
        let made = isEmpty ? try await template.emptyDatabase(options) : try await template.newDatabase()
        do {
            let value = try await work(OwnDatabase(name: made.name, address: made.address))
            await template.drop(made.name)
            return value
        } catch {
            await template.drop(made.name)
            throw error
        }
    }

    func settings(connections: Int = 3) throws -> PostgresSettings {
        PostgresSettings(try PostgresAddress(address), connections: connections)
    }

    func open(connections: Int = 3) throws -> PostgresStore {
        try PostgresStore(try settings(connections: connections))
    }

    func console() throws -> PostgresConsole { try PostgresConsole(try PostgresAddress(address)) }
}

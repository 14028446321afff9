import EssaimPostgres
import Foundation

/// The private server of a test run (`scripts/with-postgres`): one database with the schema in it, copied for each test.
package actor PostgresTemplate {
    package static let shared = PostgresTemplate()

    package struct NoServer: Error, CustomStringConvertible {
        package let description = "ESSAIM_TEST_POSTGRES is not set: run the tests by scripts/with-postgres"
    }

    private var console: PostgresConsole?
    private var template: String?
    private var count = 0
    private var open = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// At most this many databases at once: each has connections and files.
    private static let mostOpen = 24

    /// The server's address, up to the name of a database: `address(of:)`.
    package static func address(of database: String) throws -> String {
        guard let server = ProcessInfo.processInfo.environment["ESSAIM_TEST_POSTGRES"],
            let slash = server.firstRange(of: "/postgres?")
        else { throw NoServer() }
        return server.replacingCharacters(in: slash, with: "/\(database)?")
    }

    /// A database with the schema in it and nothing else.
    package func newDatabase() async throws -> (name: String, address: String) {
        open += 1
        if open > Self.mostOpen { await withCheckedContinuation { waiting.append($0) } }
        let console = try ready()
        count += 1
        let name = "test_\(getpid())_\(count)"
        try console.run("CREATE DATABASE \(name) TEMPLATE \(try filled(console))")
        return (name, try Self.address(of: name))
    }

    /// An empty database in which nothing was made.
    package func emptyDatabase(_ options: String = "") throws -> (name: String, address: String) {
        count += 1
        let name = "test_\(getpid())_\(count)"
        try ready().run("CREATE DATABASE \(name) TEMPLATE template0 \(options)")
        open += 1
        return (name, try Self.address(of: name))
    }

    package func drop(_ name: String) {
        open -= 1
        _ = try? ready().run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
        if !waiting.isEmpty { waiting.removeFirst().resume() }
    }

    /// Runs a statement as the server's superuser.
    @discardableResult
    package func run(_ sql: String) throws -> [[String?]] { try ready().run(sql) }

    private func ready() throws -> PostgresConsole {
        if let console { return console }
        let made = try PostgresConsole(try PostgresAddress(try Self.address(of: "postgres")))
        console = made
        return made
    }

    private func filled(_ console: PostgresConsole) throws -> String {
        if let template { return template }
        let name = "template_\(getpid())"
        try console.run("CREATE DATABASE \(name) TEMPLATE template0")
        try PostgresStore(PostgresSettings(try PostgresAddress(try Self.address(of: name)), connections: 1)).close()
        template = name
        return name
    }
}

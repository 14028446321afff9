import EssaimHTTP
import EssaimPostgres
import EssaimTestSupport
import Foundation
import Testing

@testable import EssaimServer

@Suite struct ServerConfigurationTests {
    private func load(
        yaml: String? = nil, _ environment: [String: String] = [:], port: Int? = nil
    ) async throws -> ServerConfiguration {
        try await TemporaryFolder.with { folder in
            if let yaml { try Data(yaml.utf8).write(to: URL(fileURLWithPath: folder + "/essaim.yaml")) }
            return try await ServerConfiguration.load(folder: folder, port: port, environment: environment)
        }
    }

    @Test func `with nothing said, it is this machine on port 8080, and the folder ./data`() async throws {
        let configuration = try await ServerConfiguration.load(folder: nil, port: nil, environment: [:])
        #expect(configuration.folder == "./data" && configuration.host == "127.0.0.1" && configuration.port == 8080)
        #expect(configuration.address == "http://localhost:8080" && configuration.logLevel == "info")
        #expect(configuration.isLoopback)
    }

    @Test func `the command line is over the environment, the environment over the file, the file over the defaults`()
        async throws
    {
        let file = "port: 9001\nlogLevel: warning\nhost: 127.0.0.2\n"
        let fromFile = try await load(yaml: file)
        #expect(fromFile.port == 9001 && fromFile.logLevel == "warning" && fromFile.host == "127.0.0.2")
        #expect(fromFile.address == "http://localhost:9001")
        let over = try await load(yaml: file, ["ESSAIM_PORT": "9002", "ESSAIM_LOG_LEVEL": "debug"])
        #expect(over.port == 9002 && over.logLevel == "debug" && over.host == "127.0.0.2")
        #expect(try await load(yaml: file, ["ESSAIM_PORT": "9002"], port: 9003).port == 9003)
    }

    @Test func `the folder is the command line's, else the environment's`() async throws {
        let environment = ["ESSAIM_DATA": "/dev/shm/somewhere"]
        #expect(
            try await ServerConfiguration.load(folder: nil, port: nil, environment: environment).folder
                == "/dev/shm/somewhere")
        #expect(
            try await ServerConfiguration.load(folder: "/dev/shm/else", port: nil, environment: environment).folder
                == "/dev/shm/else")
    }

    @Test func `the public address is read from either, and decides what a browser is told`() async throws {
        let file = "publicURL: https://essaim.exemple.fr\n"
        #expect(try await load(yaml: file).origin.text == "https://essaim.exemple.fr")
        let over = try await load(yaml: file, ["ESSAIM_PUBLIC_URL": "https://autre.exemple.fr"])
        #expect(over.origin.text == "https://autre.exemple.fr")
        #expect(!over.isLoopback)
    }

    @Test func `a database is the command line's, else the environment's, else the file's; none is the folder`()
        async throws
    {
        let file = "database: postgres://localhost/from_file\ndatabaseConnections: 4\n"
        #expect(try await load().database == nil)
        #expect(try await load(yaml: nil, ["ESSAIM_DATABASE": ""]).database == nil)
        let fromFile = try await load(yaml: file)
        #expect(fromFile.place == "from_file @ localhost:5432" && fromFile.database?.connections == 4)
        let over = try await load(
            yaml: file,
            [
                "ESSAIM_DATABASE": "postgres://marie:secret@localhost/over", "ESSAIM_DATABASE_CONNECTIONS": "12",
                "ESSAIM_DATABASE_STATEMENT_SECONDS": "7",
            ])
        #expect(over.place == "over @ localhost:5432" && over.database?.connections == 12)
        #expect(over.database?.statementSeconds == 7 && over.database?.startPatience == .zero)
        let typed = try await ServerConfiguration.load(
            folder: "/dev/shm/none", port: nil, database: "postgres://localhost/typed", wait: 30,
            environment: ["ESSAIM_DATABASE": "postgres://localhost/over"])
        #expect(typed.place == "typed @ localhost:5432" && typed.database?.startPatience == .seconds(30))
    }

    static let refused: [(yaml: String?, environment: [String: String], words: String)] = [
        (nil, ["ESSAIM_PUBLIC_URL": "http://essaim.exemple.fr"], "n’y passent qu’en https"),
        ("publicURL: http://essaim.exemple.fr", [:], "n’y passent qu’en https"),
        (nil, ["ESSAIM_PUBLIC_URL": "essaim.exemple.fr"], "n’est pas une adresse"),
        (nil, ["ESSAIM_HOST": "0.0.0.0"], "démarrage refusé"),
        ("host: 192.168.1.10", [:], "démarrage refusé"),
        (nil, ["ESSAIM_DATABASE": "mysql://localhost/essaim"], "l’adresse de la base ne se lit pas"),
        (nil, ["ESSAIM_DATABASE": "postgres://db.exemple.fr/essaim?sslmode=require"], "sslmode=verify-full"),
        (
            nil, ["ESSAIM_DATABASE": "dbname=e", "ESSAIM_DATABASE_CONNECTIONS": "0"],
            "n’est pas un nombre entier positif"
        ),
        ("database: dbname=e\ndatabaseStatementSeconds: vite", [:], "n’est pas un nombre entier positif"),
        (nil, ["ESSAIM_HOST": "::"], "démarrage refusé"),
        ("port: [1, 2", [:], "ne se lit pas comme du YAML"),
    ]

    @Test(arguments: refused) func `what would expose health data, or cannot be read, stops the start in words`(
        _ yaml: String?, _ environment: [String: String], _ words: String
    ) async throws {
        let fault = await #expect(throws: ServerConfiguration.Fault.self) {
            try await load(yaml: yaml, environment)
        }
        #expect(fault?.description.contains(words) == true)
    }

    @Test(arguments: ["abc", "0", "-1", "65536", "80 80", "9001x", ""])
    func `a port that is none stops the start, rather than another being taken`(_ port: String) async throws {
        await #expect(throws: (any Error).self) { try await load([:], yaml: nil, portText: port) }
        await #expect(throws: (any Error).self) { try await load(yaml: "port: \"\(port)\"\n") }
    }

    private func load(_ environment: [String: String], yaml: String?, portText: String) async throws
        -> ServerConfiguration
    {
        try await load(yaml: yaml, environment.merging(["ESSAIM_PORT": portText]) { $1 })
    }

    @Test func `listening beyond this machine is allowed behind an https address`() async throws {
        let configuration = try await load(
            yaml: nil, ["ESSAIM_HOST": "0.0.0.0", "ESSAIM_PUBLIC_URL": "https://essaim.exemple.fr"])
        #expect(configuration.host == "0.0.0.0" && !configuration.isLoopback)
    }
}

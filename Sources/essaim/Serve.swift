import ArgumentParser
import EssaimServer

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Démarre le serveur.",
        discussion: """
            Réglages : variables ESSAIM_HOST, ESSAIM_PORT, ESSAIM_PUBLIC_URL, ESSAIM_DATABASE, ESSAIM_LOG_LEVEL, ou les \
            mêmes dans <dossier>/essaim.yaml (host, port, publicURL, database, logLevel). SIGTERM ou Ctrl-C l’arrête proprement.
            """)

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: "Port d’écoute.") var port: Int?

    func run() async throws {
        let server = try await options.open(port: port)
        let (origin, place) = (server.configuration.address, server.configuration.place)
        try await Ending.inWords {
            try await server.run(onRunning: { Terminal.remark("Essaim répond sur \(origin) · données dans \(place)") })
        }
    }
}

import ArgumentParser
import EssaimServer
import Foundation
import Logging

/// Someone leaves, or comes back.
struct UserClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Ferme un compte : ses sessions s’arrêtent, rien ne l’ouvre plus.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Identifiant de connexion.") var login: String
    @Flag(name: .long, help: "Rouvre un compte fermé.") var reopen = false

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            let isFound = try await server.setClosed(!reopen, login: login)
            try await server.close()
            guard isFound else { throw Ending.failed("aucun compte de cet identifiant") }
            print(reopen ? "compte rouvert" : "compte fermé")
        }
    }
}

/// A stolen telephone, or a doubt about everybody.
struct UserEndSessions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-sessions", abstract: "Ferme les sessions d’un compte, ou de tous.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Identifiant de connexion.") var login: String?
    @Flag(name: .long, help: "De tous les comptes.") var all = false

    func validate() throws {
        guard (login != nil) != all else { throw ValidationError("donnez un identifiant, ou --all") }
    }

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            let isFound = try await server.endSessions(ofLogin: login)
            try await server.close()
            guard isFound else { throw Ending.failed("aucun compte de cet identifiant") }
            print("sessions fermées")
        }
    }
}

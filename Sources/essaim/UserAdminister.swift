import ArgumentParser
import EssaimDomain
import EssaimServer
import Foundation
import Logging

/// Names the administrator of a structure that has none.
struct UserAdminister: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "administer", abstract: "Nomme une personne administrateur de sa structure.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Identifiant de connexion.") var login: String
    @Option(name: .long, help: "Nom de la structure, si la personne en a plusieurs.") var structure: String?

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            let changed = try await server.administer(login, structure: structure)
            for structure in changed { print("administre \(structure.name), \(structure.communeName)") }
            try await server.close()
            guard changed.isEmpty else { return }
            throw Ending.failed(
                "rien à changer : compte inconnu ou fermé, aucune structure de ce nom, ou déjà administrateur")
        }
    }
}

import ArgumentParser
import EssaimDomain
import EssaimNetworkFiles
import EssaimServer
import Foundation
import Logging

struct NetworkInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Invite les personnes d’une table CSV, et dit ce qu’il en est de chaque ligne.",
        discussion: """
            Première ligne : nom;prenom;rpps;courriel;profession;specialite;roles;equipes;grade;partenaire;verifie. Les lignes \
            justes sont écrites, les autres sont dites avec leur raison ; le code de sortie est alors 1.
            """)

    @OptionGroup var options: DataOptions
    @Argument(help: "Nom du réseau.") var network: String
    @Argument(help: "Table CSV, en UTF-8 ou en Windows-1252.") var file: String
    @Flag(name: .long, help: "Dit ce qui serait fait, sans rien écrire.") var rehearse = false

    func run() async throws {
        let url = URL(filePath: file)
        let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize
        guard let size, size <= InvitationRow.mostBytes, let data = try? Data(contentsOf: url) else {
            throw Ending.failed(
                "le fichier \(file) ne se lit pas (absent, ou plus de \(InvitationRow.mostBytes >> 10) Kio)")
        }
        let server = try await options.open(log: .error)
        let refused = try await Ending.inWords {
            do {
                guard
                    let results = try await server.invite(
                        table: Array(data), to: .init(network), isRehearsal: rehearse)
                else { throw Ending.failed("le réseau « \(network) » n’existe pas") }
                try await server.close()
                for result in results { print(result.french) }
                let refused = results.count(where: \.isRefused)
                let invited = results.count { $0.outcome == .invited }
                print(
                    "Invitations : \(invited) ; déjà membres : \(results.count - invited - refused) ; refus : \(refused)."
                        + (rehearse ? " Rien n’a été écrit (--rehearse)." : ""))
                return refused
            } catch let fault as NetworkFileFault {
                throw Ending.failed("\(file) : \(fault.french) ; rien n’a été écrit")
            }
        }
        if refused > 0 { throw ExitCode(1) }
    }
}

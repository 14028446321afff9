import ArgumentParser
import EssaimDomain
import EssaimServer
import EssaimWorkflow
import Foundation
import Logging

/// For who forgot their password, or lost every second factor.
struct UserLink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Écrit un nouveau lien pour ouvrir un compte.",
        discussion: """
            Le lien sert une fois, dans les trois jours, et ferme toutes les sessions. Sans option il donne un nouveau mot de \
            passe\u{A0}: la deuxième étape reste demandée. Avec --lost-factor il oublie aussi les clés, l’application et les \
            codes de secours\u{A0}: vérifiez alors qui le demande, et dites comment avec --checked. Avec --mail, le lien part \
            par courriel à qui n’est encore jamais venu.
            """)

    @OptionGroup var options: DataOptions
    @Argument(help: "Identifiant de connexion.") var login: String
    @Flag(name: .long, help: "La personne n’a plus ni clé, ni application, ni code de secours.") var lostFactor = false
    @Option(name: .long, help: "Qui a vérifié son identité, et comment ; gardé dans le journal.") var checked: String?

    @Option(name: .long, help: "Courriel où envoyer le lien, à qui n’est jamais venu.") var mail: String?

    func validate() throws {
        guard !lostFactor || checked?.isEmpty == false else {
            throw ValidationError("--lost-factor demande --checked : qui a vérifié l’identité, et comment")
        }
    }

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            if let mail {
                guard let address = MailboxAddress.parse(mail) else {
                    throw Ending.failed("« \(mail) » n’est pas une adresse")
                }
                let isLeft = try await server.mailInvitation(toLogin: login, at: address, checked: checked ?? "")
                try await server.close()
                guard isLeft else {
                    throw Ending.failed(
                        "aucun compte à ouvrir de cet identifiant, ou ce serveur n’envoie pas de courriel")
                }
                print("le lien part par courriel dès que le serveur tourne")
                return
            }
            let link = try await server.link(
                forLogin: login, lostFactor ? .everything : .password, checked: checked ?? "")
            try await server.close()
            guard let link else { throw Ending.failed("aucun compte ouvert de cet identifiant") }
            print(link)
        }
    }
}

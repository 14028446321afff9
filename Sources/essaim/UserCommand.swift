import ArgumentParser
import EssaimDomain
import EssaimServer
import EssaimWorkflow
import Foundation
import Logging

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Les comptes locaux.",
        subcommands: [
            UserAdd.self, UserAdminister.self, UserLink.self, UserClose.self, UserEndSessions.self, UserList.self,
        ])
}

struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Crée une personne et son compte.",
        discussion: """
            Écrit le lien par lequel cette personne choisit son mot de passe et sa deuxième étape, une fois, dans les trois \
            jours, ou le lui envoie avec --mail. Donnez-le-lui par un moyen sûr\u{A0}: personne d’autre ne choisit pour elle. \
            Avec --rpps, elle vient par Pro Santé Connect, à moins que --checked dise qui a vérifié son identité, et comment.
            """)

    @OptionGroup var options: DataOptions
    @Argument(help: "Identifiant de connexion.") var login: String
    @Option(name: .long, help: "Nom de famille.") var family: String
    @Option(name: .long, help: "Prénom.") var given: String
    @Option(name: .long, help: "Code profession TRE_G15 (10 médecin, 60 infirmier… ; none sinon).") var profession =
        "none"
    @Option(name: .long, help: "RPPS, 11 chiffres.") var rpps: String?
    @Option(name: .long, help: "Réseau où donner un rôle, avec --role.") var network: String?
    @Option(name: .long, help: "Rôle : coordinator, regulator, head, administrator…") var role: String?
    @Option(name: .long, help: "Pool où répondre (oncobreizh/brest-lannion).") var pool: String?
    @Option(name: .long, help: "Avec --pool : senior, ou junior dont un sénior valide les avis.") var grade: String?
    @Option(name: .long, help: "Structure au nom de laquelle demander : nom.") var structure: String?
    @Option(name: .long, help: "Code INSEE de la commune de la structure.") var commune: String?
    @Option(name: .long, help: "Nom de la commune.") var communeName: String?
    @Option(name: .long, help: "Numéro AM (ADELI), 9 chiffres : les factures des confrères le demandent.")
    var billingNumber: String?
    @Option(name: .long, help: "Mode d’exercice TRE_R23 : L libéral, S salarié, B bénévole.") var mode: String?
    @Option(name: .long, help: "Genre de la structure : practice, hospital, healthCentre, nursingHome, pharmacy.")
    var kind: String?
    @Option(name: .long, help: "FINESS de la structure, 9 caractères.") var finess: String?
    @Option(name: .long, help: "FINESS de l’établissement facturé, avec --role billingOffice.") var office: String?

    @Option(name: .long, help: "Courriel où envoyer le lien.") var mail: String?
    @Option(name: .long, help: "Qui a vérifié son identité, et comment ; gardé dans le journal.") var checked: String?

    func run() async throws {
        let server = try await options.open(log: .error)
        let user = NewUser(
            login: login, familyName: family, givenName: given, profession: profession, rpps: rpps, network: network,
            role: role, pool: pool, grade: grade, structure: structure, commune: commune, communeName: communeName,
            billing: NewUserBilling(
                billingNumber: billingNumber, mode: mode, kind: kind, finess: finess, office: office),
            mail: mail, check: checked)
        try await Ending.inWords {
            do throws(NewUser.Fault) {
                let opens: String
                switch try await server.add(user) {
                case .link(let link):
                    print(link)
                    opens = "Ce lien l’ouvre une fois, dans les trois jours."
                case .mail: opens = "Le lien qui l’ouvre part par courriel dès que le serveur tourne."
                case .provider: opens = "Cette personne vient par Pro Santé Connect (ou --checked)."
                }
                Terminal.say("Compte « \(user.login) » créé. \(opens)")
            } catch {
                throw Ending.failed(error.message)
            }
            try await server.close()
        }
    }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Liste les comptes.")

    @OptionGroup var options: DataOptions

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            var last = ""
            while true {
                let after = last
                let page = try await server.store.read { try $0.accounts(after: after, limit: 100) }
                for (account, person) in page {
                    let state =
                        account.isDisabled
                        ? "fermé"
                        : person.isDemonstration ? "persona" : account.passwordHash == nil ? "à ouvrir" : "ouvert"
                    print(
                        "\(account.login)\t\(state)\t\(person.givenName) \(person.familyName)\t\(person.profession.rawValue)"
                    )
                }
                guard let end = page.last?.account.login else { break }
                last = end
            }
            try await server.close()
        }
    }
}

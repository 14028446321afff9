import ArgumentParser
import EssaimDomain
import EssaimServer
import EssaimWorkflow
import Foundation
import Logging

/// Programs that call: docs/software-accounts.md.
struct SoftwareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "software", abstract: "Les comptes des logiciels qui appellent.",
        subcommands: [
            SoftwareAdd.self, SoftwareKeyCommand.self, SoftwareScopes.self, SoftwareClose.self, SoftwareList.self,
        ])
}

/// What the commands share: the folder, words, and how a fault is said.
struct SoftwareOptions: ParsableArguments {
    @OptionGroup var options: DataOptions

    func run(_ work: (EssaimServer) async throws -> Void) async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            do {
                try await work(server)
            } catch let fault as SoftwareRegistry.Fault {
                try await server.close()
                throw Ending.failed(fault.words)
            } catch let fault as PublicKeyFault {
                try await server.close()
                throw Ending.failed(fault.words)
            }
            try await server.close()
        }
    }

    static func scopes(_ words: [String]) throws -> Set<SoftwareScope> {
        guard let scopes = SoftwareScope.read(words.joined(separator: " ")) else {
            let known = SoftwareScope.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("un droit est l’un de : \(known)")
        }
        return scopes
    }
}

struct SoftwareAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Crée le compte d’un logiciel et écrit son identifiant.")

    @OptionGroup var options: SoftwareOptions
    @Argument(help: "Nom du logiciel et de qui le tient.") var name: String
    @Option(name: .long, help: "Réseau qu’il lit, et lui seul.") var network: String
    @Option(name: .long, help: "Un droit : suivi.chiffres, suivi.lignes (répétable ; aucun sinon).")
    var scope: [String] = []

    func run() async throws {
        let scopes = try SoftwareOptions.scopes(scope)
        try await options.run { server in
            print(try await server.softwareAccounts.add(name, network: Identifier(network), scopes: scopes).id)
        }
    }
}

struct SoftwareKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Les clés d’un compte : deux à la fois, le temps d’en changer.",
        subcommands: [SoftwareKeyAdd.self, SoftwareKeyRemove.self])
}

struct SoftwareKeyAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Enregistre une clé publique et écrit son nom (kid).")

    @OptionGroup var options: SoftwareOptions
    @Argument(help: "Identifiant du compte.") var account: String
    @Argument(help: "Fichier PEM de la clé publique : P-256, Ed25519, ou RSA d’au moins 3072 bits.") var file: String
    @Option(name: .long, help: "Son nom ; sinon le début de son empreinte.") var kid: String?
    @Option(name: .long, help: "Pour combien de jours, 730 au plus.") var days = 365

    func run() async throws {
        guard let pem = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Ending.failed("le fichier \(file) ne se lit pas")
        }
        try await options.run { server in
            print(try await server.softwareAccounts.addKey(pem, named: kid, to: Identifier(account), days: days).name)
        }
    }
}

struct SoftwareKeyRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Retire une clé : ses jetons s’arrêtent aussitôt.")

    @OptionGroup var options: SoftwareOptions
    @Argument(help: "Identifiant du compte.") var account: String
    @Argument(help: "Nom de la clé (kid).") var kid: String

    func run() async throws {
        try await options.run { server in
            try await server.softwareAccounts.removeKey(kid, of: Identifier(account))
            print("clé retirée")
        }
    }
}

struct SoftwareScopes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scopes", abstract: "Remplace les droits d’un compte ; aucun quand rien n’est nommé.")

    @OptionGroup var options: SoftwareOptions
    @Argument(help: "Identifiant du compte.") var account: String
    @Argument(help: "Droits : suivi.chiffres, suivi.lignes.") var scopes: [String] = []

    func run() async throws {
        let scopes = try SoftwareOptions.scopes(scopes)
        try await options.run { server in
            try await server.softwareAccounts.setScopes(scopes, of: Identifier(account))
            print("droits : \(scopes.isEmpty ? "aucun" : SoftwareScope.text(scopes))")
        }
    }
}

struct SoftwareClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Ferme un compte pour toujours : ses jetons s’arrêtent aussitôt.")

    @OptionGroup var options: SoftwareOptions
    @Argument(help: "Identifiant du compte.") var account: String

    func run() async throws {
        try await options.run { server in
            try await server.softwareAccounts.close(Identifier(account))
            print("compte fermé")
        }
    }
}

struct SoftwareList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Les comptes, leurs droits et leurs clés.")

    @OptionGroup var options: SoftwareOptions

    func run() async throws {
        try await options.run { server in
            try await server.eachSoftwareAccount { account, keys in
                let state = account.isOpen ? "ouvert" : "fermé"
                let scopes = account.scopes.isEmpty ? "aucun droit" : SoftwareScope.text(account.scopes)
                print("\(account.id)  \(account.network)  \(state)  \(account.name)  \(scopes)")
                for key in keys { print("    \(key.name)  \(key.kind.rawValue)  jusqu’au \(day(key.notAfter))") }
            }
        }
    }

    private func day(_ instant: Instant) -> String {
        OffsetRules.centralEuropean.civil(at: instant).date.description
    }
}

extension SoftwareRegistry.Fault {
    fileprivate var words: String {
        switch self {
        case .noNetwork: "aucun réseau de ce nom"
        case .noName: "donnez un nom au logiciel"
        case .noAccount: "aucun compte ouvert de cet identifiant"
        case .noKey: "ce compte n’a pas de clé de ce nom"
        case .keyName: "le nom d’une clé a 1 à 64 lettres, chiffres, « - », « _ » ou « . »"
        case .sameKey: "cette clé, ou ce nom, y est déjà"
        case .tooManyKeys: "ce compte a déjà deux clés : retirez l’ancienne d’abord"
        case .days: "une clé dure de 1 à 730 jours"
        }
    }
}

extension PublicKeyFault {
    fileprivate var words: String {
        switch self {
        case .isPrivate: "c’est une clé privée : donnez la clé publique, et remplacez celle-ci si elle a voyagé"
        case .weak: "une clé RSA a au moins 3072 bits"
        case .unreadable: "ce n’est pas le PEM d’une clé publique P-256, Ed25519 ou RSA"
        }
    }
}

import ArgumentParser
import EssaimDomain
import EssaimNetworkFiles
import EssaimServer
import Foundation
import Logging

/// Invites many people at once; says first what would become of each.
struct UserInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Invite les personnes d’une table CSV dans un réseau.",
        discussion: """
            Sans --send, rien n’est écrit\u{A0}: chaque ligne est dite (invitation faite, déjà membre, refus et pourquoi). \
            Première ligne\u{A0}: nom;prenom;rpps;courriel;profession;specialite;roles;equipes;grade;partenaire;verifie. Le \
            code de sortie est 1 quand une ligne est refusée.
            """)

    @OptionGroup var options: DataOptions
    @Argument(help: "Table CSV, en UTF-8 ou en Windows-1252.") var file: String
    @Option(name: .long, help: "Nom du réseau.") var network: String
    @Flag(name: .long, help: "Fait les invitations et envoie les messages.") var send = false

    func run() async throws {
        try await NetworkInvite.invite(file, to: network, isRehearsal: !send, options, rehearsed: "sans --send")
    }
}

import ArgumentParser
import EssaimServer
import Foundation

/// `essaim`: one binary, one data folder.
@main
struct Essaim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "essaim",
        abstract: "La plateforme ouverte des équipes de soins spécialisés.",
        discussion: """
            Codes de sortie : 0 tout s’est bien passé ; 1 la commande a échoué, le message dit pourquoi ; \
            64 la ligne de commande est à corriger ; 69 la base ne répond pas ; 74 le disque n’a pas confirmé une écriture, redémarrez ; 75 le dossier de données est occupé par un autre processus.
            """,
        version: EssaimVersion.text,
        subcommands: [
            Serve.self, Demo.self, NetworkCommand.self, TerritoryCommand.self, ProtocolCommand.self, UserCommand.self,
            JournalCommand.self,
            KeysCommand.self, SoftwareCommand.self,
            MigrateCommand.self, BackupCommand.self, RestoreCommand.self, RetentionCommand.self, DoctorCommand.self,
            Version.self,
        ])

    /// Ends without the libraries' own farewells: OpenSSL takes itself apart while threads of the runtime still go through it
    /// (seen once, as a crash after a good answer). Stores are closed and files synced before a command returns.
    static func main() async {
        await main(nil)
        fflush(nil)
        _exit(0)
    }
}

struct Version: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Dit la version.")
    func run() { print("essaim \(EssaimVersion.text)") }
}

import ArgumentParser
import EssaimServer
import EssaimWorkflow
import Foundation

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Déplace les données d’un dossier vers une base PostgreSQL, que plusieurs serveurs partagent.",
        discussion: """
            Arrêtez d’abord le serveur. La base doit exister, être vide et réservée à Essaim. Tout est copié, puis comparé \
            ligne par ligne ; le dossier n’est marqué comme déplacé qu’après. Interrompue, la commande reprend où elle en \
            était : relancez-la. Le mot de passe de la base se donne mieux par PGPASSWORD ou ~/.pgpass que dans son adresse. \
            Les photographies restent dans <dossier>/attachments. Le seul sens offert va de SQLite \
            vers PostgreSQL.
            """)

    @Option(name: .long, help: "Dossier de données (par défaut ESSAIM_DATA, sinon ./data).")
    var data: String?
    @Option(name: .long, help: ArgumentHelp("Base PostgreSQL de destination.", valueName: "postgres://…"))
    var to: String
    @Option(
        name: .long, help: ArgumentHelp("Attend une base absente, au plus tant de secondes.", valueName: "secondes"))
    var wait: Int?

    func run() async throws {
        try await Ending.inWords {
            umask(0o077)
            let configuration = try await ServerConfiguration.load(folder: data, port: nil, database: to, wait: wait)
            do {
                try await DataMove(configuration).run(out: Terminal.show)
            } catch let fault as DataMove.Fault {
                throw Ending.failed(fault.message)
            } catch StoreFault.unavailable(let why) {
                throw Ending.failed(
                    "la base \(configuration.place) ne répond pas (« \(why) ») : relancez la commande pour reprendre",
                    69)
            } catch StoreFault.full {
                throw Ending.failed("le disque est plein ou refuse l’écriture : relancez la commande pour reprendre")
            } catch StoreFault.failed(let why) {
                throw Ending.failed("le déplacement s’est arrêté, relancez-le pour reprendre : \(why)")
            }
        }
    }
}

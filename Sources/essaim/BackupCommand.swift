import ArgumentParser
import EssaimMedia
import EssaimServer
import Foundation

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Sauvegarde tout dans un seul fichier scellé, pendant que le serveur sert.",
        discussion: """
            Données, photographies, documents et clé du journal y sont\u{A0}; la clé maîtresse n’y est jamais\u{A0}: sans elle, \
            ou sans son papier (essaim keys escrow), la sauvegarde ne s’ouvre pas. Une sauvegarde d’un dossier se remet aussi \
            dans une base PostgreSQL, et l’inverse. Code 1 si un fichier manque\u{A0}: il est nommé, et aucune ancienne \
            sauvegarde n’est retirée.
            """)

    @OptionGroup var options: DataOptions
    @Option(
        name: .long, help: ArgumentHelp("Dossier des sauvegardes (par défaut backup.folder).", valueName: "dossier"))
    var to: String?
    @Option(name: .long, help: ArgumentHelp("N’en garde que tant, les plus récentes.", valueName: "nombre"))
    var keep: Int?

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep\u{A0}: un nombre à partir de 1") }
    }

    func run() async throws {
        try await Ending.ofBackups {
            umask(0o077)
            let configuration = try await options.configuration()
            guard let folder = to ?? configuration.backup.folder else {
                throw Ending.failed("dites où\u{A0}: --to DOSSIER, ou backup.folder dans les réglages", 64)
            }
            let receipt = try await BackupMaking(configuration).run(
                to: folder, keep: keep ?? (to == nil ? configuration.backup.keep : nil), progress: Terminal.show)
            try BackupNotes(configuration).leave(receipt)
            if !receipt.missing.isEmpty {
                throw Ending.failed("des fichiers manquent\u{A0}: cherchez-les dans une sauvegarde plus ancienne")
            }
        }
    }
}

extension Ending {
    /// As `inWords`, with what backups and their restoring throw.
    static func ofBackups<T>(_ work: () async throws -> T) async throws -> T {
        try await inWords {
            do {
                return try await work()
            } catch let fault as BackupFault {
                throw failed(fault.message)
            } catch let fault as RestoreFault {
                throw failed(fault.message)
            } catch let fault as BackupStopped {
                throw failed(fault.message)
            }
        }
    }
}

import ArgumentParser
import EssaimServer
import Foundation

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Remet une sauvegarde en place dans un dossier vide, ou vérifie qu’elle se restaure.",
        discussion: """
            Rien n’est écrit avant que la sauvegarde ait été lue jusqu’au bout\u{A0}; si quelque chose échoue ensuite, le \
            dossier est rendu comme il était. Avec --verify, la sauvegarde est restaurée dans un dossier d’essai à côté \
            d’elle, ouverte, vérifiée, puis ce dossier est effacé. --against compare avec ce que d’autres détiennent\u{A0}: \
            une copie plus ancienne est refusée, sauf --accept-older.
            """)

    @Argument(help: ArgumentHelp("La sauvegarde.", valueName: "fichier")) var file: String
    @OptionGroup var options: DataOptions
    @Option(
        name: .long,
        help: ArgumentHelp("Dossier des clés maîtresses (par défaut celui des réglages).", valueName: "dossier"))
    var keys: String?
    @Option(
        name: .long,
        help: ArgumentHelp("Feuille des clés (essaim keys escrow), qui sont alors remises.", valueName: "fichier"))
    var escrow: String?
    @Flag(name: .long, help: "Vérifie seulement, dans un dossier d’essai.") var verify = false
    @Option(
        name: .long,
        help: ArgumentHelp("N’ouvre que tant de pièces avec leurs clés (toutes, sinon).", valueName: "nombre"))
    var sample: Int?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Compare avec un point de contrôle du journal (répétable).", valueName: "fichier|https://…"))
    var against: [String] = []
    @Flag(name: .long, help: "Accepte une copie plus ancienne que ce qui est attesté\u{A0}; le journal le dira.")
    var acceptOlder = false

    func run() async throws {
        try await Ending.ofBackups {
            umask(0o077)
            var target = try await options.configuration()
            if let keys { target.attachments.masterKeys = keys }
            let sheet = try escrow.map { path in
                guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                    throw Ending.failed("la feuille \(path) ne se lit pas")
                }
                return text
            }
            var held: [HeldNote] = []
            for place in against { held.append(try await HeldNote.fetched(place)) }
            let request = RestoreRequest(
                file: file, escrow: sheet, against: held, acceptsOlder: acceptOlder, sample: sample)
            let receipt =
                verify
                ? try await RestoreRehearsal(request, like: target).run(progress: Terminal.show)
                : try await BackupRestoring(request, to: target).run(progress: Terminal.show)
            for line in receipt.words(isRehearsal: verify) { Terminal.say(line) }
        }
    }
}

import ArgumentParser
import EssaimDomain
import EssaimNetworkFiles
import EssaimServer
import Foundation

struct TerritoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territory", abstract: "Les communes et les départements, fournis ou remplacés.",
        subcommands: [TerritoryImport.self])
}

struct TerritoryImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Remplace les communes fournies par celles d’un dossier, au prochain démarrage.",
        discussion:
            "Le dossier contient communes.csv, departements.csv et departements.geojson ; tout est vérifié d’abord.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Dossier des trois fichiers.") var folder: String?
    @Flag(name: .long, help: "Revient aux communes fournies.") var embedded = false

    func validate() throws {
        if embedded == (folder != nil) { throw ValidationError("Donnez un dossier, ou --embedded.") }
    }

    func run() async throws {
        try await Ending.inWords {
            umask(0o077)
            let own = TerritoryFolder(dataFolder: try await options.configuration().folder)
            guard let folder else {
                print(try own.forget() ? "Au prochain démarrage : les communes fournies." : "Rien à changer.")
                return
            }
            do {
                let reading = try own.take(from: folder)
                for warning in reading.warnings { Terminal.remark("attention, \(warning.french)") }
                print("Au prochain démarrage : \(reading.territory.communes.count) communes de \(folder).")
            } catch TerritoryFolder.Fault.unreadable(let name) {
                throw Ending.failed("\(folder)/\(name) ne se lit pas (absent, ou trop grand) ; rien n’est changé")
            } catch TerritoryFolder.Fault.faults(let lines) {
                for line in lines { Terminal.remark(line) }
                throw Ending.failed("le territoire n’est pas repris, rien n’est changé")
            }
        }
    }
}

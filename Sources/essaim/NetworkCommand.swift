import ArgumentParser
import EssaimDomain
import EssaimNetworkFiles
import EssaimServer
import Foundation
import Logging

struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Les réseaux, déclarés dans un fichier YAML.",
        subcommands: [NetworkApply.self, NetworkShow.self, NetworkList.self, NetworkInvite.self])
}

struct NetworkApply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Applique un fichier : tout est vérifié avant d’écrire, la différence est montrée.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Fichier YAML du réseau, ou nom d’un réseau livré (network list --shipped).") var file: String
    @Flag(name: .long, help: "Montre la différence sans rien écrire.") var dryRun = false

    /// A file of that name comes first.
    private var shipped: String? {
        FileManager.default.fileExists(atPath: file) ? nil : ShippedNetworks.file(named: file)
    }

    func run() async throws {
        let size = (try? URL(filePath: file).resourceValues(forKeys: [.fileSizeKey]))?.fileSize
        if let size, size > NetworkFile.mostBytes {
            throw Ending.failed("le fichier \(file) dépasse \(NetworkFile.mostBytes >> 20) Mio ; il n’est pas lu")
        }
        guard let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? shipped else {
            throw Ending.failed("le fichier \(file) ne se lit pas (absent, ou pas en UTF-8)")
        }
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            do {
                let applied = try await server.apply(networkFile: text, isRehearsal: dryRun) { Terminal.remark($0) }
                for line in applied.warnings { Terminal.remark("\(file) : attention, \(line)") }
                if applied.difference.isEmpty {
                    print("\(applied.network.name) : rien à changer.")
                } else {
                    for line in applied.difference { print(line) }
                    print(dryRun ? "Rien n’a été écrit (--dry-run)." : "\(applied.network.name) : appliqué.")
                }
            } catch let faults as NetworkFileFaults {
                for line in faults.french { Terminal.remark("\(file) : \(line)") }
                throw Ending.failed("le fichier n’est pas appliqué, rien n’a été écrit")
            }
            try await server.close()
        }
    }
}

struct NetworkShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Rend le fichier YAML d’un réseau, ou la liste des réseaux.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Nom du réseau.") var name: String?

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            if let name {
                guard let file = try await server.networkFile(of: .init(name)) else {
                    throw Ending.failed("le réseau « \(name) » n’existe pas")
                }
                print(file, terminator: "")
            } else {
                for id in try await server.networkIDs() { print(id.rawValue) }
            }
            try await server.close()
        }
    }
}

struct NetworkList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Les réseaux déclarés, un par ligne ; avec --shipped, ceux livrés avec Essaim.")

    @OptionGroup var options: DataOptions
    @Flag(name: .long, help: "Les réseaux livrés, que « network apply » connaît par leur nom.") var shipped = false

    func run() async throws {
        guard !shipped else { return print(ShippedNetworks.names.joined(separator: "\n")) }
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            for id in try await server.networkIDs() { print(id.rawValue) }
            try await server.close()
        }
    }
}

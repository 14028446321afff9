import ArgumentParser
import EssaimServer
import Foundation
import Logging

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Les clés qui ouvrent les photographies et les documents.",
        discussion: "Elles se gardent hors du dossier de données\u{A0}: une sauvegarde sans elles ne montre rien.",
        subcommands: [KeysShowLocation.self, KeysEscrow.self, KeysRestore.self, KeysRotate.self])
}

struct KeysShowLocation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show-location", abstract: "Dit où sont les clés, et lesquelles servent.")

    @OptionGroup var options: DataOptions

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            let place = try await server.keyPlace()
            print("dossier des clés\u{A0}: \(place.folder)")
            for key in place.known {
                let uses = [key == place.current ? "scelle" : nil, place.inUse.contains(key) ? "sert" : nil]
                    .compactMap(\.self)
                print("clé \(key)\u{A0}: \(uses.isEmpty ? "ne sert plus" : uses.joined(separator: ", "))")
            }
            for key in place.inUse.subtracting(place.known).sorted() { print("clé \(key)\u{A0}: MANQUE") }
            try await server.close()
        }
    }
}

struct KeysEscrow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escrow", abstract: "Écrit les clés à imprimer et à garder sous clé, loin du serveur.",
        discussion: """
            Qui lit ce papier et une sauvegarde lit tout. Il se retape, ou se relit d’un fichier, avec « essaim keys \
            restore ».
            """)

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await Ending.inWords {
            print(try MasterKeyPaper.escrow(try await options.configuration()))
        }
    }
}

struct KeysRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Remet en place les clés d’un papier.",
        discussion: "Le texte est lu de l’entrée. Rien n’est écrit s’il porte une faute. Les clés déjà là restent.")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await Ending.inWords {
            let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile().prefix(65_536), as: UTF8.self)
            let keys = try MasterKeyPaper.restore(text, try await options.configuration())
            print("clés remises\u{A0}: \(keys.joined(separator: ", "))")
        }
    }
}

struct KeysRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Fait une nouvelle clé et scelle de nouveau celles des demandes.",
        discussion: """
            Aucun fichier n’est touché. Arrêtez d’abord les serveurs\u{A0}; sur PostgreSQL, faites-le sur un seul, puis \
            copiez le dossier des clés sur les autres. Gardez l’ancienne clé tant que des sauvegardes en ont besoin, et \
            refaites le papier (essaim keys escrow).
            """)

    @OptionGroup var options: DataOptions

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            let (old, new, count) = try await server.rotateMasterKey { done in
                Terminal.say("\(done) demandes scellées de nouveau")
            }
            print(
                "ancienne clé\u{A0}: \(old)\nnouvelle clé\u{A0}: \(new)\ndemandes scellées de nouveau\u{A0}: \(count)")
            try await server.close()
        }
    }
}

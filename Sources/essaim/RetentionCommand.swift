import ArgumentParser
import EssaimServer
import Foundation
import Logging

struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Ce qui s’archive et s’efface, et quand.",
        discussion: """
            Le serveur archive une demande cinq ans après son dernier contact et l’efface au terme de sa conservation\u{A0}: \
            vingt ans après le dernier contact de son patient, ou son vingt-huitième anniversaire s’il vient plus tard.
            """,
        subcommands: [RetentionShow.self, RetentionHoldCommand.self, RetentionRelease.self, RetentionErase.self])
}

struct RetentionShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Dit combien de demandes attendent quoi, ou où en est l’une d’elles.",
        discussion: "Ne change rien, que le serveur serve ou non.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Numéro d’une demande.") var number: String?

    func run() async throws {
        try await Ending.ofRetention {
            let showing = RetentionShowing(try await options.configuration())
            let lines = if let number { try await showing.one(numbered: number) } else { try await showing.all() }
            for line in lines { print(line) }
        }
    }
}

struct RetentionHoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Ne pas effacer une demande, même échue\u{A0}: litige, enquête.",
        discussion: "Le motif reste avec la demande\u{A0}; le journal dit qu’elle est retenue, sans le motif.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Numéro de la demande.") var number: String
    @Option(name: .long, help: "Pourquoi, en peu de mots.") var reason: String

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.ofRetention {
            try await server.hold(numbered: number, reason: reason)
            print("Elle ne sera pas effacée avant essaim retention release.")
            try await server.close()
        }
    }
}

struct RetentionRelease: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Rend à son échéance une demande qui était à ne pas effacer.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Numéro de la demande.") var number: String

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.ofRetention {
            try await server.hold(numbered: number, reason: nil)
            print("Elle sera effacée à son échéance.")
            try await server.close()
        }
    }
}

struct RetentionErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Efface une demande échue, sans attendre l’heure du serveur.",
        discussion: """
            Avant l’échéance, refuse et dit l’article et le jour. Ce qui est effacé ne se retrouve que dans une sauvegarde \
            d’avant\u{A0}: retirez-les à leur tour.
            """)

    @OptionGroup var options: DataOptions
    @Argument(help: "Numéro de la demande.") var number: String

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.ofRetention {
            try await server.erase(numbered: number)
            print("Demande effacée. Son numéro et son mois restent, sans identité.")
            try await server.close()
        }
    }
}

extension Ending {
    /// As `inWords`, with what is refused about what is kept.
    static func ofRetention(_ work: () async throws -> Void) async throws {
        try await inWords {
            do {
                try await work()
            } catch let fault as RetentionFault {
                throw failed(fault.message)
            }
        }
    }
}

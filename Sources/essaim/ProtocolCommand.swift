import ArgumentParser
import EssaimDomain
import EssaimServer
import Logging

struct ProtocolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol", abstract: "Les formulaires : fournis, et publiés par les réseaux.",
        subcommands: [ProtocolList.self, ProtocolExport.self])
}

struct ProtocolList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Un formulaire par ligne : son nom, sa version, son titre.")

    @OptionGroup var options: DataOptions

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            for form in try await server.publishedForms() {
                print("\(form.id.rawValue)\t\(form.version)\t\(form.title)")
            }
            try await server.close()
        }
    }
}

struct ProtocolExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Un formulaire comme Questionnaire FHIR R4, en JSON.")

    @OptionGroup var options: DataOptions
    @Argument(help: "Nom du formulaire.") var name: String

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            guard let text = try await server.questionnaire(named: name) else {
                throw Ending.failed("le formulaire « \(name) » n’existe pas, ou n’est pas publié")
            }
            print(text)
            try await server.close()
        }
    }
}

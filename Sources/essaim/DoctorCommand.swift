import ArgumentParser
import EssaimServer
import Foundation

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Regarde si tout est en ordre\u{A0}: réglages, dossiers, clés, horloge, sauvegardes, alentours.",
        discussion: """
            Ne change rien, que le serveur serve ou non. Une ligne par point, « ✓ », « à voir » ou « ✗ », avec ce qu’il y a \
            à faire. Code 0 si tout va, 1 s’il y a à voir, 2 s’il y a une faute.
            """)

    @OptionGroup var options: DataOptions
    @Flag(name: .long, help: "Écrit le résultat en JSON.") var json = false

    @Flag(
        name: .long,
        help: "Dit au serveur que son horloge est juste, malgré un saut\u{A0}: il efface de nouveau ce qui est échu.")
    var acceptClock = false

    func run() async throws {
        try await Ending.inWords {
            let configuration = try await options.configuration()
            if acceptClock { try ClockWord(configuration).give() }
            let findings = await Doctor(configuration).run()
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                print(String(decoding: try encoder.encode(findings), as: UTF8.self))
            } else {
                for finding in findings { print(finding.line) }
            }
            let worst = findings.map(\.level).max() ?? .good
            if worst != .good { throw ExitCode(worst.code) }
        }
    }
}

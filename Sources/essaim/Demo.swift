import ArgumentParser
import EssaimDemonstration
import EssaimServer
import Foundation
import Logging

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remplit un dossier de personnes fictives, sert, et joue le parcours principal.",
        discussion: "Un dossier déjà rempli est gardé tel quel. Un dossier qui contient de vraies personnes est refusé."
    )

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: "Port d’écoute.") var port: Int?
    @Flag(name: .long, help: "Joue le parcours puis s’arrête ; la sortie est 0 si chaque étape a tenu.") var once =
        false

    func run() async throws {
        let start = ContinuousClock.now
        let server = try await options.open(port: port, log: .warning)
        let contents = try await Ending.inWords {
            do {
                return try await server.fillDemonstration()
            } catch let fault as DemonstrationFault {
                throw Ending.failed(fault.message)
            }
        }
        if let contents {
            Terminal.say(
                "Démonstration remplie : \(contents.people) personnes, \(contents.structures) structures, "
                    + "\(contents.demands) demandes (\(Self.seconds(since: start)) s)")
        } else {
            Terminal.say("Démonstration déjà là : ses données sont gardées.")
        }
        let isFirst = contents != nil || once
        let outcome = Outcome()
        let play: @Sendable () async -> Void = { await outcome.keep(server.playStory { Terminal.say($0) }) }
        try await Ending.inWords {
            if once {
                try await server.run(until: play)
            } else {
                try await server.run(until: {
                    if isFirst { await play() }
                    Self.sayAddresses(server, since: start)
                    // Until a signal.
                    try? await Task.sleep(for: .seconds(1 << 40))
                })
            }
        }
        guard isFirst else { return }
        guard let result = await outcome.result else { throw Ending.failed("le parcours n’a pas été joué") }
        if let failure = result.failure { throw Ending.failed("le parcours s’est arrêté : \(failure)") }
        if once { Terminal.say("story complete: \(result.steps) steps in \(Self.format(result.seconds)) s") }
    }

    private static func sayAddresses(_ server: EssaimServer, since start: ContinuousClock.Instant) {
        Terminal.say(
            """

            Essaim répond sur \(server.configuration.address)
            Personnes à essayer : \(server.configuration.address)/demo
            """)
        for line in EssaimServer.personaLines { Terminal.say("  · \(line)") }
        Terminal.say(
            """
            Données : \(server.configuration.place)
            Pour arrêter : Ctrl-C. Prêt en \(seconds(since: start)) s.
            """)
    }

    private static func seconds(since start: ContinuousClock.Instant) -> String {
        format((ContinuousClock.now - start) / .seconds(1))
    }

    private static func format(_ seconds: Double) -> String { String(format: "%.1f", seconds) }
}

/// What the story ended with, kept across tasks.
private actor Outcome {
    private(set) var result: StoryResult?
    func keep(_ result: StoryResult?) { self.result = result }
}

import ArgumentParser
import EssaimMedia
import EssaimServer
import EssaimWorkflow
import Foundation
import Logging

/// Where the data are, and how a command ends when they cannot be opened.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "Dossier de données (par défaut ESSAIM_DATA, sinon ./data).")
    var data: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Base PostgreSQL, partagée par plusieurs serveurs (par défaut ESSAIM_DATABASE, sinon le dossier).",
            valueName: "postgres://…"))
    var database: String?
    @Option(
        name: .long, help: ArgumentHelp("Attend une base absente, au plus tant de secondes.", valueName: "secondes"))
    var wait: Int?

    func configuration(port: Int? = nil) async throws -> ServerConfiguration {
        try await ServerConfiguration.load(folder: data, port: port, database: database, wait: wait)
    }

    /// The house over that folder; a fault is said in one line on the error output, with its exit code.
    func open(port: Int? = nil, log level: Logger.Level? = nil) async throws -> EssaimServer {
        try await Ending.inWords {
            // Whatever is made in the data folder is for its owner alone.
            umask(0o077)
            let configuration = try await configuration(port: port)
            var logger = Logger(label: "essaim", factory: { StreamLogHandler.standardError(label: $0) })
            logger.logLevel = level ?? Logger.Level(rawValue: configuration.logLevel) ?? .info
            do {
                let server = try EssaimServer(configuration, logger: logger)
                if let folder = try await server.checkMasterKeys() {
                    Terminal.remark(
                        """
                        Clé maîtresse faite dans \(folder)\u{A0}: gardez-en une copie à part (essaim keys escrow). Sans \
                        elle, ni photographie ni document ne s’ouvre.
                        """)
                }
                return server
            } catch StoreFault.unavailable(let why) {
                throw Ending.failed("la base \(configuration.place) ne répond pas (« \(why) »)", 69)
            }
        }
    }
}

/// How a command ends.
enum Ending {
    /// Runs `work`; what it throws becomes a sentence and an exit code.
    static func inWords<T>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch StoreFault.owned(let owner) {
            throw failed(
                "le dossier de données est déjà ouvert par le processus \(owner) : arrêtez-le, ou donnez un autre --data",
                75)
        } catch StoreFault.unsafe(let why) {
            throw failed("démarrage refusé : \(why)")
        } catch StoreFault.full {
            throw failed("le disque est plein ou refuse l’écriture : rien n’a été enregistré")
        } catch StoreFault.unavailable(let why) {
            throw failed("la base ne répond pas, rien n’a été enregistré (« \(why) »)", 69)
        } catch let fault as MasterKeyFault {
            throw failed(fault.message)
        } catch let fault as VaultFault {
            throw failed(fault.message)
        } catch let fault as ServerConfiguration.Fault {
            throw failed(fault.description)
        } catch let code as ExitCode {
            throw code
        } catch let error as CocoaError {
            throw failed("le dossier de données ne s’ouvre pas : \(error.localizedDescription)")
        }
    }

    static func failed(_ sentence: String, _ code: Int32 = 1) -> ExitCode {
        Terminal.remark("essaim : \(sentence)")
        return ExitCode(code)
    }
}

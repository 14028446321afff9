import ArgumentParser
import EssaimServer
import EssaimWorkflow
import Foundation
import Logging
import TransparencyLog

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Le journal : vérifier, prouver, exporter, contrôler un reçu, changer de clé.",
        subcommands: [
            JournalVerify.self, JournalProve.self, JournalReceiptCommand.self, JournalExportCommand.self,
            JournalKeyCommand.self, JournalRotateKey.self,
        ])
}

/// A journal read beside its server, and how its commands end.
struct JournalOptions: ParsableArguments {
    @OptionGroup var options: DataOptions

    func read<T>(_ work: (JournalBook) async throws -> T) async throws -> T {
        try await Ending.inWords {
            let configuration = try await options.configuration()
            do {
                let book = try JournalBook(configuration)
                let value = try await work(book)
                try book.close()
                return value
            } catch let fault as JournalFault {
                throw Ending.failed(fault.description)
            } catch let fault as JournalBook.Fault {
                throw Ending.failed(fault.message)
            } catch StoreFault.failed(let why) {
                throw Ending.failed(why)
            } catch StoreFault.corrupt(let what) {
                throw Ending.failed("le journal est abîmé : \(what)")
            }
        }
    }
}

struct JournalVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Vérifie tout : chaque inscription, l’arbre, les signatures. Dit la première faute.",
        discussion: """
            Se fait pendant que le serveur sert. Finit par « verified <n> entries, root <empreinte> » et le code 0, \
            sinon par la première faute et le code 1.
            """)

    @OptionGroup var options: JournalOptions
    @Option(
        name: .long,
        help: ArgumentHelp("Compare aussi avec un point de contrôle gardé ailleurs (répétable).", valueName: "fichier"))
    var against: [String] = []

    func run() async throws {
        try await options.read { book in
            let held = try against.map { path in
                guard let note = try? String(contentsOfFile: path, encoding: .utf8) else {
                    throw JournalBook.Fault(message: "le fichier \(path) ne se lit pas")
                }
                return (note: note, holder: path)
            }
            let verdict = try await book.verify(against: held) { done, size in
                guard isatty(STDERR_FILENO) == 1 else { return }
                FileHandle.standardError.write(Data("\r\u{1B}[K\(done) / \(size) inscriptions".utf8))
            }
            if isatty(STDERR_FILENO) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
            if verdict.erased > 0 { print("\(verdict.erased) inscriptions effacées, leurs preuves tiennent") }
            if verdict.size > verdict.signedSize {
                print("\(verdict.size - verdict.signedSize) inscriptions numérotées attendent une signature")
            }
            if verdict.waiting > 0 { print("\(verdict.waiting) inscriptions attendent leur numéro") }
            print("verified \(verdict.size) entries, root \(verdict.root.base64)")
        }
    }
}

struct JournalProve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Prouve chaque inscription d’une demande ; écrit les preuves si on le demande.")

    @OptionGroup var options: JournalOptions
    @Argument(help: "Numéro de la demande (7K3M-QX2P).") var number: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Dossier où écrire chaque preuve (c2sp.org/tlog-proof) et son feuillet.", valueName: "dossier"))
    var out: String?

    func run() async throws {
        try await options.read { book in
            let proofs = try await book.proofs(of: number)
            for (entry, leaf, proof) in proofs {
                print("\(leaf)\t\(entry.action)\t\(entry.outcome)")
                guard let out else { continue }
                try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
                try Data(proof.text.utf8).write(to: URL(filePath: "\(out)/\(leaf).tlog-proof"))
                let bytes = JournalLeaf(at: entry.at, commitment: entry.commitment).bytes
                try Data(bytes).write(to: URL(filePath: "\(out)/\(leaf).entry"))
            }
            guard !proofs.isEmpty else { throw JournalBook.Fault(message: "aucune inscription n’est encore scellée") }
            print("proved \(proofs.count) entries")
        }
    }
}

struct JournalExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Écrit ce que le serveur publie, pour un vérificateur qui n’est pas le nôtre.")

    @OptionGroup var options: JournalOptions
    @Option(name: .long, help: ArgumentHelp("Dossier nouveau ou vide.", valueName: "dossier")) var tiles: String

    func run() async throws {
        try await options.read { book in print("exported \(try await book.export(to: tiles)) entries") }
    }
}

struct JournalKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Dit les clés publiques du journal, la présente en dernier.")

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.read { book in for key in try await book.keys() { print(key.verifier) } }
    }
}

struct JournalRotateKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-key", abstract: "Donne une nouvelle clé au journal, qui l’inscrit.",
        discussion: """
            Sur un dossier seul, arrêtez d’abord le serveur. Sur PostgreSQL, faites-le sur un seul serveur, puis donnez \
            le fichier de la clé aux autres. Dites la nouvelle clé à ceux qui gardent vos points de contrôle.
            """)

    @OptionGroup var options: DataOptions

    func run() async throws {
        let server = try await options.open(log: .error)
        try await Ending.inWords {
            do {
                let (old, new) = try await server.rotateJournalKey()
                print("ancienne clé\u{A0}: \(old)\nnouvelle clé\u{A0}: \(new)")
            } catch let fault as JournalFault {
                throw Ending.failed(fault.description)
            } catch let fault as JournalBook.Fault {
                throw Ending.failed(fault.message)
            }
            try await server.close()
        }
    }
}

import ArgumentParser
import EssaimServer
import EssaimWorkflow
import Foundation

struct JournalReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Les reçus : en faire un, en contrôler un.",
        subcommands: [JournalReceiptVerify.self, JournalReceiptMake.self])
}

struct JournalReceiptMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "make", abstract: "Écrit le reçu d’une demande.")

    @OptionGroup var options: JournalOptions
    @Argument(help: "Numéro de la demande (7K3M-QX2P).") var number: String

    func run() async throws {
        try await options.read { book in
            guard let receipt = try await book.receipt(of: number) else {
                throw JournalBook.Fault(message: "la demande n’est pas encore scellée : recommencez dans un instant")
            }
            print(receipt.text, terminator: "")
        }
    }
}

struct JournalReceiptVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Contrôle un reçu, sans réseau ni base : le fichier seul, ou le code d’un QR.",
        discussion: """
            Comparez la clé dite avec celle que le réseau publie (essaim journal key), ou donnez-la par --key. \
            Code 0 quand le reçu est bon, 1 sinon.
            """)

    @Argument(help: "Fichier du reçu.") var file: String?
    @Option(name: .long, help: ArgumentHelp("La clé publique attendue.", valueName: "clé")) var key: String?
    @Option(name: .long, help: ArgumentHelp("Le texte lu dans le QR d’un compte rendu.", valueName: "texte"))
    var code: String?
    @Flag(name: .long, help: "Montre la demande et la réponse telles qu’inscrites.") var show = false

    func validate() throws {
        if (file == nil) == (code == nil) { throw ValidationError("donnez un fichier, ou --code") }
        if code != nil, key == nil { throw ValidationError("un QR se contrôle avec la clé : --key") }
    }

    func run() async throws {
        do {
            if let code, let key {
                for line in try ReceiptChecking.check(code: code, key: key) { print(line) }
                return
            }
            guard let text = try? String(contentsOfFile: file ?? "", encoding: .utf8) else {
                throw Ending.failed("le fichier \(file ?? "") ne se lit pas")
            }
            for line in try ReceiptChecking.check(receipt: text, key: key, showing: show) { print(line) }
        } catch let fault as ReceiptFault {
            throw Ending.failed(fault.description)
        }
    }
}

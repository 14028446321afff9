import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@Suite struct PhotoFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let status: Int
        let sentence: String
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "lesion.gif", bytes: SamplePhoto.gif, status: 422,
            sentence: "Cette image est au format GIF, qui n’est pas accepté."),
        Case(
            name: "gif-said-to-be.jpg", bytes: SamplePhoto.gif, status: 422,
            sentence: "Cette image est au format GIF, qui n’est pas accepté."),
        Case(
            name: "page-said-to-be.jpg", bytes: SamplePhoto.html, status: 422,
            sentence: "Ce fichier est une page HTML : il peut contenir un programme et n’est pas accepté."),
        Case(
            name: "jpeg-said-to-be.png", bytes: SamplePhoto.jpeg, status: 422,
            sentence: "mais son contenu est une image JPEG."),
        Case(
            name: "half.jpg", bytes: Array(SamplePhoto.jpeg.prefix(120)), status: 422,
            sentence: "Le fichier n’a pas pu être lu (fichier incomplet)."),
        Case(
            name: "nothing.jpg", bytes: [], status: 422, sentence: "Le fichier est vide."),
        Case(
            name: "letters.bin", bytes: [0, 1, 2, 3] + Array("bonjour".utf8), status: 422,
            sentence: "Ce fichier n’est pas d’un type reconnu."),
        Case(
            name: "heavy.jpg", bytes: SamplePhoto.jpeg + [UInt8](repeating: 0, count: 52_428_800), status: 413,
            sentence: "la taille acceptée (50 Mo par fichier)"),
        Case(
            name: "too-heavy.jpg", bytes: SamplePhoto.jpeg + [UInt8](repeating: 0, count: 54 << 20), status: 413,
            sentence: "Envoi trop lourd"),
    ]

    @Test(arguments: cases) func `a file that is no photograph of ours is refused in words, and nothing is kept`(
        _ wrong: Case
    ) async throws {
        try await ServedTown.open(darkroom: nil) { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            let (rows, kept) = (try town.ledger.counts(), try await town.stored(draft))
            let page = try await asker.sendPhoto(draft, wrong.bytes, named: wrong.name)
            #expect(page.status == wrong.status)
            #expect(page.text.contains(wrong.sentence))
            #expect(try await town.stored(draft) == kept)
            #expect(rows.onlyShowPages(to: try town.ledger.counts()))
            #expect(try town.storedFiles().isEmpty)
            // What was typed before stands on the page that says the fault, or behind it.
            #expect(try await asker.get("/demandes/\(draft)/brouillon").source.contains(Canary.familyName))
        }
    }

    @Test func `a good photograph is kept, shown in a sandbox, and taken off with its bytes`() async throws {
        try await ServedTown.open(darkroom: nil) { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            _ = try await asker.sendPhoto(draft)
            let rows = try await town.server.store.read { try $0.attachments(of: Identifier(draft)) }
            let photo = try #require(rows.first)
            #expect(rows.count == 1 && photo.slot == "centered" && photo.file.width == 8)
            let shown = try await asker.get("/demandes/\(draft)/photos/\(photo.id)")
            #expect(shown.status == 200 && shown.bytes.starts(with: [0xFF, 0xD8]))
            let removal = "/demandes/\(draft)/photos/\(photo.id)/retirer"
            _ = try await asker.submit(try await asker.get("/demandes/\(draft)/brouillon").form(to: removal))
            #expect(try town.ledger.counts()["attachments"] == 0)
            #expect(try town.storedFiles().isEmpty)
            #expect(try await asker.get("/demandes/\(draft)/photos/\(photo.id)").status == 404)
        }
    }

    @Test func `a photograph sent twice by one form is kept once`() async throws {
        try await ServedTown.open(darkroom: nil) { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            let form = try #require(
                try await asker.get("/demandes/\(draft)/brouillon").forms.first { $0.action.hasSuffix("/photos") })
            for _ in 1...2 {
                #expect(try await asker.upload(form, SamplePhoto.jpeg, named: "a.jpg").status == 303)
            }
            #expect(try town.ledger.counts()["attachments"] == 1)
            #expect(try town.storedFiles().count == 1)
        }
    }

    @Test func `the twenty-first photograph is refused in words`() async throws {
        try await ServedTown.open(darkroom: nil) { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            for _ in 1...20 { #expect(try await asker.sendPhoto(draft).status == 303) }
            let page = try await asker.sendPhoto(draft)
            #expect(page.status == 422 && page.text.contains("Une demande porte au plus 20 fichiers"))
            #expect(try town.ledger.counts()["attachments"] == 20)
            #expect(try town.storedFiles().count == 20)
        }
    }

    @Test func `a photograph's misleading name is made harmless`() async throws {
        try await ServedTown.open(darkroom: nil) { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            _ = try await asker.sendPhoto(draft, named: "../../etc/\u{202E}passwd.jpg")
            let name = try await town.server.store.read { try $0.attachments(of: Identifier(draft)).first?.name }
            #expect(name == "passwd.jpg")
        }
    }
}

extension ServedTown {
    /// The photographs' files, wherever they lie in their folder.
    func storedFiles() throws -> [String] {
        let root = folder + "/attachments"
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
            var isFolder = ObjCBool(false)
            _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
            return !isFolder.boolValue
        }
    }
}

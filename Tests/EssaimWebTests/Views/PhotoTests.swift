import HTML
import Testing

@testable import EssaimWeb

/// Files as the pages show them. Addresses are those of a demand « d » and of the entry « t ».
@Suite struct PhotoTests {
    private static func photo(_ kind: PhotoModel.Kind = .image, isWaiting: Bool = false) -> PhotoModel {
        PhotoModel(
            id: "p", path: .photo("d", "p", on: "t"), screen: .photo("d", "ecran", on: "t"),
            thumbnail: .photo("d", "vignette", on: "t"), label: "Centrée", taken: "prise le 3 mars 2026",
            added: "ajoutée le 4 mars 2026", width: 4000, height: 3000, kind: kind, isWaiting: isWaiting)
    }

    private func elements(_ markup: Markup) throws -> [HTMLReader.Element] {
        try HTMLReader(markup.rendered()).elements
    }

    @Test func `the first image is asked for first, over its thumbnail; the others when they are looked at`() throws {
        let viewer = PhotoViewer(photos: [Self.photo(), Self.photo()])
        let images = try elements(viewer.markup).filter { $0.name == "img" && $0.ancestors.contains("figure") }
        #expect(
            images.map { $0.attributes["src"] } == [
                "/demandes/d/photos/vignette?trace=t", "/demandes/d/photos/ecran?trace=t",
                "/demandes/d/photos/ecran?trace=t",
            ])
        #expect(images.map { $0.attributes["fetchpriority"] } == ["high", "high", nil])
        #expect(images.map { $0.attributes["loading"] } == ["eager", "eager", "lazy"])
        #expect(images.allSatisfy { $0.attributes["width"] == "4000" && $0.attributes["height"] == "3000" })
    }

    @Test func `the whole image is named and never loaded by the page itself`() throws {
        let found = try elements(PhotoViewer(photos: [Self.photo()]).markup)
        let whole = "/demandes/d/photos/p?trace=t"
        #expect(found.first { $0.name == "figure" }?.attributes["data-full"] == whole)
        #expect(found.contains { $0.name == "a" && $0.attributes["href"] == whole })
        #expect(!found.contains { $0.attributes["src"] == whole })
    }

    @Test func `a file that the antivirus has not read leads nowhere and shows nothing of itself`() throws {
        let waiting = Self.photo(isWaiting: true)
        for markup in [PhotoStrip(photos: [waiting]).markup, PhotoFigure(photo: waiting).markup] {
            let found = try elements(markup)
            #expect(!found.contains { $0.name == "a" || $0.name == "img" })
            let texts = try HTMLReader(markup.rendered()).texts.joined()
            #expect(texts.contains("En attente"))
        }
        let figure = try elements(PhotoFigure(photo: waiting).markup)[0]
        #expect(figure.attributes["data-kind"] == "waiting" && figure.attributes["data-pages"] == "")
    }

    @Test func `a text has no picture, and every page of a document has one`() throws {
        let text = try elements(PhotoFigure(photo: Self.photo(.text)).markup)
        #expect(text[0].attributes["data-pages"] == "" && !text.contains { $0.name == "img" })
        var document = Self.photo(.document)
        document.pages = [.photo("d", "1"), .photo("d", "2"), .photo("d", "3")]
        let pages = try elements(PhotoFigure(photo: document).markup)
        #expect(pages[0].attributes["data-pages"] == "/demandes/d/photos/1 /demandes/d/photos/2 /demandes/d/photos/3")
        #expect(
            try HTMLReader(PhotoFigure(photo: document).markup.rendered()).texts.contains {
                $0.contains("Ouvrir le document (3 pages)")
            })
    }

    @Test func `comparing is offered when there is something to compare with`() throws {
        func offers(_ viewer: PhotoViewer) throws -> Bool {
            try elements(viewer.markup).contains { $0.attributes["data-act"] == "compare" }
        }
        #expect(try !offers(PhotoViewer(photos: [Self.photo()])))
        #expect(try offers(PhotoViewer(photos: [Self.photo(), Self.photo()])))
        #expect(
            try offers(
                PhotoViewer(photos: [Self.photo()], earlier: [EarlierPhotos(title: "Avant", photos: [Self.photo()])])))
    }

    @Test func `words stand for an image that is not seen, with one date`() {
        #expect(Self.photo().words == "centrée, prise le 3 mars 2026")
        var undated = Self.photo()
        undated.taken = nil
        #expect(undated.words == "centrée, ajoutée le 4 mars 2026")
        undated.added = ""
        #expect(undated.words == "centrée")
    }
}

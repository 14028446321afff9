/// A dossier on its way to a PDF/A-1b file (ISO 19005-1), A4, one image after the other: at no time does more than one of
/// them stand in memory.
///
/// Give the JPEG file of each picture to `add`, in order; end with `finish`; after each step, pass on what `take` returns.
/// The same dossier and the same files give the same bytes.
public struct DossierWriter {
    private let dossier: Dossier
    private let fonts: (regular: TrueTypeFont, bold: TrueTypeFont)
    private let frame: PageFrame
    private let first: [Strip]
    private let last: [Strip]
    private let pictures: [PictureFrame]
    private var typesetter: Typesetter
    private var objects = PDFObjects()
    private var images: [Result<PDFImage, JPEGFault>] = []

    /// Sets all texts, so that what can be wrong with them is known before a byte leaves.
    ///
    /// - Throws: `.tooManyPages` when there could be more than 2,000 pages.
    public init(_ dossier: Dossier) throws(DocumentError) {
        self.dossier = dossier
        fonts = (try TrueTypeFont(.regular), try TrueTypeFont(.bold))
        typesetter = Typesetter(regular: fonts.regular, bold: fonts.bold)
        frame = PageFrame(PageFurniture(dossier), &typesetter)
        let body = DossierBody(dossier: dossier)
        var composition = ReportComposition(typesetter)
        body.composeFirst(&composition)
        first = composition.strips
        var typesetter = composition.typesetter
        let count = dossier.pictures.count
        pictures = dossier.pictures.enumerated().map { index, picture in
            PictureFrame(picture, place: "image \(index + 1)/\(count)", &typesetter)
        }
        composition = ReportComposition(typesetter)
        body.composeLast(&composition)
        last = composition.strips
        self.typesetter = composition.typesetter
        let most = [first, last].reduce(count) { $0 + Pagination.pages(of: $1, height: frame.height).count }
        guard most <= PDFDocument.pageLimit else { throw .tooManyPages(most) }
    }

    /// The images that the document could not hold, so far.
    public var refusals: [Dossier.Refusal] {
        images.enumerated().compactMap { index, image in
            if case .failure(let fault) = image { Dossier.Refusal(picture: index, fault: fault) } else { nil }
        }
    }

    /// The JPEG file of the next picture, baseline or progressive, grey or three colours, up to 65,535 pixels a side. One
    /// that cannot stand in the document leaves a sentence in its place and a `Refusal`.
    ///
    /// - Throws: `.images` beyond the last picture.
    public mutating func add(_ jpeg: [UInt8]) throws(DocumentError) {
        guard images.count < pictures.count else { throw .images(images.count + 1, of: pictures.count) }
        do {
            images.append(.success(try PDFImage(jpeg, to: &objects)))
        } catch {
            images.append(.failure(error))
        }
    }

    /// Writes the pages and ends the file; once.
    ///
    /// - Throws: `.images` when files are missing; `.tooManyBytes`.
    public mutating func finish() throws(DocumentError) {
        guard images.count == pictures.count else { throw .images(images.count, of: pictures.count) }
        var press = Press(regular: FontSubset(fonts.regular), bold: FontSubset(fonts.bold))
        let pages = pages
        for (index, placed) in pages.enumerated() {
            frame.draw(placed, index: index, of: pages.count, &press, &typesetter)
        }
        let metadata = PDFMetadata(
            title: "Dossier de la demande \(dossier.demand)",
            made: PDFMoment(milliseconds: dossier.madeAtMilliseconds))
        try press.document(metadata).write(to: &objects)
    }

    /// What was written since the last time, in pieces to be passed on in order.
    public mutating func take() -> [[UInt8]] { objects.take() }

    private var pages: [[Pagination.Placed]] {
        mutating get {
            guard !pictures.isEmpty else { return Pagination.pages(of: first + last, height: frame.height) }
            let shown = PicturePages(frames: pictures, images: images, height: frame.height)
            return Pagination.pages(of: first, height: frame.height) + shown.pages(&typesetter)
                + Pagination.pages(of: last, height: frame.height)
        }
    }
}

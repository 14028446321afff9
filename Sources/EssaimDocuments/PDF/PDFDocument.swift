/// A finished PDF/A-1b document: pages, fonts, colours, metadata (ISO 19005-1, level B). Nothing in it refers outside of it,
/// runs, or is encrypted.
struct PDFDocument {
    /// PDF/A-1 holds arrays at 8,191 entries (ISO 19005-1, 6.1.12); far below, a report is not one any more.
    static let pageLimit = 2000

    let metadata: PDFMetadata
    /// The page's width and height in points.
    let size: (width: Double, height: Double)
    let pages: [PageCanvas]
    let fonts: [FontSubset]

    /// The whole file in memory, after the images that `objects` holds.
    func bytes(after objects: PDFObjects = PDFObjects()) throws(DocumentError) -> [UInt8] {
        var objects = objects
        try write(to: &objects)
        return Array(objects.take().joined())
    }

    /// Writes all but the images, which stand in `objects` already, and ends the file.
    func write(to objects: inout PDFObjects) throws(DocumentError) {
        guard pages.count <= Self.pageLimit else { throw .tooManyPages(pages.count) }
        let catalog = objects.reserve()
        let tree = objects.reserve()
        let leaves = pages.map { _ in objects.reserve() }
        var faces = ""
        for subset in fonts where !subset.isEmpty {
            faces += "/\(subset.font.face.resource) \(try FontObjects(subset: subset).write(to: &objects))"
        }
        let shared = objects.add("<<\(faces)>>")
        for (leaf, page) in zip(leaves, pages) {
            let content = try objects.addStream("", page.content)
            let resources = "<</Font \(shared)\(pictures(of: page))>>"
            objects.fill(
                leaf, "<</Type/Page/Parent \(tree)/Resources\(resources)/MediaBox\(box)/Contents \(content)>>")
        }
        let children = leaves.map(\.description).joined(separator: " ")
        objects.fill(tree, "<</Type/Pages/Count \(leaves.count)/Kids[\(children)]>>")
        let profile = try objects.addStream("/N 3", ColourProfile.sRGB)
        let packet = objects.addPlainStream("/Type/Metadata/Subtype/XML", Array(metadata.packet.utf8))
        objects.fill(
            catalog,
            """
            <</Type/Catalog/Pages \(tree)/Lang(fr-FR)/Metadata \(packet)/ViewerPreferences<</DisplayDocTitle true>>\
            /OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)\
            /DestOutputProfile \(profile)>>]>>
            """)
        let information = objects.add(metadata.information)
        try objects.finish(catalog: catalog, information: information)
    }

    /// A page names its own images only: a reader that opens it need not look at those of the others.
    private func pictures(of page: PageCanvas) -> String {
        guard !page.images.isEmpty else { return "" }
        return "/XObject<<" + page.images.map { "/\($0.resource) \($0.object)" }.joined() + ">>"
    }

    private var box: String { "[0 0 \(size.width) \(size.height)]" }
}

/// From a report to a file: set the texts, deal them out over pages, draw, write.
struct ReportRenderer {
    let report: ConsultationReport

    func bytes() throws(DocumentError) -> [UInt8] {
        let regular = try TrueTypeFont(.regular)
        let bold = try TrueTypeFont(.bold)
        var typesetter = Typesetter(regular: regular, bold: bold)
        let frame = PageFrame(PageFurniture(report), &typesetter)
        let receipt = try report.receipt.map { receipt throws(DocumentError) in
            try ReceiptBlock(receipt: receipt).strip(&typesetter)
        }
        if let receipt, frame.top + receipt.height > frame.bottom { throw .receipt(.tall) }

        var objects = PDFObjects()
        var composition = ReportComposition(typesetter)
        composition.letterhead(
            report.network.letterhead, logo: report.network.logo.map { PDFImage($0, to: &objects) })
        ReportBody(report: report).compose(&composition)
        typesetter = composition.typesetter
        var pages = Pagination.pages(of: composition.strips, height: frame.height)
        if let receipt {
            let end = frame.top + Pagination.height(of: pages[pages.count - 1])
            if end + receipt.space + receipt.height > frame.bottom { pages.append([]) }
        }
        guard pages.count <= PDFDocument.pageLimit else { throw .tooManyPages(pages.count) }

        var press = Press(regular: FontSubset(regular), bold: FontSubset(bold))
        for (index, placed) in pages.enumerated() {
            frame.draw(placed, index: index, of: pages.count, &press, &typesetter)
            if let receipt, index == pages.count - 1 { press.draw(receipt, at: frame.bottom - receipt.height) }
        }
        let metadata = PDFMetadata(
            title: "Compte rendu de téléexpertise \(report.demand)",
            made: PDFMoment(milliseconds: report.issuedAtMilliseconds))
        return try press.document(metadata).bytes(after: objects)
    }
}

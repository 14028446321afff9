/// From a report to a file: set the texts, deal them out over pages, draw, write.
struct ReportRenderer {
    let report: ConsultationReport

    func bytes() throws(DocumentError) -> [UInt8] {
        let regular = try TrueTypeFont(.regular)
        let bold = try TrueTypeFont(.bold)
        var typesetter = Typesetter(regular: regular, bold: bold)
        let furniture = ReportFurniture(report: report)
        let firstHead = furniture.head(&typesetter, isFirst: true)
        let otherHead = furniture.head(&typesetter, isFirst: false)
        let bottom = Paper.height - Paper.bottom - height(furniture.foot(&typesetter, page: 1, of: 1))
        let top = Paper.top + max(height(firstHead), height(otherHead)) + 10
        let receipt = try report.receipt.map { receipt throws(DocumentError) in
            try ReceiptBlock(receipt: receipt).strip(&typesetter)
        }
        if let receipt, top + receipt.height > bottom { throw .receipt(.tall) }

        var composition = ReportComposition(typesetter)
        ReportBody(report: report).compose(&composition)
        typesetter = composition.typesetter
        var pages = Pagination.pages(of: composition.strips, height: bottom - 4 - top)
        if let receipt, top + Pagination.height(of: pages[pages.count - 1]) + receipt.space + receipt.height > bottom {
            pages.append([])
        }
        guard pages.count <= PDFDocument.pageLimit else { throw .tooManyPages(pages.count) }

        var press = Press(regular: FontSubset(regular), bold: FontSubset(bold))
        for (index, placed) in pages.enumerated() {
            press.beginPage()
            press.stack(index == 0 ? firstHead : otherHead, from: Paper.top)
            for piece in placed { press.draw(piece.strip, at: top + piece.y) }
            if let receipt, index == pages.count - 1 { press.draw(receipt, at: bottom - receipt.height) }
            press.stack(furniture.foot(&typesetter, page: index + 1, of: pages.count), from: bottom)
        }
        let metadata = PDFMetadata(
            title: "Compte rendu de téléexpertise \(report.demand)",
            made: PDFMoment(milliseconds: report.issuedAtMilliseconds))
        return try press.document(metadata).bytes()
    }

    private func height(_ strips: [Strip]) -> Double { strips.reduce(0) { $0 + $1.height } }
}

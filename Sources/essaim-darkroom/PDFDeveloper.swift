import EssaimFormats

/// A PDF, rewritten by poppler: what is drawn stays; scripts, attachments, forms and metadata do not.
struct PDFDeveloper {
    let bytes: [UInt8]

    static let programs = ["/usr/bin/pdfinfo", "/usr/bin/pdftocairo"]
    static let pageLimit = 40

    func develop() throws(MediaFault) {
        try PDFMarks.check(bytes)
        let pages = try pageCount()
        let clean = try rewritten()
        let thumbnail = try picture(of: clean, page: 1, side: 399, quality: 75)
        var screens: [JPEGPage] = []
        for page in 1...pages { screens.append(try picture(of: clean, page: page, side: 1599, quality: 80)) }

        thumbnail.write(as: .thumbnail, page: 1)
        for (index, screen) in screens.enumerated() { screen.write(as: .screen, page: index + 1) }
        Output.write(
            .section(.full, page: 1, .pdf, width: screens[0].width, height: screens[0].height), clean)
        Output.write(
            .developed(
                .pdf, width: screens[0].width, height: screens[0].height, pages: pages, capturedAt: nil))
    }

    private func pageCount() throws(MediaFault) -> Int {
        guard case .finished(let output) = try Program(path: Self.programs[0], limit: 1 << 20).run(["-"], bytes)
        else {
            throw PDFMarks.isEncrypted(bytes) ? .locked : .damaged(.pdf, reason: "pdfinfo does not read it")
        }
        let info = PDFInformation(String(decoding: output, as: UTF8.self))
        guard !info.isEncrypted else { throw .locked }
        guard !info.hasScript else { throw .active(.script) }
        guard let pages = info.pages, pages > 0 else { throw .damaged(.pdf, reason: "no page") }
        guard pages <= Self.pageLimit else { throw .tooManyPages(limit: Self.pageLimit) }
        return pages
    }

    private func rewritten() throws(MediaFault) -> [UInt8] {
        let program = Program(path: Self.programs[1], limit: ImageLimits.standard.bytes)
        guard case .finished(let output) = try program.run(["-pdf", "-", "-"], bytes), !output.isEmpty else {
            throw .damaged(.pdf, reason: "cannot be drawn")
        }
        return PDFPictures.blanked(output)
    }

    /// `pdftocairo` rounds up: a side may come out one pixel longer than asked for.
    private func picture(
        of clean: [UInt8], page: Int, side: Int, quality: Int
    ) throws(MediaFault) -> JPEGPage {
        let arguments = [
            "-jpeg", "-jpegopt", "quality=\(quality),progressive=y,optimize=y", "-scale-to", "\(side)", "-f",
            "\(page)", "-l", "\(page)", "-singlefile", "-", "-",
        ]
        guard case .finished(let output) = try Program(path: Self.programs[1]).run(arguments, clean) else {
            throw .damaged(.pdf, reason: "a page cannot be drawn")
        }
        return try JPEGPage(output)
    }
}

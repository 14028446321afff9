import Testing

@testable import EssaimDocuments

/// The head of a network's reports: its lines and its logo on the first page, and the archive's rules kept.
@Suite struct LetterheadTests {
    private static let lines = [
        "Équipe de la Mer", "1 rue de l’Essai, 29000 Ville-Fictive", "Téléphone 02 61 91 00 00",
    ]

    /// 120 × 40 pixels, as the rows of a PNG: colour, grey, or four colours of a palette.
    private static func logo(samples: Int, palette: [UInt8]? = nil) throws -> ConsultationReport.Logo {
        let row = [UInt8(0)] + [UInt8](repeating: 0x6E, count: palette == nil ? 120 * samples : 30)
        return .init(
            width: 120, height: 40, depth: palette == nil ? 8 : 2, samples: samples, palette: palette,
            packed: try Deflate.compress(Array(repeating: row, count: 40).flatMap(\.self)))
    }

    private static func report(_ lines: [String], _ logo: ConsultationReport.Logo?) -> ConsultationReport {
        var report = Samples.long
        report.network.letterhead = lines
        report.network.logo = logo
        return report
    }

    private static let palette: [UInt8] = [11, 110, 110, 255, 255, 255, 0, 0, 0, 9, 9, 9]

    @Test func `its lines stand once, above the title of the first page`() throws {
        let bytes = try Self.report(Self.lines, try Self.logo(samples: 3)).rendered()
        let first = try PDFReading.text(bytes, page: 1)
        for line in Self.lines { #expect(first.contains(line), "\(line)") }
        let words = try PDFReading.words(bytes, page: 1)
        let head = try #require(words.first { $0.text == "l’Essai," })
        let title = try #require(words.first { $0.text == "Compte" })
        #expect(head.box.bottom < title.box.top)
        #expect(!(try PDFReading.text(bytes, page: 2)).contains("rue de l’Essai"))
    }

    @Test func `a reader finds the logo as one picture, its proportions kept, beside the lines`() throws {
        let bytes = try Self.report(Self.lines, try Self.logo(samples: 3)).rendered()
        let pictures = try PDFReading.pictures(bytes)
        #expect(pictures == ["120 40 rgb"])
        let words = try PDFReading.words(bytes, page: 1)
        let line = try #require(words.first { $0.text == "l’Essai," })
        // 132 points wide beyond the margin, and a little white.
        #expect(line.box.left > Paper.margin + 132)
    }

    @Test func `with colours, greys or a palette, without lines, without a logo, it is PDF/A-1b`() throws {
        let reports = [
            Self.report(Self.lines, try Self.logo(samples: 3)), Self.report(Self.lines, try Self.logo(samples: 1)),
            Self.report(Self.lines, try Self.logo(samples: 1, palette: Self.palette)),
            Self.report([], try Self.logo(samples: 3)), Self.report(Self.lines, nil),
        ]
        #expect(
            try PreflightChecker.verdicts(of: try reports.map { try $0.rendered() }) == reports.map { _ in "valid" })
    }

    @Test func `none leaves no trace`() throws {
        #expect(try Self.report(["", " "], nil).rendered() == Samples.long.rendered())
    }
}

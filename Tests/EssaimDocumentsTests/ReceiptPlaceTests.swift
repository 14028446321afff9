import EssaimDocuments
import Testing

/// Where the receipt stands. A4 is 841.89 points high; the column ends at 544.26 and 32 mm are 90.71 points. The page's foot
/// takes 47.5 points from the bottom, and its hairline is 3.2 lower; 11 points of white stand over and under the code.
@Suite struct ReceiptPlaceTests {
    private static let code = Box(left: 453.55, top: 695.88, right: 544.26, bottom: 786.59)
    private static let hairline = 684.28

    @Test(arguments: 0..<36)
    func `wherever the report ends, the receipt stands at the foot of the last page and covers nothing`(
        lines: Int
    ) throws {
        let text = ReceiptSamples.code(1250, seed: UInt64(lines))
        let bytes = try ReceiptSamples.report(Self.report(lines), code: text).rendered()
        let page = try PDFReading.pageCount(bytes)
        // Four modules of the 101 that the code has on each side.
        let quiet = Self.code.widened(by: 4 * 90.71 / 101)
        #expect(try QRReading.code(bytes, page: page, dotsPerInch: 300, in: quiet) == text)

        let words = try PDFReading.words(bytes, page: page)
        #expect(!words.contains { $0.box.meets(quiet) })
        // Nothing of the report's body below the hairline, nor across it.
        let below = words.filter { $0.box.bottom > Self.hairline }
        let foot = [
            "Document conservé tel qu’émis le samedi 21 novembre 2026 à 14 h 20.",
            "Demande 7K3M-QX2P · page \(page)/\(page)",
        ]
        let expected = (ReceiptSamples.lines + foot).flatMap { $0.split(separator: " ").map(String.init) }
        #expect(below.map(\.text).sorted() == expected.sorted())
        #expect(below.allSatisfy { $0.box.top > Self.hairline })
    }

    @Test func `the receipt takes a page of its own only when the last one has no room`() throws {
        let pages = try (0..<36).map { lines in
            let plain = try PDFReading.pageCount(try Self.report(lines).rendered())
            let receipted = try PDFReading.pageCount(
                try ReceiptSamples.report(Self.report(lines), code: ReceiptSamples.code(1250)).rendered())
            return [plain, receipted]
        }
        let first = pages.prefix { $0 == [1, 1] }.count
        let second = pages.dropFirst(first).prefix { $0 == [1, 2] }.count
        // The receipt needs the height of nine lines of an answer (13.5 points each) and what stands between.
        #expect(first > 5)
        #expect((8...10).contains(second))
        #expect(pages.dropFirst(first + second).allSatisfy { $0 == [2, 2] })
        #expect(first + second < 36)
    }

    @Test func `lines taller than the code push it up, whole`() throws {
        let lines = (1...20).map { "Ligne \($0) du reçu" }
        let code = ReceiptSamples.code(600)
        let bytes = try ReceiptSamples.report(Self.report(0), code: code, lines: lines).rendered()
        let page = try PDFReading.pageCount(bytes)
        #expect(try QRReading.code(bytes, page: page, dotsPerInch: 300) == code)
        let words = try PDFReading.words(bytes, page: page)
        #expect(!words.contains { $0.box.left > 440 && $0.box.top > 500 && $0.box.bottom < 790 })
        let text = try PDFReading.text(bytes, page: page)
        for line in lines { #expect(text.contains(line)) }
    }

    @Test(arguments: [
        String(repeating: "mot ", count: 100), String(repeating: "W", count: 200),
        "Clé " + String(repeating: "aZ9+", count: 60),
    ])
    func `a long line goes on underneath, never into the code`(line: String) throws {
        let code = ReceiptSamples.code(1800)
        let bytes = try ReceiptSamples.report(Self.report(0), code: code, lines: ["Reçu", line]).rendered()
        let page = try PDFReading.pageCount(bytes)
        let quiet = Self.code.widened(by: 4 * 90.71 / 117)
        #expect(try QRReading.code(bytes, page: page, dotsPerInch: 300, in: quiet) == code)
        let words = try PDFReading.words(bytes, page: page)
        #expect(!words.contains { $0.box.meets(quiet) })
        let printed = words.filter { $0.box.meets(Box(left: 0, top: Self.hairline, right: 595, bottom: 789)) }
        #expect(printed.map(\.text).joined() == "Reçu" + line.filter { $0 != " " })
    }

    /// A report whose answer has that many lines, nothing else changing.
    private static func report(_ lines: Int) -> ConsultationReport {
        var report = Samples.short
        report.question.context = ""
        report.question.attachments = []
        report.answer.limits = ""
        report.course.promisedAt = ""
        report.acts = []
        report.answer.text = String(repeating: "ligne\n", count: lines) + "fin"
        return report
    }
}

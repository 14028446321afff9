import EssaimDocuments
import Testing

@Suite struct ReceiptTests {
    @Test(arguments: [(50, 300), (600, 300), (1250, 300), (1800, 300), (50, 150), (600, 150)])
    func `a reader finds in the printed code what was put into it`(length: Int, dotsPerInch: Int) throws {
        let code = ReceiptSamples.code(length)
        for base in [Samples.short, Samples.long] {
            let bytes = try ReceiptSamples.report(base, code: code).rendered()
            let page = try PDFReading.pageCount(bytes)
            #expect(try QRReading.code(bytes, page: page, dotsPerInch: dotsPerInch) == code)
        }
    }

    @Test func `every character that a code may have comes back`() throws {
        let code = " \(String(ReceiptSamples.alphabet)) 0000000 "
        let bytes = try ReceiptSamples.report(Samples.empty, code: code).rendered()
        #expect(try QRReading.code(bytes, page: 1, dotsPerInch: 150) == code)
    }

    @Test func `a report with a receipt is PDF/A-1b`() throws {
        var reports = [Samples.short, Samples.long, Samples.hostile, Samples.empty].flatMap { base in
            [50, 1250, 1800].map { ReceiptSamples.report(base, code: ReceiptSamples.code($0)) }
        }
        reports += (0..<8).map { ReceiptSamples.report(Samples.wild($0), code: ReceiptSamples.code(600)) }
        let verdicts = try PreflightChecker.verdicts(of: try reports.map { try $0.rendered() })
        #expect(verdicts == reports.map { _ in "valid" })
    }

    @Test func `the pages before the receipt's say the same with and without it`() throws {
        let (plain, receipted) = (Samples.long, ReceiptSamples.report(Samples.long, code: ReceiptSamples.code(1250)))
        let (before, after) = (try plain.rendered(), try receipted.rendered())
        let count = try PDFReading.pageCount(before)
        try #require(try PDFReading.pageCount(after) == count)
        for page in 1..<count {
            #expect(try PDFReading.text(after, page: page) == (try PDFReading.text(before, page: page)))
        }
        #expect(!(try PDFReading.text(before)).contains("Reçu"))
        #expect(try PDFReading.text(after, page: count).contains(ReceiptSamples.lines[0]))
    }

    @Test func `a lost character in a receipt's line is owned to`() throws {
        let lines = ["Reçu \u{6F22}"]
        let text = try PDFReading.text(
            try ReceiptSamples.report(Samples.short, code: "A", lines: lines).rendered())
        #expect(text.contains("Reçu □"))
        #expect(text.contains("□ tient la place d’un caractère"))
    }
}

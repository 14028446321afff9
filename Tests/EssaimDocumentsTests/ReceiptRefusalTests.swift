import EssaimDocuments
import Testing

@Suite struct ReceiptRefusalTests {
    @Test(
        arguments: [
            ("", .emptyCode),
            (String(repeating: "A", count: 1801), .longCode(1801)),
            (String(repeating: "é", count: 2000), .longCode(2000)),
            ("abc", .foreignCharacter(at: 0)),
            ("REÇU", .foreignCharacter(at: 2)),
            ("AB\nC", .foreignCharacter(at: 2)),
            ("A\r\nB", .foreignCharacter(at: 1)),
            ("ABC\u{0}DEF", .foreignCharacter(at: 3)),
            ("12\u{FF13}", .foreignCharacter(at: 2)),
            ("A\u{A0}B", .foreignCharacter(at: 1)),
            ("E\u{301}", .foreignCharacter(at: 1)),
            ("A_B", .foreignCharacter(at: 1)),
            ("\u{1F600}", .foreignCharacter(at: 0)),
        ] as [(String, ConsultationReport.Receipt.Fault)])
    func `a code that cannot be printed as it is makes no document`(
        code: String, fault: ConsultationReport.Receipt.Fault
    ) {
        let report = ReceiptSamples.report(Samples.short, code: code)
        #expect(throws: DocumentError.receipt(fault)) { try report.rendered() }
    }

    @Test func `lines that no page can hold make no document`() throws {
        let many = (1...80).map { "Ligne \($0)" }
        for lines in [many, [String(repeating: "mot ", count: 4000)], [String(repeating: "a\n", count: 400)]] {
            let report = ReceiptSamples.report(Samples.short, code: "A", lines: lines)
            #expect(throws: DocumentError.receipt(.tall)) { try report.rendered() }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `no line, however wild, breaks the file or the code`(seed: UInt64) throws {
        var texts = WildTexts(seed: seed &+ 1000)
        let lines = (0..<3).map { _ in texts.next(120) }
        let code = ReceiptSamples.code(1 + Int(seed) * 30, seed: seed)
        let report = ReceiptSamples.report(Samples.wild(seed), code: code, lines: lines)
        let bytes = try report.rendered()
        #expect(PDFReading.hasSoundTable(bytes))
        #expect(try report.rendered() == bytes)
        guard seed.isMultiple(of: 6) else { return }
        #expect(try QRReading.code(bytes, page: try PDFReading.pageCount(bytes), dotsPerInch: 300) == code)
    }
}

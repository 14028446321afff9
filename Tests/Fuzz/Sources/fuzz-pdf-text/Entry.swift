import Fuzzing

/// A byte that says what is made of the rest: a report whose texts it is, one column of text, or lines alone.
@c(LLVMFuzzerTestOneInput)
public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var reader = InputReader(input(start, count))
    let choice = reader.byte()
    if choice & 3 == 3 {
        FuzzedReport(&reader).check()
    } else {
        let isBold = choice & 4 != 0
        let width = 8 + 4 * Double(reader.byte())
        let letters = reader.remainder()
        let text = choice & 8 == 0 ? String(decoding: letters, as: UTF8.self) : Spelling.text(letters)
        TextCheck(text, isBold: isBold, width: width).check(isWhole: choice & 3 == 2)
    }
    return 0
}

@c(LLVMFuzzerInitialize)
public func begin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    let texts = [
        "Lésion pigmentée\u{A0}: 9\u{202F}mm, « depuis 3 mois » ?",
        "(\\) Tj ET Q endstream endobj %%EOF <</JS(a)>> xref trailer",
        "anticonstitutionnellement peut-être 14 h 20 ≥ 9 mm\r\n\r\n\n\tSuite",
        "e\u{301}le\u{300}ve A\u{30A} \u{FB01}n Z\u{335}\u{321}\u{348}",
        "\u{202E}esiolÉ\u{202C} \u{5D0}\u{627} \u{1F468}\u{200D}\u{1F469} \u{6F22} \u{10FFFF}\u{E000}\u{FEFF}\u{AD}",
        "a\u{2028}b\u{85}c\u{A0}d\u{202F}e\u{2007}f\u{0}\u{7F}",
    ]
    let columns = texts.flatMap { text in
        [[0, 20], [4, 1], [2, 60]].map { (head: [UInt8]) in head + Array(text.utf8) }
    }
    let spelled: [[UInt8]] = [
        [8, 30] + Array("ab".utf8) + (0x80..<0xA0), [10, 9] + (0x80..<0xA0).reversed(),
        [12, 40] + Array("x".utf8) + [0x80, 0x81, 0x83, 0x84, 0x80, 0x20, 0x88],
    ]
    let moment = [UInt8](repeating: 0, count: 8)
    let lines = Array(texts.joined(separator: "\n").utf8)
    let reports: [[UInt8]] = [[3, 0] + moment + lines, [3, 255] + moment + lines, [7]]
    return writeSeeds(columns + spelled + reports)
}

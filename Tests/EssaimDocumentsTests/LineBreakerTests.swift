import Testing

@testable import EssaimDocuments

@Suite struct LineBreakerTests {
    /// Every character one point wide: widths are counts.
    private func lines(_ text: String, _ width: Double) -> [String] {
        LineBreaker(width: width) { _ in 1 }.lines(of: Array(text.unicodeScalars)).map { line in
            String(String.UnicodeScalarView(line))
        }
    }

    @Test(arguments: [
        ("un deux trois", 7, ["un deux", "trois"]),
        ("un deux trois", 8, ["un deux", "trois"]),
        ("un deux trois", 13, ["un deux trois"]),
        ("à retirer ?", 9, ["à", "retirer ?"]),
        ("il dit : « oui »", 7, ["il", "dit :", "« oui »"]),
        ("marge de 2 mm", 10, ["marge de", "2 mm"]),
        ("à 14 h 20", 8, ["à", "14 h 20"]),
        ("taille ≥ 9 mm", 8, ["taille", "≥ 9 mm"]),
        ("coût 20 €", 7, ["coût", "20 €"]),
        ("3 mars", 5, ["3", "mars"]),
        ("sans peut-être", 11, ["sans peut-", "être"]),
        ("numéro 7K3M-QX2P", 12, ["numéro", "7K3M-QX2P"]),
        ("va-t-il", 5, ["va-t-", "il"]),
        ("anticonstitution", 6, ["antico", "nstitu", "tion"]),
        ("a anticonstitution", 6, ["a", "antico", "nstitu", "tion"]),
        ("un\n\ndeux", 9, ["un", "", "deux"]),
        ("e\u{301}e\u{301}e\u{301}", 3, ["e\u{301}", "e\u{301}", "e\u{301}"]),
        ("a", 0, ["a"]),
        ("ab", 0, ["a", "b"]),
        (": : : :", 3, [": :", ": :"]),
        ("", 5, []),
    ])
    func `French lines end where they may`(text: String, width: Double, expected: [String]) {
        #expect(lines(text, width) == expected)
    }

    @Test(arguments: 0..<200)
    func `no line is too long and no character is lost`(seed: UInt64) throws {
        var texts = WildTexts(seed: seed)
        let font = try TrueTypeFont(.regular)
        let text = PrintableText(texts.next(400), font: font).scalars
        let width = Double(1 + seed % 60)
        let lines = LineBreaker(width: width) { _ in 1 }.lines(of: text)
        #expect(lines.allSatisfy { Double($0.count) <= width })
        let whites: Set<Unicode.Scalar> = [" ", "\n"]
        #expect(lines.joined().filter { !whites.contains($0) } == text.filter { !whites.contains($0) })
        #expect(lines.allSatisfy { $0.first != " " && $0.last != " " })
    }
}

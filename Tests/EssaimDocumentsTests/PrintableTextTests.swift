import Testing

@testable import EssaimDocuments

@Suite struct PrintableTextTests {
    @Test(arguments: [
        ("Éloïse, œil, 20 €, ≥ 3, « ça »", "Éloïse, œil, 20 €, ≥ 3, « ça »"),
        ("e\u{301}le\u{300}ve", "élève"),
        ("A\u{30A}ngstro\u{308}m", "Ångström"),
        ("☐ ✓ → ½ µg", "☐ ✓ → ½ µg"),
        ("Привет Ωμέγα", "Привет Ωμέγα"),
        ("\u{1F600}", "□"),
        ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}!", "□!"),
        ("\u{1F44D}\u{1F3FD}\u{1F1EB}\u{1F1F7}", "□□"),
        ("\u{6F22}\u{5B57}", "□□"),
        ("\u{5D0}\u{5D1}", "□□"),
        ("\u{E000}\u{10FFFF}\u{1D400}", "□□□"),
        ("ab\u{202E}cd\u{202C}\u{2066}e\u{2069}\u{200F}f", "abcdef"),
        ("a\u{0}b\u{7}c\u{1B}d\u{7F}e\u{9F}f", "abcdef"),
        ("a\u{AD}b\u{200B}c\u{FEFF}d\u{FE0F}e", "abcde"),
        ("a   b\t\tc\u{3000}d", "a b c d"),
        ("a\u{A0}b\u{202F}c", "a\u{A0}b\u{202F}c"),
        ("  a  ", "a"),
        ("a \r\n b\n\n\n\nc\u{2028}d\u{85}e\n", "a\nb\n\nc\nd\ne"),
        ("\n\na", "a"),
        ("x\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "x\u{301}\u{302}\u{303}\u{304}"),
        ("x\u{301}\u{302}\u{303}\u{200B}\u{304}\u{0}\u{305}\u{306}y\u{301}", "x\u{301}\u{302}\u{303}\u{304}ý"),
        ("a\u{6F22}\u{301}b", "a□b"),
        ("", ""),
    ])
    func `a text is printed as it reads`(raw: String, expected: String) throws {
        let text = PrintableText(raw, font: try TrueTypeFont(.regular))
        #expect(text.scalars == Array(expected.unicodeScalars))
        #expect(text.hasSubstitutes == expected.contains("□"))
    }

    @Test func `a square that the author wrote is no substitute`() throws {
        let text = PrintableText("□", font: try TrueTypeFont(.bold))
        #expect(text.scalars == ["□"])
        #expect(!text.hasSubstitutes)
    }
}

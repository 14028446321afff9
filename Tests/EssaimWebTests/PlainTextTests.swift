import Testing

@testable import EssaimWeb

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("faut-il\u{A0}?", "faut-il ?"), ("8\u{202F}000\u{2009}g", "8 000 g"), ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u{2028}b\u{2029}c\u{85}d", "a\nb\nc\nd"), ("a\tb", "a b"), ("\u{202E}elioT\u{202C}", "elioT"),
        ("Ker\u{200B}vella\u{FEFF}\u{0}", "Kervella"),
        ("œil « gauche » – ≥ 2 mm, 10 €", "œil « gauche » – ≥ 2 mm, 10 €"),
        ("", ""), ("e\u{301}", "e\u{301}"), ("\r\n\r\n", "\n\n"),
    ])
    func `a text for another program has plain spaces, one kind of line end and nothing unseen`(
        _ text: String, _ plain: String
    ) {
        #expect(Array(PlainText.of(text).unicodeScalars) == Array(plain.unicodeScalars))
    }
}

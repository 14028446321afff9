import HTML
import Testing

private func page(_ markup: Markup) -> String { String(decoding: markup.rendered(), as: UTF8.self) }

@Suite struct EscapingTests {
    @Test(arguments: [
        ("Bonjour", "Bonjour"),
        ("<b>", "&lt;b&gt;"),
        ("a & b", "a &amp; b"),
        ("&amp;", "&amp;amp;"),
        ("l’avis d'hier", "l’avis d&#39;hier"),
        ("\"", "&quot;"),
        // One Character each, and still a quote, an angle bracket, an ampersand to a browser.
        ("\"\u{301}", "&quot;\u{301}"),
        ("<\u{338}", "&lt;\u{338}"),
        ("&\u{20DD}", "&amp;\u{20DD}"),
        ("'\u{301}\u{302}x", "&#39;\u{301}\u{302}x"),
        ("a\0b", "a\u{FFFD}b"),
        ("œ € ≥ 🙂", "œ € ≥ 🙂"),
        ("", ""),
    ])
    func `a text is written with its five dangerous bytes escaped`(text: String, expected: String) {
        #expect(page(.text(text)) == expected)
        #expect(page(p { text }) == "<p>\(expected)</p>")
    }

    @Test func `an attribute cannot be left by a quote that bears an accent`() {
        let hostile = "x\"\u{301} onfocus=alert(1) autofocus y=\"\u{301}"
        #expect(
            page(input(.value(hostile)))
                == "<input value=\"x&quot;\u{301} onfocus=alert(1) autofocus y=&quot;\u{301}\">")
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "</textarea><script>x</script>", "\"><img src=x onerror=alert(1)>",
        "'-alert(1)-'", "<!--", "]]>", "</title>", "\u{202E}<b>", "<svg/onload=alert(1)>", "&lt;script&gt;",
    ])
    func `no hostile text opens an element, in text or in an attribute`(text: String) {
        let html = page(div(.title(text), .data("x", text), .aria("label", text)) { text })
        #expect(html.utf8.filter { $0 == UInt8(ascii: "<") }.count == 2)
        #expect(html.utf8.filter { $0 == UInt8(ascii: ">") }.count == 2)
        #expect(html.utf8.filter { $0 == UInt8(ascii: "\"") }.count == 6)
    }

    @Test func `ten thousand random texts never escape their element`() {
        var random = SeededGenerator(seed: 20_261_123)
        let pieces: [String] = ["<", ">", "&", "\"", "'", "\u{301}", "a", " ", "=", "/", "\n", "é", "\0", "`", "&quot"]
        for _ in 0..<10_000 {
            let text = (0..<Int.random(in: 0...12, using: &random))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            let bytes = span(.title(text)) { text }.rendered()
            #expect(bytes.filter { $0 == UInt8(ascii: "<") }.count == 2)
            #expect(bytes.filter { $0 == UInt8(ascii: "\"") }.count == 2)
        }
    }
}

/// SplitMix64: the same cases at each run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

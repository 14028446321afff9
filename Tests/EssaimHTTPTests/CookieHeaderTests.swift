import EssaimGate
import EssaimHTTP
import Testing

@Suite struct `Cookies` {
    @Test(
        arguments: [
            ("", []),
            ("a=1", [["a", "1"]]),
            ("a=1; b=2", [["a", "1"], ["b", "2"]]),
            ("a=1;b=2;", [["a", "1"], ["b", "2"]]),
            ("  a=1 ;\tb=2 ", [["a", "1"], ["b", "2"]]),
            ("a=", [["a", ""]]),
            ("a=b=c==", [["a", "b=c=="]]),
            ("a=1; a=2", [["a", "1"], ["a", "2"]]),
            ("nothing; =x; b=2", [["b", "2"]]),
            ("a=x y; b=2", [["b", "2"]]),
            ("a=1,2; b=2", [["b", "2"]]),
            ("a=caf\u{E9}; b=2", [["b", "2"]]),
            ("a b=1; b=2", [["b", "2"]]),
            ("b=2; a=\u{0}", [["b", "2"]]),
            ("__Host-s=abc-_; A=1", [["__Host-s", "abc-_"], ["A", "1"]]),
            ("a=\"1\"", [["a", "\"1\""]]),
        ] as [(String, [[String]])])
    func `a header gives its cookies and leaves out what is not one`(_ header: String, _ cookies: [[String]]) {
        #expect(CookieHeader.parse(header).fields.map { [$0.name, $0.value] } == cookies)
    }

    @Test func `a quote does not hide a separator`() {
        let cookies = CookieHeader.parse("theme=\"clair; __Host-s=volée; x=\"; __Host-s=vraie")
        #expect(cookies.all("__Host-s") == ["vraie"])
        #expect(CookieHeader.parse("a=\"x; s=1; b=\"").first("s") == "1")
    }

    @Test func `a session cookie sent twice is nobody's`() {
        #expect(CookieHeader.parse("s=1; s=2").single("s") == nil)
        #expect(CookieHeader.parse(["s=1", "s=2"]).single("s") == nil)
        #expect(CookieHeader.parse(["s=1", "t=2"]).single("s") == "1")
    }

    @Test func `a header beyond its limits gives what stands within them`() {
        #expect(CookieHeader.parse("a=" + String(repeating: "x", count: 16 << 10)).isEmpty)
        #expect(CookieHeader.parse(Array(repeating: "a=1", count: 101).joined(separator: "; ")).count == 100)
    }

    @Test func `twenty thousand hostile headers give only well-formed cookies`() {
        var random = SeededGenerator(3)
        let alphabet = Array("a=; \"\t,\\b".utf8)
        let sample = Array("__Host-s=Zm9vYmFy; theme=sombre; lang=\"fr\"".utf8)
        var read = 0
        for round in 0..<20_000 {
            let bytes = round % 2 == 0 ? random.bytes(upTo: 30, from: alphabet) : random.mutation(of: sample)
            let cookies = CookieHeader.parse(String(decoding: bytes, as: UTF8.self))
            read += cookies.count
            for cookie in cookies.fields where cookie.name.isEmpty || cookie.value.utf8.contains(where: Self.isForeign)
            {
                Issue.record("\(cookie) came out of \(bytes)")
            }
        }
        #expect(read > 10_000)
    }

    private static func isForeign(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
    }
}

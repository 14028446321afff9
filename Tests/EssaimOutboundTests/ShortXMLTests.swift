import Testing

@testable import EssaimOutbound

@Suite struct ShortXMLTests {
    private func root(_ text: String) -> ShortXML.Element? { try? ShortXML(Array(text.utf8)).root }

    @Test func `elements, text and the five entities are read; prefixes and attributes are left out`() {
        let read = root(
            "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s3:List xmlns:s3=\"http://s3.example/\"><Key a='1'>"
                + "a&amp;b&lt;&gt;&quot;&apos;&#233;&#x1F600;é</Key ><Empty/><Empty /></s3:List>\n")
        #expect(read?.name == "List")
        #expect(read?.children.map(\.name) == ["Key", "Empty", "Empty"])
        #expect(read?.text(of: "Key") == "a&b<>\"'é😀é")
        #expect(read?.text(of: "Empty") == "" && read?.text(of: "None") == nil)
    }

    @Test(arguments: [
        "", " ", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>text", "text<a/>", "<a", "<>", "< a/>",
        "<a><b></a></b>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a>&x;</a>", "<a>&amp</a>", "<a>&</a>", "<a>&#xD800;</a>",
        "<a>&#x110000;</a>", "<a>&#+38;</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a>&#99999999999;</a>", "<a><!-- b --></a>",
        "<a><![CDATA[b]]></a>", "<a><?php b ?></a>", " <?xml version=\"1.0\"?><a/>", "<a><b <c/></a>",
    ])
    func `what is not of this little XML is refused`(_ text: String) {
        #expect(root(text) == nil)
    }

    @Test func `bytes that are no UTF-8, a depth or a count without bound are refused`() {
        #expect((try? ShortXML([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E])) == nil)
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(root(nested(8)) != nil && root(nested(9)) == nil && root(nested(100_000)) == nil)
        #expect(root("<a>" + String(repeating: "<b/>", count: 29_999) + "</a>") != nil)
        #expect(root("<a>" + String(repeating: "<b/>", count: 30_000) + "</a>") == nil)
    }

    @Test func `a listing cut or changed anywhere is read or refused, and never more than it says`() {
        let listing =
            "<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>true</IsTruncated>"
            + "<Contents><Key>a</Key><LastModified>2026-11-22T10:14:03.000Z</LastModified><Size>4</Size></Contents>"
            + "<Contents><Key>b</Key><LastModified>2026-11-22T10:14:03.000Z</LastModified><Size>0</Size></Contents>"
            + "</ListBucketResult>"
        let bytes = Array(listing.utf8)
        for end in 0..<bytes.count { #expect((try? ObjectPage(Array(bytes[..<end]), limit: 2)) == nil) }
        var random = Seeded(state: 26)
        for _ in 0..<1_000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if let page = try? ObjectPage(changed, limit: 2) { #expect(page.entries.count <= 2) }
        }
    }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }
}

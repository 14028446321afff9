import HTML
import Testing

@Suite struct AddressTests {
    @Test(arguments: [
        "/demandes", "/demandes?vue=a-prendre&apres=1", "demandes", "?vue=1", "#question", "", "../x", "./a:b", "/a:b",
        "https://exemple.fr/", "HTTP://exemple.fr", "mailto:a@exemple.fr", "tel:15", "tel:+33200000000",
    ])
    func `an address of this site, of the web, a letter or a telephone is kept`(address: String) {
        #expect(SafeAddress.allows(address))
        #expect(rendered(a(.href(address)) { "x" }).contains("href=\"\(SafeAddress.checked(address))".escapedAmpersand))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "java\tscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "blob:x",
        "file:///etc",
        "//ailleurs.fr", "/\\ailleurs.fr", "\\\\ailleurs.fr", "about:blank", "ftp://x", "filesystem:x", "x:y",
        "javascript\u{301}:alert(1)", "\u{A0}:x", "/a b", "/a\u{7F}",
    ])
    func `any other address leads nowhere`(address: String) {
        #expect(!SafeAddress.allows(address))
        #expect(rendered(a(.href(address)) { "x" }) == "<a href=\"#\">x</a>")
        #expect(rendered(img(.src(address), .alt(""))) == "<img src=\"#\" alt=\"\">")
        #expect(rendered(form(.action(address))) == "<form action=\"#\"></form>")
        #expect(rendered(script(module: address)) == "<script type=\"module\" src=\"#\"></script>")
    }

    private func rendered(_ markup: Markup) -> String { String(decoding: markup.rendered(), as: UTF8.self) }
}

extension String {
    fileprivate var escapedAmpersand: String {
        split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    }
}

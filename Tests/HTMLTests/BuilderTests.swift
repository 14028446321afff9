import HTML
import Testing

private func rendered(_ markup: Markup) -> String { String(decoding: markup.rendered(), as: UTF8.self) }

@Suite struct BuilderTests {
    @Test(arguments: [
        (true, ["a", "b"], "<ul><li>a</li><li>b</li><li>fin</li></ul>"),
        (false, ["a"], "<ul><li>a</li></ul>"),
        (true, [], "<ul><li>fin</li></ul>"),
    ])
    func `conditions and loops nest`(isEnded: Bool, words: [String], expected: String) {
        let list = ul {
            for word in words { li { word } }
            if isEnded { li { "fin" } }
        }
        #expect(rendered(list) == expected)
    }

    @Test func `either branch, an absent piece and a number are written in their place`() {
        func row(_ count: Int?, _ note: String?) -> Markup {
            p {
                if let count {
                    strong { count }
                } else {
                    em { "aucun" }
                }
                note
            }
        }
        #expect(rendered(row(3, nil)) == "<p><strong>3</strong></p>")
        #expect(rendered(row(nil, "<x>")) == "<p><em>aucun</em>&lt;x&gt;</p>")
    }

    @Test func `void elements have no end and flags no value`() {
        #expect(rendered(input(.type(.checkbox), .checked(), .required(false))) == "<input type=\"checkbox\" checked>")
        #expect(rendered(br()) == "<br>")
        #expect(rendered(img(.src("/a.jpg"), .alt(""), .width(3))) == "<img src=\"/a.jpg\" alt=\"\" width=\"3\">")
    }

    @Test func `an absent attribute is not written`() {
        let chosen: String? = nil
        #expect(rendered(div(chosen.map { .id($0) }, .class("a"))) == "<div class=\"a\"></div>")
    }

    @Test func `a textarea keeps the line break its text begins with`() {
        #expect(rendered(textarea { "\nabc" }) == "<textarea>\n\nabc</textarea>")
    }

    @Test func `a document begins with its doctype`() {
        let bytes = html(.lang("fr")) { head { title { "É" } } }.renderedAsDocument()
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "<!DOCTYPE html>\n<html lang=\"fr\"><head><title>É</title></head></html>")
    }

    @Test(arguments: [
        (Markup.empty, true), (Markup.text(""), true), (Markup.text("a"), false),
        (Markup.group { if false { "a" } }, true), (br(), false),
    ])
    func `an empty piece knows that it is empty`(markup: Markup, isEmpty: Bool) {
        #expect(markup.isEmpty == isEmpty)
    }
}

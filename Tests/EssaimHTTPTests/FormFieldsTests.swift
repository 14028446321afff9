import EssaimGate
import Testing

@Suite struct `Form fields` {
    let fields = FormFields([("a", " 1\u{A0}"), ("b", ""), ("a", "2"), ("c", " \t ")])

    @Test func `repeated names keep their order`() {
        #expect(fields.names == ["a", "b", "c"])
        #expect(fields.all("a") == [" 1\u{A0}", "2"])
        #expect(fields.first("a") == " 1\u{A0}")
        #expect(fields["b"] == "")
        #expect(fields["d"] == nil)
        #expect(fields.all("d").isEmpty)
    }

    @Test func `a trimmed value loses the white space around it, no-break spaces too`() {
        #expect(fields.trimmed("a") == "1")
        #expect(fields.trimmed("c") == "")
        #expect(fields.trimmed("d") == nil)
        #expect(fields.filled("c") == nil)
        #expect(fields.filled("a") == "1")
    }

    @Test func `a name sent twice is not single`() {
        #expect(fields.single("a") == nil)
        #expect(fields.single("b") == "")
    }

    @Test func `two spellings that Unicode holds equal are two names`() {
        let kelvin = FormFields([("\u{212A}", "1")])
        #expect(kelvin.first("K") == nil)
        #expect(kelvin.first("\u{212A}") == "1")
        #expect(FormFields([("é", "1"), ("e\u{301}", "2")]).names.count == 2)
    }
}
